"""The ways to wait: for the session's file descriptor, and for what an input awaits.

The REPL is one coroutine; a mode is what differs between the kinds of program that it
runs in. Here one is chosen; its module is imported only then, and asyncio and trio with it.
"""

from __future__ import annotations

from .mode import Mode
from .running import in_trio, running_loop

__all__ = ["Mode", "awaitable", "blocking", "drive"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from ..gui import Found
    from .mode import Wait


def blocking(wait: Wait, gui: Found) -> Mode:
    """The mode for a caller that blocks."""
    from .standing import Blocking, Standing

    loop = running_loop()
    return Blocking(wait, gui) if loop is None else Standing(wait, gui, loop)


def awaitable(wait: Wait, gui: Found) -> Mode:
    """The mode for a caller that awaits.

    Raises:
        RuntimeError: Neither asyncio nor trio runs the caller.
    """
    if in_trio():
        from .on_trio import Trio

        return Trio(wait, gui)
    if (loop := running_loop()) is None:
        raise RuntimeError("embed_async() is awaited by neither asyncio nor trio: use embed()")
    from .on_asyncio import Asyncio

    return Asyncio(wait, gui, loop)


def drive(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Runs a coroutine that never suspends; returns its result."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError("a blocking session was suspended")
