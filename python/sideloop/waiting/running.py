"""What runs the caller, told without an import of asyncio or trio."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


def running_loop() -> AbstractEventLoop | None:
    """The asyncio loop that runs in this thread."""
    asyncio = sys.modules.get("asyncio")
    return asyncio._get_running_loop() if asyncio and hasattr(asyncio, "_get_running_loop") else None


def in_trio() -> bool:
    """Whether a task of trio is the caller."""
    if (trio := sys.modules.get("trio")) is None:
        return False
    try:
        trio.lowlevel.current_task()
    except (AttributeError, RuntimeError):
        return False
    return True
