"""SIGINT kept from an event loop's own handlers while the prompt's evaluation has it."""

from __future__ import annotations

import os
import signal
import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop


class Wakeup:
    """Keeps SIGINT from the loop's own signal handlers, and wakes the loop for ours.

    asyncio and uvloop hear of a signal through `signal.set_wakeup_fd`, whatever Python
    handler is installed: a server that stops itself upon SIGINT would do so at Ctrl-C in
    the prompt's evaluation. Main thread only; elsewhere it does nothing.

    Evaluations that overlap in one loop share one, since they do not end in the reverse
    order of their beginning: to be had from `withhold_sigint`.
    """

    current: Wakeup | None = None

    def __init__(self, loop: AbstractEventLoop) -> None:
        """Puts itself in between."""
        self.loop = loop
        self.users = 1
        self.ours, self.theirs = socket.socketpair()
        self.ours.setblocking(False)
        self.theirs.setblocking(False)
        self.previous: int | None = None
        try:
            self.previous = signal.set_wakeup_fd(self.theirs.fileno(), warn_on_full_buffer=False)
        except ValueError:
            return
        Wakeup.current = self
        loop.add_reader(self.ours, self.forward)

    def forward(self) -> None:
        """Hands all other signals on."""
        try:
            numbers = self.ours.recv(4096)
        except BlockingIOError:
            return
        others = bytes(number for number in numbers if number != signal.SIGINT)
        if others and self.previous is not None and self.previous != -1:
            os.write(self.previous, others)

    def close(self) -> None:
        """Takes itself out after the last user, unless the evaluated code put something else there."""
        self.users -= 1
        if self.users:
            return
        if self.previous is not None:
            now = signal.set_wakeup_fd(self.previous)
            if now != self.theirs.fileno():
                signal.set_wakeup_fd(now)
            self.forward()
            Wakeup.current = None
            self.loop.remove_reader(self.ours)
        self.ours.close()
        self.theirs.close()


def withhold_sigint(loop: AbstractEventLoop) -> Wakeup:
    """A `Wakeup` of the loop, to be closed."""
    current = Wakeup.current
    if current is None or current.loop is not loop:
        return Wakeup(loop)
    current.users += 1
    return current
