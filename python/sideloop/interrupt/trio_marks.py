"""trio marks its own code that a `KeyboardInterrupt` must not tear apart; here the marks are read.

trio's own handler of SIGINT does the same, but it is ours that is installed.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType


def marked(frame: FrameType | None, outermost: CodeType) -> bool:
    """Whether a frame, or the nearest one around it that has a mark, is to be left whole. Any thread.

    Args:
        frame: Of a task of trio, at any depth.
        outermost: The code that the task's own begins below.
    """
    from trio import _core

    marks = getattr(_core._ki, "_CODE_KI_PROTECTION_STATUS_WMAP", {})
    while frame is not None and frame.f_code is not outermost:
        try:
            return bool(marks[frame.f_code])
        except KeyError:
            frame = frame.f_back
    return False


def hand_on() -> bool:
    """Lets a `trio.run` that the evaluated code called in this thread have a Ctrl-C.

    Returns:
        Whether it takes it: its own code is running.
    """
    if (trio := sys.modules.get("trio")) is None:
        return False
    try:
        if not (trio.lowlevel.in_trio_run() and trio.lowlevel.currently_ki_protected()):
            return False
        trio._core._run.GLOBAL_RUN_CONTEXT.runner.deliver_ki()
    except AttributeError:
        # It is being imported, or it is older.
        return False
    return True
