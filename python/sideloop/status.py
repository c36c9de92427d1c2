"""What the status bar tells of the program."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .waiting import Mode


def status(count: int) -> dict[str, Any]:
    """The message for the bar: the interpreter, its virtual environment, so many tasks of the loop."""
    name = "PyPy" if sys.implementation.name == "pypy" else "Python"
    version = ".".join(map(str, sys.version_info[:3]))
    venv = os.path.basename(sys.prefix) if sys.prefix != sys.base_prefix else ""
    return {"type": "status", "python": f"{name} {version}", "venv": venv, "tasks": count}


def tasks(mode: Mode) -> int:
    """How many tasks of the session's asyncio loop are not done, but for the one that is asked."""
    loop = getattr(mode, "loop", None)
    asyncio = sys.modules.get("asyncio")
    if loop is None or asyncio is None:
        return 0
    running = asyncio.current_task(loop)
    return sum(task is not running for task in asyncio.all_tasks(loop))
