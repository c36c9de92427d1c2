"""GLib's default main context, and so GTK 3 and 4: it watches the file descriptor."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Hook
    from .watch import Watch


def found(_module: str) -> Hook | None:
    """The hook, if the context is not another thread's."""
    main = sys.modules["gi.repository.GLib"].MainContext.default()
    if not main.acquire():
        return None
    main.release()
    return run


def run(context: Watch) -> None:
    """Dispatches what is due in the context."""
    from gi.repository import GLib  # type: ignore[import-not-found]

    main = GLib.MainContext.default()
    source = GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, context.fileno(), GLib.IOCondition.IN, wake)
    try:
        while not context.input_is_ready():
            main.iteration(True)
    finally:
        GLib.source_remove(source)


def wake(*_: object) -> bool:
    """That it is an event is enough."""
    return True
