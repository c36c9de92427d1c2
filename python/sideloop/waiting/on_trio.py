"""The mode of a caller that awaits the session in trio. Imports trio."""

from __future__ import annotations

from trio import Cancelled
from trio.lowlevel import checkpoint, wait_readable

from ..interrupt.waking import Aborting
from .mode import Mode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from ..interrupt.evaluation import Evaluation
    from ..interrupt.steps import Waker


class Trio(Mode):
    """The caller awaits the session in a task of trio, whose loop goes on."""

    async def readable(self, fd: int) -> None:
        """Trio watches the file descriptor."""
        if (hook := self.gui()) is None:
            await wait_readable(fd)
        else:
            from ..gui.beside import beside_trio

            with beside_trio(hook):
                await wait_readable(fd)

    async def pause(self) -> None:
        """Trio's scheduler goes round once."""
        await checkpoint()

    async def run(self, coroutine: Coroutine[Any, Any, Any], evaluation: Evaluation) -> Any:
        """A Ctrl-C that no wait of it could end comes at its end."""
        value = await coroutine
        evaluation.deliver()
        return value

    def waker(self) -> Waker:
        """Aborts the wait of the caller's task."""
        return Aborting()

    def check(self, error: BaseException | None) -> None:
        """Only a scope of the host's can let its cancellation through to here."""
        if isinstance(error, Cancelled):
            raise error
