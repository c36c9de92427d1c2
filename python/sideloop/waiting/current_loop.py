"""The loop that `asyncio.get_event_loop()` gives: the session's own at the prompt, the host's elsewhere.

So `asyncio.ensure_future(...)` outside of a coroutine makes a task of a loop that will run.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from typing import Any


FIRST_PART = "asyncio.constants"
"""The module of asyncio's that is imported before its others."""


class CurrentLoop:
    """What asyncio has noted for this thread, one note for the session and one for the host."""

    def __init__(self) -> None:
        """Leaves the host's note where it is."""
        self.ours: dict[str, Any] | None = None
        self.theirs: dict[str, Any] = {}

    def enter(self, loop: AbstractEventLoop | None) -> None:
        """An evaluation begins; `loop` is the session's own. Does not import asyncio."""
        if (note := noted()) is None:
            return
        self.theirs = dict(note)
        if self.ours is not None:
            exchange(note, self.ours)
        if loop is not None and note.get("_loop") is None:
            note["_loop"] = loop

    def leave(self) -> AbstractEventLoop | None:
        """The evaluation is over: a loop that it made for this thread, and that can run, if it did."""
        if (note := noted()) is None:
            return None
        self.ours = dict(note)
        exchange(note, self.theirs)
        loop: AbstractEventLoop | None = self.ours.get("_loop")
        if loop is None or loop is self.theirs.get("_loop") or loop.is_closed() or loop.is_running():
            return None
        return loop


def noted() -> dict[str, Any] | None:
    """The note of asyncio's policy for this thread, if asyncio is there and its policy keeps one."""
    if FIRST_PART in sys.modules and "asyncio" not in sys.modules:
        forget_parts()
    events = sys.modules.get("asyncio.events")
    # The public name warns from Python 3.14 on.
    ask = getattr(events, "_get_event_loop_policy", None) or getattr(events, "get_event_loop_policy", None)
    local = getattr(ask(), "_local", None) if ask else None
    return None if local is None else vars(local)


def forget_parts() -> None:
    """Lets asyncio be imported after all, when its first import was broken off, as by Ctrl-C.

    Python takes back the package only. It cannot be imported again beside its own modules,
    whose names it finds in itself just after they were imported.
    """
    for name in [name for name in sys.modules if name.startswith("asyncio.")]:
        del sys.modules[name]


def exchange(note: dict[str, Any], other: dict[str, Any]) -> None:
    """Makes it say what the other one does."""
    note.clear()
    note.update(other)
