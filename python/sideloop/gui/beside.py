"""The GUI beside a loop: it runs where the loop would sleep, until the loop has something to do.

A loop sleeps until one of its file descriptors is readable or a timer is due, and that is
exactly what a hook can be told to wait for. So neither loop is entered again, and neither
polls. What a callback of the GUI schedules in the loop ends the sleep, too. A loop of another
kind than these is left alone: it is likely to be the GUI's own.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext, suppress
from time import monotonic

from .turn import turn
from .watch import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from typing import Any

    from . import Hook

BUSY = 0.02
"""Seconds that a loop which never sleeps may keep the GUI waiting."""
SLICE = 0.001
"""Seconds that the GUI gets then."""
SCHEDULING = ("call_soon", "call_at", "call_later")
"""The methods of a loop that give it something to do."""


class Sleep:
    """What a loop does instead of sleeping.

    Args:
        hook: Runs the GUI.
        fd: Readable when the loop has to do something.
    """

    def __init__(self, hook: Hook, fd: int) -> None:
        """Runs nothing yet."""
        self.hook = hook
        self.works = True
        self.watch = Watch(fd)
        self.last = monotonic()
        self.sleeping = False

    def __call__(self, seconds: float | None) -> bool:
        """Runs the GUI for so long at most; `None` is for ever.

        Returns:
            Whether that was the loop's sleep; else it is still to come.
        """
        if seconds is not None and seconds <= 0:
            if monotonic() - self.last < BUSY:
                return True
            seconds = SLICE
        if self.works:
            self.sleeping = True
            self.watch.alarm(seconds)
            self.works = turn(self.hook, self.watch)
            self.sleeping = False
            self.last = monotonic()
        return self.works

    def end(self) -> None:
        """The loop has something to do. Called by what the GUI calls."""
        if self.sleeping:
            self.watch.alarm(0)


def beside(loop: Any, hook: Hook) -> AbstractContextManager[None]:
    """The GUI goes on while an asyncio loop runs, as long as the context is open.

    Of several sessions in one loop the first sees to it.
    """
    if "call_soon" in getattr(loop, "__dict__", {}):
        return nullcontext()
    if type(loop).__module__.startswith("uvloop"):
        from .uv import preparing

        return preparing(loop, hook)
    selector = getattr(loop, "_selector", None)
    if type(selector).__module__ == "selectors" and hasattr(selector, "fileno"):
        return selecting(loop, selector, hook)
    return nullcontext()


@contextmanager
def selecting(loop: Any, selector: Any, hook: Hook) -> Iterator[None]:
    """The loop's selector runs the GUI first."""
    sleep, select = Sleep(hook, selector.fileno()), selector.select
    selector.select = lambda timeout=None: select(0 if sleep(timeout) else timeout)
    try:
        with waking(loop, sleep):
            yield
    finally:
        del selector.select
        sleep.watch.close()


@contextmanager
def waking(loop: Any, sleep: Sleep) -> Iterator[None]:
    """What is scheduled in the loop ends its sleep."""
    for name in SCHEDULING:
        setattr(loop, name, after(sleep.end, getattr(loop, name)))
    try:
        yield
    finally:
        for name in SCHEDULING:
            delattr(loop, name)


def after(first: Callable[[], object], function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that calls another one first."""

    def both(*arguments: Any, **options: Any) -> Any:
        first()
        return function(*arguments, **options)

    return both


@contextmanager
def beside_trio(hook: Hook) -> Iterator[None]:
    """The GUI goes on while trio's loop, which is the caller's, runs."""
    from trio import lowlevel

    instrument: Any = Instrument(hook, lowlevel.current_trio_token())
    lowlevel.add_instrument(instrument)
    try:
        yield
    finally:
        with suppress(KeyError):
            lowlevel.remove_instrument(instrument)
        instrument.sleep.watch.close()


class Instrument:
    """Trio calls it when it is about to sleep."""

    def __init__(self, hook: Hook, token: Any) -> None:
        """Belongs to the loop of the token."""
        from trio import _core

        manager: Any = _core._run.GLOBAL_RUN_CONTEXT.runner.io_manager
        poller = manager._epoll if sys.platform == "linux" else manager._kqueue
        self.sleep = Sleep(hook, poller.fileno())
        self.token = token

    def before_io_wait(self, seconds: float) -> None:
        """Runs the GUI, and keeps trio from sleeping as long again."""
        if self.sleep(seconds) and seconds > 0:
            self.token.run_sync_soon(int, idempotent=True)

    def task_scheduled(self, _task: object) -> None:
        """A callback of the GUI started or woke a task."""
        self.sleep.end()
