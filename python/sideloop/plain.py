"""A prompt where none can be drawn: a dumb terminal, a pipe, a file. Line by line, no escape sequences.

It stands in for the native session, so that the REPL itself is the same. The terminal edits the
line; readline does not, since it writes escape sequences and paints again what was typed.
"""

from __future__ import annotations

import os
import sys
from collections import deque

from .streams import is_own

ERRORS = 2
"""Standard error."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class PlainSession:
    """Reads lines from one file descriptor, and prompts on the other if a person is there.

    Args:
        input: Where lines are read. Standard input goes through `sys.stdin`, so that
            `input()` and the prompt share what was read ahead.
        output: Where prompts and messages are written.
    """

    def __init__(self, input: int, output: int) -> None:
        """Opens nothing."""
        self.input = input
        self.output = output
        self.lines: list[str] = []
        self.messages: deque[dict[str, Any]] = deque()
        self.prompt = {"primary": "", "continuation": ""}
        self.asked = False
        self.due = False
        self.notice = ""
        self.person = os.isatty(input) and os.isatty(output)

    def fileno(self) -> int:
        """Readable when a line was typed."""
        return self.input

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
        # libuv leaves what it watched non-blocking.
        os.set_blocking(self.input, True)
        line = self.read()
        if not line:
            return {"type": "eof"}
        self.lines.append(line.rstrip("\n"))
        source = "\n".join(self.lines)
        if not source.strip():
            self.begin()
        elif incomplete(source):
            self.write(self.prompt["continuation"])
        else:
            return {"type": "run", "source": source}
        return self.take()

    def send(self, message: dict[str, Any]) -> None:
        """Answers what the REPL says, as a terminal would."""
        match message["type"]:
            case "ready":
                self.prompt = message["prompt"]
                # Not before Ctrl-C is no more the evaluation's: who sees a prompt may press it.
                self.due = True
                self.messages.append({"type": "prompting"})
            case "accepted":
                self.messages.append({"type": "go"})
            case "incomplete":
                self.write(self.prompt["continuation"])
            case "invalid":
                text = f"SyntaxError: {message['message']} (line {message['line']})\n"
                complaints = ERRORS if is_own(self.output) else self.output
                os.write(complaints, text.encode(errors="backslashreplace"))
                self.begin()
            case "print":
                os.write(self.output, message["text"].encode(errors="backslashreplace"))

    def close(self) -> None:
        """There is nothing to restore."""

    def drop_line(self) -> bool:
        """Ctrl-C: prompts anew, if there is a person. Writes nothing yet, for it may be pressed again."""
        self.asked = False
        self.messages.clear()
        self.due = True
        self.notice = "\nKeyboardInterrupt\n"
        return self.person

    def begin(self) -> None:
        """Prompts for a new input."""
        self.lines.clear()
        self.write(self.notice + self.prompt["primary"])
        self.due = False
        self.notice = ""

    def write(self, prompt: str) -> None:
        """Prompts, if there is a person to prompt."""
        if self.person:
            os.write(self.output, prompt.encode(errors="backslashreplace"))

    def read(self) -> str:
        """One line, with its newline; empty at the end."""
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
