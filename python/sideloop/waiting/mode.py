"""What all modes share: an evaluation that stands on the caller's own stack."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Coroutine
    from typing import Any

    from ..gui import Found
    from ..interrupt.evaluation import Evaluation
    from ..interrupt.steps import Waker

    Wait = Callable[[int, float | None], object]
    """Waits in this thread until a file descriptor is readable, or so many seconds."""


class Mode:
    """How one kind of program waits. Belongs to a session, and to the thread that made it.

    Args:
        wait: For modes that stand still meanwhile.
        gui: Tells which GUI goes on meanwhile, if any; asked at each wait.
    """

    def __init__(self, wait: Wait, gui: Found) -> None:
        """Waits for nothing yet."""
        self.wait = wait
        self.gui = gui

    async def readable(self, fd: int) -> None:
        """Waits until a file descriptor is readable."""
        raise NotImplementedError

    async def pause(self) -> None:
        """Lets others run, where there are others."""

    def stand(self, fd: int) -> None:
        """Waits in this thread, where nothing but a GUI goes on."""
        if (hook := self.gui()) is None:
            self.wait(fd, None)
        else:
            from ..gui.turn import stand

            stand(hook, fd, self.wait)

    async def beside(self, loop: AbstractEventLoop, fd: int) -> None:
        """Waits in a loop that goes on, and so does a GUI."""
        from . import reentry

        if (hook := self.gui()) is None:
            await reentry.readable(loop, fd)
        else:
            from ..gui.beside import beside

            with beside(loop, hook):
                await reentry.readable(loop, fd)

    async def run(self, coroutine: Coroutine[Any, Any, Any], evaluation: Evaluation) -> Any:
        """Awaits what an input awaits; returns its result or raises what it raised."""
        return await coroutine

    def waker(self) -> Waker | None:
        """What ends a wait of the evaluation; `None` where it never suspends."""
        return None

    def evaluating(self) -> Callable[[], None]:
        """Arranges the loop for an evaluation, until the function that is returned is called."""
        return lambda: None

    def check(self, error: BaseException | None) -> None:
        """Raises the host's cancellation, if that is what an evaluation came to; `error` is its outcome."""

    def close(self) -> None:
        """Ends what the mode began."""
