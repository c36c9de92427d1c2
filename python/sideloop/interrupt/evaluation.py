"""What Ctrl-C means while an input is evaluated, case by case.

| the evaluation is | what happens |
|---|---|
| on the CPU | `KeyboardInterrupt` is raised right there |
| suspended at an await | what it awaits is cancelled, and its frame sees `KeyboardInterrupt` at its await |
| in trio's own code, called by it | as if it were suspended at that await |
| about to start, or between two steps | it sees `KeyboardInterrupt` at its next step |
| over, and the prompt is not there yet | nothing |

Invariant: nobody but the evaluated code sees this `KeyboardInterrupt`. asyncio lets one that
escapes from a task or a callback out of the loop, and so the host would die of it; therefore
it is raised below a frame of `Steps.__await__` only, or not at all.
"""

from __future__ import annotations

from _thread import get_ident

from . import trio_marks
from .steps import Steps, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

    from ..streams import Streams


class Evaluation:
    """One evaluation that Ctrl-C interrupts.

    Belongs to the thread that made it; `sigint.begin` and `sigint.end` tell when it counts.

    Args:
        streams: What its steps read and print with.
    """

    def __init__(self, streams: Streams) -> None:
        """Nothing of it runs yet."""
        self.streams = streams
        self.thread = get_ident()
        self.steps: list[Steps] = []
        """Those that run, the innermost last: a loop that is pumped below one has its own."""
        self.asked = False
        """Whether Ctrl-C came before the first step."""

    def enter(self, steps: Steps) -> None:
        """`steps` is now the innermost, and gets a Ctrl-C that came just before."""
        around = self.steps[-1] if self.steps else self
        self.steps.append(steps)
        steps.asked, around.asked = around.asked, False

    def leave(self, steps: Steps) -> None:
        """`steps` is done."""
        self.steps.remove(steps)

    def interrupt(self, frame: FrameType | None) -> BaseException | None:
        """Takes in a Ctrl-C that found the evaluation's thread in `frame`.

        Returns:
            What is to be raised in that frame, if anything.
        """
        if not self.steps:
            self.asked = True
            return None
        steps = self.steps[-1]
        protected = steps.waker is not None and frame is not None and steps.waker.protects(frame)
        if frame is None or protected or not within(frame, steps):
            steps.ask()
        elif not trio_marks.hand_on(frame, Steps.__await__.__code__):
            steps.asked = False
            return KeyboardInterrupt()
        return None

    def deliver(self) -> None:
        """Raises a Ctrl-C that the loop's own code kept from the evaluated code until its end."""
        steps = self.steps[-1]
        if steps.asked:
            steps.asked = False
            raise KeyboardInterrupt


def plainly(error: BaseException) -> BaseException:
    """An exception, or the one `KeyboardInterrupt` that it is made of."""
    return KeyboardInterrupt() if is_interrupt(error) else error


def is_interrupt(error: BaseException) -> bool:
    """Whether an exception is nothing but a Ctrl-C; trio's nurseries wrap one in a group."""
    if isinstance(error, KeyboardInterrupt):
        return True
    inner = getattr(error, "exceptions", ())
    return bool(inner) and all(is_interrupt(each) for each in inner)
