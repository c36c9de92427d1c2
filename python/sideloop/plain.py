"""A prompt where none can be drawn: a dumb terminal, a pipe, a file. Line by line, no escape sequences.

It stands in for the native session, so that the REPL itself is the same. The terminal edits the
line; readline does not, since it writes escape sequences and paints again what was typed.
"""

from __future__ import annotations

import os
import sys
from collections import deque

from .interrupt.pressed import Pressed
from .streams import is_own

ERRORS = 2
"""Standard error."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class PlainSession:
    """Reads lines from one file descriptor, and prompts on the other if a person is there.

    `draws` is false: there is no pager, and nothing is drawn anew.

    Args:
        input: Where lines are read. Standard input goes through `sys.stdin`, so that
            `input()` and the prompt share what was read ahead.
        output: Where prompts and messages are written.
        confirm: Whether a person is asked before Ctrl-D leaves.
    """

    draws = False

    def __init__(self, input: int, output: int, *, confirm: bool = False) -> None:
        """Prompts nothing yet."""
        self.input = input
        self.output = output
        self.lines: list[str] = []
        self.messages: deque[dict[str, Any]] = deque()
        self.primary = self.continuation = ""
        self.asked = False
        self.due = False
        self.person = os.isatty(input) and os.isatty(output)
        self.confirm = confirm and self.person
        self.warned = False
        self.pressed = Pressed(input, PlainSession.read.__code__) if self.person else None

    def fileno(self) -> int:
        """Readable when a line was typed, or Ctrl-C pressed."""
        return self.input if self.pressed is None else self.pressed.fileno()

    def take(self) -> dict[str, Any] | None:
        """The next message; on a terminal `None` once, so that the line is waited for."""
        if self.messages:
            return self.messages.popleft()
        if self.due:
            self.begin()
        if self.person and not self.asked:
            self.asked = True
            return None
        self.asked = False
        line = self.line()
        if line is None:
            self.drop()
            return self.take()
        if not line:
            return {"type": "eof"} if self.leaves() else self.take()
        self.warned = False
        self.lines.append(line.rstrip("\n"))
        source = "\n".join(self.lines)
        if not source.strip():
            self.begin()
        elif incomplete(source):
            self.write(self.continuation)
        else:
            return {"type": "run", "source": source}
        return self.take()

    def wait(self, fd: int, timeout: float | None = None) -> bool:
        """Waits until a file descriptor is readable, or so many seconds; `False` when they are over."""
        from . import host

        return host.wait(fd, timeout)

    def send(self, message: dict[str, Any]) -> None:
        """Answers what the REPL says, as a terminal would."""
        match message["type"]:
            case "incomplete":
                self.write(self.continuation)
            case "invalid":
                text = f"SyntaxError: {message['message']} (line {message['line']})\n"
                complaints = ERRORS if is_own(self.output) else self.output
                os.write(complaints, text.encode(errors="backslashreplace"))
                self.begin()
            case "print":
                os.write(self.output, message["text"].encode(errors="backslashreplace"))

    def accept(self) -> bool:
        """The terminal is the evaluation's already."""
        return True

    def prompt(self, primary: str, continuation: str, succeeded: bool | None = None, shown: str = "") -> bool:
        """Prompts when Ctrl-C is no more the evaluation's: who sees a prompt may press it."""
        self.primary, self.continuation = primary, continuation
        self.due = True
        return True

    def close(self) -> None:
        """Gives SIGINT back."""
        if self.pressed is not None:
            self.pressed.close()

    def highlight(self, text: str) -> str:
        """Colours Python in the terminal's own colours."""
        from .host import highlight

        return highlight(text)

    def leaves(self) -> bool:
        """Whether Ctrl-D, or the input's end, leaves: always the second time."""
        if self.warned or not self.confirm:
            self.write("\n")
            return True
        self.warned = True
        self.write("\nPress Ctrl-D again to leave.\n")
        self.begin()
        return False

    def drop(self) -> None:
        """Ctrl-C: prompts anew."""
        self.write("\nKeyboardInterrupt\n")
        self.begin()

    def begin(self) -> None:
        """Prompts for a new input."""
        if self.pressed is not None:
            self.pressed.listen()
        self.lines.clear()
        self.write(self.primary)
        self.due = False

    def write(self, prompt: str) -> None:
        """Prompts, if there is a person to prompt."""
        if self.person:
            os.write(self.output, prompt.encode(errors="backslashreplace"))

    def line(self) -> str | None:
        """One line, with its newline; empty at the end, `None` upon Ctrl-C."""
        if self.pressed is not None and self.pressed.take():
            return None
        # libuv leaves what it watched non-blocking.
        os.set_blocking(self.input, True)
        try:
            return self.read()
        except KeyboardInterrupt:
            if self.pressed is None or not self.pressed.take():
                raise
            return None

    def read(self) -> str:
        """Waits for a line; empty at the end. The one function that Ctrl-C interrupts."""
        standard = sys.__stdin__
        if standard is not None and sys.stdin is standard and self.input == standard.fileno():
            return standard.readline()
        line = b""
        while (byte := os.read(self.input, 1)) not in (b"", b"\n"):
            line += byte
        return (line + byte).decode(errors="surrogateescape")


def incomplete(source: str) -> bool:
    """Whether Python's own prompt would ask for another line."""
    import codeop

    try:
        return codeop.compile_command(source) is None
    except (SyntaxError, ValueError, OverflowError):
        return False
