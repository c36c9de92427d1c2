"""Where something is defined, and its source.

Invariant: read off code objects and classes' own dicts; nothing is asked of the object.
"""

from __future__ import annotations

import os
import types

from .. import pace, safe
from ..known.descriptors import getter_of
from . import bodies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONGEST = 400  # lines of source
_MOST = 500  # classes whose places are kept


def place(obj: Any) -> tuple[str, int]:
    """The file and line where something is defined; empty for what is written in C."""
    kind = type(obj)
    if kind is types.MethodType or safe.among(kind, (staticmethod, classmethod)):
        obj = obj.__func__
    wrapped = safe.entry(safe.own_dict(obj), "__wrapped__") if not safe.is_class(obj) else safe.MISSING
    if type(wrapped) is types.FunctionType:
        obj = wrapped
    obj = getter_of(obj) or obj
    if type(obj) is types.FunctionType:
        return _thawed(obj), obj.__code__.co_firstlineno
    if safe.is_module(obj):
        file = safe.entry(safe.own_dict(obj), "__file__")
        return (file, 1) if type(file) is str else ("", 0)
    return _of_class(obj) if safe.is_class(obj) else ("", 0)


def _thawed(function: types.FunctionType) -> str:
    """The file of a function, also of one in a frozen module."""
    file = function.__code__.co_filename
    if file.startswith("<frozen "):
        found = safe.entry(function.__globals__, "__file__")
        return found if type(found) is str else ""
    return file


def _of_class(cls: type) -> tuple[str, int]:
    line = safe.class_dict(cls).get("__firstlineno__")
    file = _file_of_class(cls)
    if not file:
        return "", 0
    return file, line if type(line) is int else _line_of_class(file, safe.qualname_of(cls))


def _file_of_class(cls: type) -> str:
    for raw in safe.class_dict(cls).values():
        function = raw.__func__ if safe.among(type(raw), (staticmethod, classmethod)) else raw
        if type(function) is types.FunctionType and safe.text(function.__qualname__).startswith(
            safe.qualname_of(cls) + "."
        ):
            file: str = function.__code__.co_filename
            if os.path.isfile(file) or file.startswith("<sideloop-"):
                return file
    module = safe.loaded(safe.module_of(cls))
    found = safe.entry(safe.own_dict(module), "__file__") if module is not None else ""
    return found if type(found) is str and found.endswith(".py") else ""


@pace.piece(_MOST)
def _line_of_class(file: str, qualname: str) -> int:
    """Where `class name` stands with the indentation of its nesting."""
    *outer, name = qualname.split(".")
    for number, line in enumerate(bodies.lines_of(file), 1):
        text = line.lstrip()
        if text.startswith((f"class {name}(", f"class {name}:", f"class {name}[")) and bool(outer) == (
            text != line
        ):
            return number
    return 0


def source(file: str, line: int) -> str:
    """The lines of a definition, or of a module."""
    import contextlib
    import inspect
    import tokenize

    lines = bodies.lines_of(file)[max(line - 1, 0) :][:_LONGEST]
    if not lines:
        return ""
    if line > 1 or lines[0].lstrip().startswith(("def ", "class ", "@", "async ")):
        with contextlib.suppress(SyntaxError, tokenize.TokenError):  # it goes on behind the last of them
            lines = inspect.getblock(lines)
    import textwrap

    return textwrap.dedent("".join(lines)).rstrip()
