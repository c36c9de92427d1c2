"""A Python REPL that runs beside your program: `embed()` it anywhere, or await it.

Importing this costs nothing; what is used is loaded then.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .session import embed, embed_async

__all__ = ["embed", "embed_async"]


def __getattr__(name: str) -> object:
    """The public names, loaded when they are asked for first."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import session

    return globals().setdefault(name, getattr(session, name))


def __dir__() -> list[str]:
    """What there is, loaded or not."""
    return sorted({*globals(), *__all__})
