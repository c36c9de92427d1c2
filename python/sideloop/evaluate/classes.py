"""Where classes typed at a prompt come from, told to `inspect` while an input runs.

`inspect.getsource` asks a function for its file, but a class's module, and that has no
file or another one. So `inspect.getfile` is exchanged while an evaluation lasts, once a
class was typed, and put back after it.
"""

from __future__ import annotations

import sys

from .sources import PREFIX

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any

_defined: dict[str, str] = {}  # qualified name -> the input that defined it last
_evaluations: list[object] = []  # those that last, of all sessions


def note(tree: ast.AST, filename: str, prefix: str = "") -> None:
    """Notes the classes that an input defines."""
    import _ast

    for field in tree._fields:
        value = getattr(tree, field, None)
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, _ast.AST):
                continue
            inner = prefix
            if isinstance(node, _ast.ClassDef):
                _defined[prefix + node.name] = filename
                inner = prefix + node.name + "."
            elif isinstance(node, _ast.FunctionDef | _ast.AsyncFunctionDef):
                inner = prefix + node.name + ".<locals>."
            note(node, filename, inner)


def file_of(cls: type) -> str | None:
    """The name of the input that defined a class; `None` for a class from elsewhere."""
    file = getattr(sys.modules.get(cls.__module__), "__file__", None)
    for value in vars(cls).values():
        code = getattr(value, "__code__", None)
        name: str = getattr(code, "co_filename", "")
        if not getattr(value, "__qualname__", "").startswith(cls.__qualname__ + "."):
            continue  # borrowed from elsewhere
        if name.startswith(PREFIX):
            return name
        if name == file:
            return None
    return _defined.get(cls.__qualname__)


class known_to_inspect:  # noqa: N801  (a context manager, used like a function)
    """Lets `inspect.getsource` work for classes typed at a prompt, as long as it lasts."""

    _original: Callable[..., str] | None = None

    def __enter__(self) -> None:
        _evaluations.append(self)
        if _defined and known_to_inspect._original is None:
            import inspect

            original = known_to_inspect._original = inspect.getfile

            def getfile(object: Any) -> str:
                return (isinstance(object, type) and file_of(object)) or original(object)

            inspect.getfile = getfile

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _evaluations.remove(self)
        if not _evaluations and known_to_inspect._original is not None:
            import inspect

            inspect.getfile = known_to_inspect._original
            known_to_inspect._original = None
