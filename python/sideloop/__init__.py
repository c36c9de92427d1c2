"""A Python REPL that runs beside your program: `embed()` it anywhere, or await it.

`read()` is its prompt alone, for programs that ask for a text.

Importing this costs nothing; what is used is loaded then.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .config.handle import repl
    from .embedding import embed, embed_async
    from .patching import patch_stdout
    from .reading import read, read_async

__all__ = ["embed", "embed_async", "patch_stdout", "read", "read_async", "repl"]

_MODULES = {"patch_stdout": "patching", "read": "reading", "read_async": "reading", "repl": "config.handle"}
"""Where they stand; the others in `embedding`."""


def __getattr__(name: str) -> object:
    """The public names, loaded when they are asked for first."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module = import_module(f".{_MODULES.get(name, 'embedding')}", __name__)
    return globals().setdefault(name, getattr(module, name))


def __dir__() -> list[str]:
    """What there is, loaded or not."""
    return sorted({*globals(), *__all__})
