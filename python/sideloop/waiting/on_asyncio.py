"""The mode of a caller that awaits the session in asyncio or uvloop. Imports asyncio."""

from __future__ import annotations

import sys
from asyncio import CancelledError, current_task, sleep

from ..interrupt.wakeup import withhold_sigint
from ..interrupt.waking import Cancelling
from .mode import Mode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from ..gui import Found
    from ..interrupt.steps import Waker
    from .mode import Wait


class Asyncio(Mode):
    """The caller awaits the session in a task of asyncio or uvloop, and the loop goes on.

    Args:
        wait: For modes that stand still meanwhile.
        gui: Tells which GUI goes on meanwhile, if any.
        loop: The running loop.
    """

    def __init__(self, wait: Wait, gui: Found, loop: AbstractEventLoop) -> None:
        """Belongs to the current task."""
        task = current_task()
        assert task is not None
        super().__init__(wait, gui)
        self.loop = loop
        self.cancelling = Cancelling(loop, task)

    async def readable(self, fd: int) -> None:
        """The loop watches the file descriptor."""
        await self.beside(self.loop, fd)

    async def pause(self) -> None:
        """The loop goes round twice: timers that became due run behind what waited already, so behind us."""
        await sleep(0)
        await sleep(0)

    def waker(self) -> Waker:
        """Cancels the caller's task, and takes it back."""
        return self.cancelling

    def evaluating(self) -> Callable[[], None]:
        """The host's handlers of the loop do not see our Ctrl-C."""
        return withhold_sigint(self.loop).close

    def check(self, error: BaseException | None) -> None:
        """A task tells whether it was cancelled from Python 3.11 on; before, each one counts."""
        alien = isinstance(error, CancelledError) and not isinstance(error, KeyboardInterrupt)
        if self.cancelling.host_cancelled() or (alien and sys.version_info < (3, 11)):
            raise error if alien and error else CancelledError
