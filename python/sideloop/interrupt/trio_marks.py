"""trio marks its own code that a `KeyboardInterrupt` must not tear apart; here the marks are read.

trio's own handler of SIGINT does the same, but it is ours that is installed.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import CodeType, FrameType


def marked(frame: FrameType | None, outermost: CodeType) -> bool:
    """Whether a frame, or the nearest one around it that has a mark, is to be left whole. Any thread.

    Args:
        frame: Of a task of trio, at any depth.
        outermost: The code that the task's own begins below.
    """
    marks = read()
    while frame is not None and frame.f_code is not outermost:
        try:
            return bool(marks[frame.f_code])
        except KeyError:
            frame = frame.f_back
    return False


def hand_on(frame: FrameType | None, outermost: CodeType) -> bool:
    """Lets a `trio.run` that the evaluated code called have a Ctrl-C. Any thread.

    Args:
        frame: Where the signal found the code.
        outermost: The code that the evaluation's own begins below.

    Returns:
        Whether it takes it: its own code is running.
    """
    schedulers = scheduling()
    found, below = frame, None
    while frame is not None and frame.f_code is not outermost:
        if frame.f_code in schedulers:
            # What it calls itself is its own code, and a task's is where it is marked.
            in_task = below is not None and below.f_code.co_flags & COROUTINE
            runner = frame.f_locals.get("runner")
            if runner is None or (in_task and not marked(found, frame.f_code)):
                return False
            runner.deliver_ki()
            return True
        below, frame = frame, frame.f_back
    return False


COROUTINE = 0x80
"""The flag of a coroutine's code, `inspect.CO_COROUTINE`."""


def read() -> Mapping[CodeType, bool]:
    """The marks."""
    from trio import _core

    marks: Mapping[CodeType, bool] = getattr(_core._ki, "_CODE_KI_PROTECTION_STATUS_WMAP", {})
    return marks


def scheduling() -> tuple[CodeType, ...]:
    """What runs the tasks, and what waits for them; nothing where trio is not imported yet."""
    try:
        run = sys.modules["trio"]._core._run
        return run.unrolled_run.__code__, run.run.__code__
    except (AttributeError, KeyError):
        return ()
