"""The modes in which the caller's thread stands still at the prompt."""

from __future__ import annotations

from ..interrupt.steps import pump
from .current_loop import CurrentLoop
from .mode import Mode
from .running import in_trio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Coroutine
    from typing import Any

    from ..gui import Found
    from ..interrupt.evaluation import Evaluation
    from .mode import Wait


class Blocking(Mode):
    """The caller's thread stands still at the prompt, but for a loop of the session's own.

    The loop is made at the first top-level await, or by asyncio for a task that was made
    before; it goes on while the prompt waits.
    """

    loop: AbstractEventLoop | None = None

    def __init__(self, wait: Wait, gui: Found) -> None:
        """Makes no loop yet."""
        super().__init__(wait, gui)
        self.current = CurrentLoop()

    def evaluating(self) -> Callable[[], None]:
        """Outside of a coroutine, too, tasks go to the session's own loop."""
        self.current.enter(self.own())

        def restore() -> None:
            made = self.current.leave()
            self.loop = self.own() or made

        return restore

    def own(self) -> AbstractEventLoop | None:
        """The session's own loop, unless somebody closed it."""
        return None if self.loop is None or self.loop.is_closed() else self.loop

    async def readable(self, fd: int) -> None:
        """Never suspends, so that `drive` can step the REPL by hand."""
        if self.loop is None:
            self.stand(fd)
        else:
            from . import reentry

            waiting = self.loop.create_task(self.beside(self.loop, fd))
            try:
                reentry.run_until(self.loop, waiting)
            finally:
                waiting.cancel()

    @pump
    async def run(self, coroutine: Coroutine[Any, Any, Any], evaluation: Evaluation) -> Any:
        """Runs it in the session's own loop."""
        from . import reentry

        if (loop := self.own()) is None:
            self.loop = loop = self.current.leave() or own_loop(coroutine)
            self.current.enter(loop)
        return reentry.run(loop, coroutine, evaluation)

    def close(self) -> None:
        """Ends the session's own loop."""
        if self.loop is not None:
            from . import reentry

            loop, self.loop = self.loop, None
            reentry.close(loop)


def own_loop(coroutine: Coroutine[Any, Any, Any]) -> AbstractEventLoop:
    """A loop for the session.

    Raises:
        RuntimeError: The caller is in a task of trio, which cannot be entered again.
    """
    if in_trio():
        from .reentry import CANNOT

        coroutine.close()
        raise RuntimeError(CANNOT.format("trio"))
    import asyncio

    return asyncio.new_event_loop()


class Standing(Mode):
    """The caller is called by a running asyncio loop, which stands still at the prompt.

    Args:
        wait: For modes that stand still meanwhile.
        gui: Tells which GUI goes on meanwhile, if any.
        loop: That loop.
    """

    def __init__(self, wait: Wait, gui: Found, loop: AbstractEventLoop) -> None:
        """Leaves the loop alone."""
        super().__init__(wait, gui)
        self.loop = loop

    async def readable(self, fd: int) -> None:
        """As a breakpoint does."""
        self.stand(fd)

    @pump
    async def run(self, coroutine: Coroutine[Any, Any, Any], evaluation: Evaluation) -> Any:
        """Drives the loop that runs already; its other tasks progress meanwhile."""
        from . import reentry

        return reentry.run(self.loop, coroutine, evaluation)

    def evaluating(self) -> Callable[[], None]:
        """The host's handlers of the loop do not see our Ctrl-C."""
        from ..interrupt.wakeup import withhold_sigint

        return withhold_sigint(self.loop).close
