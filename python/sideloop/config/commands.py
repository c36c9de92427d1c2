"""Commands written in Python: the input goes to a function, and comes back as it leaves it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Command = Callable[["Event"], object]


class Event:
    """What a command is given: the input, to be looked at and changed.

    Attributes:
        text: The whole input.
        cursor: Where the cursor stands, in characters from the start.
        repl: The session's handle.
    """

    def __init__(self, text: str, cursor: int, repl: Any) -> None:
        """Nothing is changed yet."""
        self.text = text
        self.cursor = cursor
        self.repl = repl
        self.runs = False

    def insert(self, text: str) -> None:
        """Inserts a text at the cursor, which goes behind it."""
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def run(self) -> None:
        """Has the input run once the command is done, if it is complete, as Enter does."""
        self.runs = True


def answer(message: dict[str, Any], repl: Any) -> dict[str, Any]:
    """Runs the command of a message and tells what the input is now: the message `replace`.

    A command changes its event, or returns the new text, or the text and the cursor's
    place in it. What it raises passes.

    Raises:
        LookupError: There is no such command any more.
        TypeError: It returned something else.
    """
    if (command := repl.commands.get(message["name"])) is None:
        raise LookupError(f"no command of that name: {message['name']}")
    source = message["text"]
    before = len(source.encode()[: message["cursor"]].decode(errors="ignore"))
    event = Event(source, before, repl)
    match command(event):
        case None:
            text, cursor = event.text, event.cursor
        case str() as text:
            cursor = len(text)
        case (str() as text, int() as cursor):
            pass
        case other:
            kind = type(other).__name__
            raise TypeError(f"a command returns None, a text, or a text and a cursor; not {kind}")
    place = len(text[: max(cursor, 0)].encode())
    changed = None if (text, cursor) == (source, before) else text
    return replace(message, changed, place, event.runs)


def replace(
    message: dict[str, Any], text: str | None = None, cursor: int = 0, submit: bool = False
) -> dict[str, Any]:
    """The message `replace`; without a text the input stays as it is."""
    return {"type": "replace", "seq": message["seq"], "text": text, "cursor": cursor, "submit": submit}
