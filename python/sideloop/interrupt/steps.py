"""A coroutine awaited step by step, and which frames are its own: where a `KeyboardInterrupt` may go."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import CodeType, FrameType
    from typing import Any, Protocol, TypeVar

    from .evaluation import Evaluation

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
