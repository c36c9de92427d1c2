"""One file descriptor that is readable when one of several is, or when time is over.

Toolkits, and the hooks that others wrote for them, watch one file descriptor. epoll's and
kqueue's own can be watched like any, and stand for many; so does a timer's.
"""

from __future__ import annotations

import os
import select
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

LINUX = sys.platform == "linux"


class Watch:
    """What an input hook is given as its context; prompt_toolkit's `InputHookContext` in all but name.

    Args:
        fds: What to watch; nothing of them may be a plain file.
    """

    def __init__(self, *fds: int) -> None:
        """Opens what it takes to watch."""
        self.poller: Any = Epoll() if LINUX else Kqueue()
        try:
            for fd in fds:
                self.add(fd)
        except OSError:
            self.poller.close()
            raise

    def add(self, fd: int) -> None:
        """Watches one more."""
        self.poller.add(fd)

    def close(self) -> None:
        """What is watched stays open."""
        self.poller.close()

    def __enter__(self) -> Watch:
        """It is open already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        self.close()

    def fileno(self) -> int:
        """The file descriptor that a toolkit watches."""
        return int(self.poller.fileno())

    def input_is_ready(self) -> bool:
        """Whether it is readable now."""
        return self.wait(0)

    def wait(self, seconds: float | None = None) -> bool:
        """Waits for that without a toolkit; whether it came in time."""
        return bool(self.poller.wait(seconds))

    def alarm(self, seconds: float | None) -> None:
        """Time is over in so many seconds from now, in place of what was set before; `None` is never."""
        self.poller.alarm(seconds)


class Epoll:
    """Linux."""

    def __init__(self) -> None:
        """The timer is made when it is set first."""
        self.epoll = select.epoll()
        self.timer: int | None = None
        self.arm: Callable[[int, float | None], None] | None = None
        self.fileno = self.epoll.fileno

    def add(self, fd: int) -> None:
        """Raises PermissionError for a plain file."""
        self.epoll.register(fd, select.EPOLLIN)

    def close(self) -> None:
        """Both."""
        self.epoll.close()
        if self.timer is not None:
            os.close(self.timer)

    def wait(self, seconds: float | None) -> list[tuple[int, int]]:
        """What is readable."""
        return self.epoll.poll(seconds, 1)

    def alarm(self, seconds: float | None) -> None:
        """A timer is one more file descriptor here. Set at each tick of a loop, so imported once."""
        if self.timer is None or self.arm is None:
            from . import timer

            self.timer, self.arm = timer.create(), timer.arm
            self.add(self.timer)
        self.arm(self.timer, seconds)


class Kqueue:
    """macOS and the BSDs."""

    def __init__(self) -> None:
        """A timer is an event like others."""
        self.events: Any = select
        self.kqueue = self.events.kqueue()
        self.armed = False
        self.fileno, self.close = self.kqueue.fileno, self.kqueue.close

    def add(self, fd: int) -> None:
        """Raises OSError for what cannot be watched."""
        self.change(fd, self.events.KQ_FILTER_READ, self.events.KQ_EV_ADD)

    def change(self, what: int, kind: int, how: int, time: int = 0) -> None:
        """Adds or removes an event; the time is in milliseconds."""
        self.kqueue.control([self.events.kevent(what, kind, how, 0, time)], 0)

    def wait(self, seconds: float | None) -> Any:
        """What is readable. A timer that is over is told once, so it is set to be over again."""
        ready = self.kqueue.control(None, 1, seconds)
        if ready and ready[0].filter == self.events.KQ_FILTER_TIMER:
            self.alarm(0)
        return ready

    def alarm(self, seconds: float | None) -> None:
        """Sets or removes it."""
        if seconds is not None:
            time = max(1, round(1000 * seconds))
            self.change(0, self.events.KQ_FILTER_TIMER, self.events.KQ_EV_ADD, time)
        elif self.armed:
            self.change(0, self.events.KQ_FILTER_TIMER, self.events.KQ_EV_DELETE)
        self.armed = seconds is not None
