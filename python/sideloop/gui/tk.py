"""Tk: its event loop watches the file descriptor, one event at a time."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Hook
    from .watch import Watch


def found(_module: str) -> Hook | None:
    """The hook, if there is a default root."""
    return run if getattr(sys.modules["tkinter"], "_default_root", None) else None


def run(context: Watch) -> None:
    """Runs the events of all windows. A root of another thread is that thread's business.

    Called at each tick of a loop, so `tkinter`, which is there, is not imported anew.
    """
    tkinter: Any = sys.modules["tkinter"]
    tk = tkinter._default_root.tk
    fd = context.fileno()
    try:
        tk.createfilehandler(fd, tkinter.READABLE, wake)
    except RuntimeError:
        return
    try:
        tk.dooneevent(0)
        while not context.input_is_ready():
            tk.dooneevent(0)
    finally:
        tk.deletefilehandler(fd)


def wake(_fd: int, _mask: int) -> None:
    """That it is an event is enough."""
