"""`sys.stdin`, `sys.stdout` and `sys.stderr` of a session on another terminal than the program's.

They are put in place for each step of an evaluation and taken away at each await, so
that sessions of one loop do not print on each other's terminals. Threads see them while
a step runs: these names are the whole process's.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

NAMES = ("stdin", "stdout", "stderr")


class Streams:
    """A context manager: inside it the three names are the session's. May be entered again inside.

    Args:
        input: The file descriptor to read from.
        output: The one to write to. The program's own streams stay where they are if it is theirs.
    """

    def __init__(self, input: int, output: int) -> None:
        """Puts nothing in place yet."""
        self.output = output
        self.ours: list[Any] = []
        self.theirs: list[list[Any]] = []
        if not is_own(output):
            self.ours = [text(input, "r"), text(output, "w"), text(output, "w")]

    def __enter__(self) -> None:
        """Puts the session's in place."""
        if self.ours:
            self.theirs.append([getattr(sys, name) for name in NAMES])
            vars(sys).update(zip(NAMES, self.ours, strict=True))

    def __exit__(self, *error: object) -> None:
        """Puts back what was there; what the evaluated code put in place is kept for its next step."""
        if self.ours:
            self.ours = [getattr(sys, name) for name in NAMES]
            vars(sys).update(zip(NAMES, self.theirs.pop(), strict=True))


def text(fd: int, mode: str) -> IO[str]:
    """A text file on a descriptor, which stays open when the file is gone."""
    return open(fd, mode, buffering=1, encoding="utf-8", errors="surrogateescape", closefd=False)


def is_own(output: int) -> bool:
    """Whether a file descriptor is the program's own standard output."""
    try:
        own = os.fstat(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        return False
    return os.path.samestat(own, os.fstat(output))
