"""Ctrl-C at a plain prompt, which reads lines and no keys: SIGINT there drops the line.

Invariant: no exception of it is ever on its way through the REPL's own code, so it may be
pressed at any time and any number of times.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import os
import selectors
from _signal import SIGINT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any


class Pressed:
    """Knows whether Ctrl-C was pressed since it was last asked. Main thread only; elsewhere it never was.

    Args:
        input: The terminal, a file descriptor.
        reading: The function that waits for a line of it, and so may be interrupted.
    """

    def __init__(self, input: int, reading: CodeType) -> None:
        """Leaves SIGINT alone until `listen`."""
        self.reading = reading
        self.mark, self.marks = os.pipe()
        for end in (self.mark, self.marks):
            os.set_blocking(end, False)
        self.either = selectors.DefaultSelector()
        self.either.register(input, selectors.EVENT_READ)
        self.either.register(self.mark, selectors.EVENT_READ)
        self.previous: Any = None

    def fileno(self) -> int:
        """Readable when a line was typed or Ctrl-C pressed."""
        return self.either.fileno()

    def listen(self) -> None:
        """From here on SIGINT is a key, until `close`. An evaluation has it meanwhile."""
        if self.previous is not None:
            return
        try:
            self.previous = _signal.getsignal(SIGINT)
            # What C code has installed cannot be put back from here: leave it alone.
            if self.previous is not None:
                _signal.signal(SIGINT, self.press)
        except ValueError:
            self.previous = None

    def press(self, _number: int, frame: FrameType | None) -> None:
        """The handler: leaves a mark, and ends a wait for the rest of a line.

        Raises:
            KeyboardInterrupt: In the function that reads, and only there.
        """
        try:
            os.write(self.marks, b"\x03")
        except BlockingIOError:
            return
        if frame is not None and frame.f_code is self.reading:
            raise KeyboardInterrupt

    def take(self) -> bool:
        """Whether it was pressed since the last call."""
        try:
            return bool(os.read(self.mark, 4096))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Gives SIGINT back, unless somebody has installed a handler since."""
        if self.previous is not None and _signal.getsignal(SIGINT) == self.press:
            _signal.signal(SIGINT, self.previous)
        self.either.close()
        os.close(self.mark)
        os.close(self.marks)
