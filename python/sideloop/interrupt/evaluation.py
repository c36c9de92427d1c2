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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import CodeType, FrameType
    from typing import Any, Protocol, TypeVar

    from ..streams import Streams

    Function = TypeVar("Function", bound=Callable[..., Any])

    class Waker(Protocol):
        """Knows how to end what a coroutine waits for."""

        def wake(self, steps: Steps) -> None:
            """Cancels what `steps` awaits. Runs in a signal handler or in another thread."""

        def woken(self, error: BaseException | None) -> BaseException | None:
            """What to throw in place of `error`, what a wait came to; `None` to end the next one."""

        def protects(self, frame: FrameType) -> bool:
            """Whether a frame of the evaluation's thread is the loop's own code, not to be torn apart."""


class Steps:
    """Awaits a coroutine step by step, so that Ctrl-C can reach the frame that waits.

    Args:
        coroutine: What to await.
        evaluation: What it is a part of.
        waker: Ends a wait; `None` where the coroutine never suspends.
    """

    def __init__(self, coroutine: Any, evaluation: Evaluation, waker: Waker | None = None) -> None:
        """Does not start the coroutine."""
        self.coroutine = coroutine
        self.evaluation = evaluation
        self.waker = waker
        self.asked = False
        """Whether a Ctrl-C is still to be delivered."""
        self.waiting = False
        """Whether the coroutine is suspended."""

    def __await__(self) -> Generator[Any, Any, Any]:
        """Each pass of the loop is one step: into the coroutine, and out at its next await."""
        step: Callable[[Any], Any] = self.coroutine.send
        argument: Any = None
        self.evaluation.enter(self)
        try:
            while True:
                if self.asked and (error := self.interruption(argument)) is not None:
                    self.asked = False
                    step, argument = self.coroutine.throw, error
                awaited: Any = self
                try:
                    with self.evaluation.streams:
                        awaited = step(argument)
                except StopIteration as stop:
                    return stop.value
                except KeyboardInterrupt:
                    # One that was meant for the coroutine may hit this frame (see `sigint.elsewhere`).
                    if self.coroutine.cr_frame is None:
                        raise
                    self.asked = True
                    if awaited is self:
                        continue
                self.waiting = True
                if self.asked and self.waker:
                    self.waker.wake(self)
                try:
                    argument = yield awaited
                    step = self.coroutine.send
                except BaseException as outcome:
                    step, argument = self.coroutine.throw, outcome
                self.waiting = False
        finally:
            self.evaluation.leave(self)

    def interruption(self, outcome: object) -> BaseException | None:
        """What the coroutine's frame sees instead of the outcome of its await, if anything."""
        if self.waker is None or self.coroutine.cr_await is None:
            # It has not begun.
            return KeyboardInterrupt()
        return self.waker.woken(outcome if isinstance(outcome, BaseException) else None)

    def ask(self) -> None:
        """Delivers Ctrl-C at the next step, and lets that step come soon."""
        self.asked = True
        if self.waker:
            self.waker.wake(self)


PUMPS: set[CodeType] = set()
"""Functions between an evaluation and a loop that it runs: what they call is not the evaluated code."""


def pump(function: Function) -> Function:
    """Marks a function that runs a loop, and so may not be torn apart."""
    PUMPS.add(function.__code__)
    return function


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


def within(frame: FrameType, steps: Steps) -> bool:
    """Whether a frame is code that `steps` runs: called below it, and not by a loop that it pumps."""
    code = Steps.__await__.__code__
    above = None
    at: FrameType | None = frame
    while at is not None:
        if at.f_code is code:
            # What else a step calls is ours, and no more to be torn apart than the step itself.
            return at.f_locals["self"] is steps and above is not None and above is steps.coroutine.cr_frame
        if at.f_code in PUMPS:
            return False
        above, at = at, at.f_back
    return False


def plainly(error: BaseException) -> BaseException:
    """An exception, or the one `KeyboardInterrupt` that it is made of."""
    return KeyboardInterrupt() if is_interrupt(error) else error


def is_interrupt(error: BaseException) -> bool:
    """Whether an exception is nothing but a Ctrl-C; trio's nurseries wrap one in a group."""
    if isinstance(error, KeyboardInterrupt):
        return True
    inner = getattr(error, "exceptions", ())
    return bool(inner) and all(is_interrupt(each) for each in inner)
