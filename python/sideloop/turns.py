"""Who may prompt on a terminal: one session at a time, never two at once.

A session that is opened while another one on the same terminal evaluates (at its prompt
somebody typed `embed()`, or a breakpoint was hit) goes first; the other one waits with
its next prompt until that one is over.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

open_sessions: dict[tuple[int, int], list[Turn]] = {}
"""Of each terminal the sessions, the one that may prompt last. Changed under the GIL only."""


class Turn:
    """One session's place in the line at its terminal.

    Args:
        terminal: A file descriptor of it.

    Raises:
        OSError: Another session stands at its prompt there.
    """

    def __init__(self, terminal: int) -> None:
        """Stands in line from here on."""
        status = os.fstat(terminal)
        self.key = (status.st_dev, status.st_ino)
        self.evaluating = False
        self.waker: int | None = None
        line = open_sessions.setdefault(self.key, [])
        if line and not line[-1].evaluating:
            raise OSError("another session stands at its prompt on this terminal: leave that one first")
        self.nested = bool(line)
        line.append(self)

    async def come(self, readable: Callable[[int], Awaitable[None]]) -> None:
        """Waits until no other session goes first; `readable` waits for a file descriptor."""
        while open_sessions[self.key][-1] is not self:
            read, self.waker = os.pipe()
            try:
                await readable(read)
            finally:
                os.close(read)
                os.close(self.waker)
                self.waker = None
        self.evaluating = False

    def end(self) -> None:
        """Leaves the line, and wakes the one whose turn it is now. Any number of times."""
        line = open_sessions.get(self.key, [])
        if self in line:
            line.remove(self)
        if not line:
            open_sessions.pop(self.key, None)
        elif (waker := line[-1].waker) is not None:
            os.write(waker, b"\n")
