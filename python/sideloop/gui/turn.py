"""One turn of the GUI: a hook runs until it has to return.

Turns follow each other while a thread stands still.
"""

from __future__ import annotations

import os
import signal
import sys

from .watch import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from . import Hook

    Wait = Callable[[int, float | None], object]


def turn(hook: Hook, watch: Watch) -> bool:
    """Runs the GUI until `watch` is readable. What the hook raises is reported here.

    Returns:
        Whether it did as it was told; else it is not to be asked again in this wait.
    """
    try:
        hook(watch)
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return False
    return watch.input_is_ready()


def stand(hook: Hook, fd: int, wait: Wait) -> None:
    """Runs the GUI until a file descriptor is readable; signal handlers run meanwhile.

    Args:
        hook: Runs it.
        fd: What to wait for.
        wait: Waits without the GUI, for so many seconds at most, and tells whether it came.
    """
    try:
        watch = Watch(fd)
    except PermissionError:
        # A file, which is always readable.
        return
    with watch, Signals(watch) as signals:
        while not wait(fd, 0):
            if not turn(hook, watch):
                wait(fd, None)
            signals.forward()


class Signals:
    """A signal ends the turn: no handler of Python's runs while C code waits.

    Main thread only; elsewhere it does nothing, since no handlers run there.

    Args:
        watch: What the hook watches.
    """

    def __init__(self, watch: Watch) -> None:
        """Changes nothing yet."""
        self.watch = watch
        self.previous: int | None = None

    def __enter__(self) -> Signals:
        """Takes the process's wake-up file descriptor."""
        self.read, self.write = os.pipe()
        os.set_blocking(self.read, False)
        os.set_blocking(self.write, False)
        try:
            self.previous = signal.set_wakeup_fd(self.write, warn_on_full_buffer=False)
        except ValueError:
            return self
        self.watch.add(self.read)
        return self

    def forward(self) -> None:
        """Reads what came, and hands it on to whom it was meant for."""
        try:
            numbers = os.read(self.read, 4096)
        except BlockingIOError:
            return
        if self.previous is not None and self.previous != -1:
            os.write(self.previous, numbers)

    def __exit__(self, *_: object) -> None:
        """Gives it back."""
        if self.previous is not None:
            signal.set_wakeup_fd(self.previous)
        self.forward()
        os.close(self.read)
        os.close(self.write)
