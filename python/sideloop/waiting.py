"""The ways to wait: for the session's file descriptor, and for what an input awaits.

The REPL is one coroutine; a mode is what differs between the kinds of program that it
runs in. A mode belongs to one session and to the thread that made it.
"""

from __future__ import annotations

import sys

from .current_loop import CurrentLoop
from .interrupt import pump

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Coroutine
    from typing import Any

    from .gui import Found
    from .interrupt import Evaluation, Waker

    Wait = Callable[[int, float | None], object]
    """Waits in this thread until a file descriptor is readable, or so many seconds."""


class Mode:
    """What all modes share: an evaluation that stands on the caller's own stack.

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
            from .gui.turn import stand

            stand(hook, fd, self.wait)

    async def beside(self, loop: AbstractEventLoop, fd: int) -> None:
        """Waits in a loop that goes on, and so does a GUI."""
        from . import reentry

        if (hook := self.gui()) is None:
            await reentry.readable(loop, fd)
        else:
            from .gui.beside import beside

            with beside(loop, hook):
                await reentry.readable(loop, fd)

    async def run(self, coroutine: Coroutine[Any, Any, Any], evaluation: Evaluation) -> Any:
        """Awaits what an input awaits; returns its result or raises what it raised."""
        return await coroutine

    def waker(self) -> Waker | None:
        """What ends a wait of the evaluation; `None` where it never suspends."""
        return None

    def shield(self) -> Callable[[], None]:
        """Keeps SIGINT from the loop's own handlers until the function returned is called."""
        return lambda: None

    def check(self, error: BaseException | None) -> None:
        """Raises the host's cancellation, if that is what an evaluation came to; `error` is its outcome."""

    def close(self) -> None:
        """Ends what the mode began."""


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

    def shield(self) -> Callable[[], None]:
        """Outside of a coroutine, too, tasks go to the session's own loop."""
        self.current.enter(self.own())

        def unshield() -> None:
            made = self.current.leave()
            self.loop = self.own() or made

        return unshield

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

    def shield(self) -> Callable[[], None]:
        """The host's handlers of the loop do not see our Ctrl-C."""
        return shield(self.loop)


class Asyncio(Mode):
    """The caller awaits the session in a task of asyncio or uvloop, and the loop goes on.

    Args:
        wait: For modes that stand still meanwhile.
        gui: Tells which GUI goes on meanwhile, if any.
        loop: The running loop.
    """

    def __init__(self, wait: Wait, gui: Found, loop: AbstractEventLoop) -> None:
        """Belongs to the current task."""
        from asyncio import current_task

        from .waking import Cancelling

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
        from asyncio import sleep

        await sleep(0)
        await sleep(0)

    def waker(self) -> Waker:
        """Cancels the caller's task, and takes it back."""
        return self.cancelling

    def shield(self) -> Callable[[], None]:
        """The host's handlers of the loop do not see our Ctrl-C."""
        return shield(self.loop)

    def check(self, error: BaseException | None) -> None:
        """A task tells whether it was cancelled from Python 3.11 on; before, each one counts."""
        from asyncio import CancelledError

        alien = isinstance(error, CancelledError) and not isinstance(error, KeyboardInterrupt)
        if self.cancelling.host_cancelled() or (alien and sys.version_info < (3, 11)):
            raise error if alien and error else CancelledError


class Trio(Mode):
    """The caller awaits the session in a task of trio, whose loop goes on."""

    async def readable(self, fd: int) -> None:
        """Trio watches the file descriptor."""
        from trio.lowlevel import wait_readable

        if (hook := self.gui()) is None:
            await wait_readable(fd)
        else:
            from .gui.beside import beside_trio

            with beside_trio(hook):
                await wait_readable(fd)

    async def pause(self) -> None:
        """Trio's scheduler goes round once."""
        from trio.lowlevel import checkpoint

        await checkpoint()

    async def run(self, coroutine: Coroutine[Any, Any, Any], evaluation: Evaluation) -> Any:
        """A Ctrl-C that no wait of it could end comes at its end."""
        value = await coroutine
        evaluation.deliver()
        return value

    def waker(self) -> Waker:
        """Aborts the wait of the caller's task."""
        from .waking import Aborting

        return Aborting()

    def check(self, error: BaseException | None) -> None:
        """Only a scope of the host's can let its cancellation through to here."""
        from trio import Cancelled

        if isinstance(error, Cancelled):
            raise error


def blocking(wait: Wait, gui: Found) -> Mode:
    """The mode for a caller that blocks."""
    loop = running_loop()
    return Blocking(wait, gui) if loop is None else Standing(wait, gui, loop)


def awaitable(wait: Wait, gui: Found) -> Mode:
    """The mode for a caller that awaits.

    Raises:
        RuntimeError: Neither asyncio nor trio runs the caller.
    """
    if in_trio():
        return Trio(wait, gui)
    loop = running_loop()
    if loop is None:
        raise RuntimeError("embed_async() is awaited by neither asyncio nor trio: use embed()")
    return Asyncio(wait, gui, loop)


def running_loop() -> AbstractEventLoop | None:
    """The asyncio loop that runs in this thread. Does not import asyncio."""
    asyncio = sys.modules.get("asyncio")
    return asyncio._get_running_loop() if asyncio and hasattr(asyncio, "_get_running_loop") else None


def in_trio() -> bool:
    """Whether a task of trio is the caller. Does not import trio."""
    if (trio := sys.modules.get("trio")) is None:
        return False
    try:
        trio.lowlevel.current_task()
    except (AttributeError, RuntimeError):
        return False
    return True


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


def shield(loop: AbstractEventLoop) -> Callable[[], None]:
    """See `Wakeup`."""
    from . import waking

    return waking.shield(loop).close


def drive(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Runs a coroutine that never suspends; returns its result."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError("a blocking session was suspended")
