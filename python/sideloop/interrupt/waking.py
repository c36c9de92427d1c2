"""How Ctrl-C ends what a coroutine waits for, in each kind of loop."""

from __future__ import annotations

from asyncio import CancelledError

from . import trio_marks
from .steps import Steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task
    from types import FrameType
    from typing import Any


class Interrupted(CancelledError, KeyboardInterrupt):
    """Both, since two kinds of frames see it on its way up.

    asyncio's own coroutines (task groups, `wait_for`, ...) clean up upon a cancellation,
    and the evaluated code is to see a `KeyboardInterrupt`. A task that lets it out counts
    as cancelled, where a plain `KeyboardInterrupt` would leave the loop.
    """


Interrupted.__name__ = Interrupted.__qualname__ = "KeyboardInterrupt"
Interrupted.__module__ = "builtins"


class Cancelling:
    """asyncio's and uvloop's way: cancel the task, then take the cancellation back.

    Args:
        loop: The task's loop.
        task: The task that awaits the evaluation's steps.
    """

    def __init__(self, loop: AbstractEventLoop, task: Task[Any]) -> None:
        """Notes the cancellations that the task has seen so far."""
        self.loop = loop
        self.task = task
        self.before = requests(task)
        self.cancelled = False

    def wake(self, steps: Steps) -> None:
        """Cancels what is awaited, unless it ends on its own first. Any thread."""
        self.loop.call_soon_threadsafe(self.cancel, steps)

    def cancel(self, steps: Steps) -> None:
        """The part that has to run in the loop."""
        if steps.asked and steps.waiting and not self.cancelled:
            self.cancelled = True
            self.task.cancel()

    def woken(self, error: BaseException | None) -> BaseException:
        """An interruption, or the cancellation that somebody else asked for meanwhile."""
        ours, self.cancelled = self.cancelled, False
        if ours and hasattr(self.task, "uncancel"):
            self.task.uncancel()
        foreign = isinstance(error, CancelledError) and not ours
        return CancelledError() if foreign or self.host_cancelled() else Interrupted()

    def protects(self, _frame: object) -> bool:
        """An interruption is a cancellation, and those asyncio's own code is made for."""
        return False

    def host_cancelled(self) -> bool:
        """Whether somebody else cancelled the task. Never known before Python 3.11."""
        return requests(self.task) - self.cancelled > self.before


def requests(task: Task[Any]) -> int:
    """How many cancellations of a task were asked for and not taken back."""
    return task.cancelling() if hasattr(task, "cancelling") else 0


class Aborting:
    """trio's way, the one that its own Ctrl-C takes: abort the wait of the task.

    A cancel scope would not do: a nursery's wait for its children does not end with it.
    """

    def __init__(self) -> None:
        """Belongs to the current task."""
        import trio

        self.task = trio.lowlevel.current_task()
        self.token = trio.lowlevel.current_trio_token()

    def wake(self, steps: Steps) -> None:
        """Ends what is awaited, unless it ends on its own first. Any thread."""
        self.token.run_sync_soon(self.abort, steps)

    def abort(self, steps: Steps) -> None:
        """The part that has to run in the loop."""

        def interrupt() -> None:
            steps.asked = False
            raise KeyboardInterrupt

        if steps.asked and steps.waiting and self.task._abort_func is not None:
            self.task._attempt_abort(interrupt)

    def woken(self, _error: object) -> None:
        """The wait ended on its own, and its frame is likely to be trio's: the next one is ended."""

    def protects(self, frame: FrameType) -> bool:
        """As trio's own handler has it."""
        return trio_marks.marked(frame, Steps.__await__.__code__)
