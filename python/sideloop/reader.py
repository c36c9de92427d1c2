"""One text that is read: the prompt of `read()`, and who answers it."""

from __future__ import annotations

import sys

from . import host, session, turns, waiting
from .answers import ANSWERS, nothing
from .config import personal
from .evaluate.compiling import Compiled, compile_input
from .evaluate.namespace import Namespace
from .inputs import ACCEPTED, refusal
from .streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from .messages import Messages
    from .options import Options

    Completer = Callable[[str], Iterable[str]]
    Validator = Callable[[str], object]


class Reader:
    """One text that is read.

    Args:
        prompt: As for `read`, as are the others.
    """

    def __init__(
        self,
        prompt: str,
        multiline: bool,
        validate: bool | Validator,
        completer: Completer | None,
        python: bool,
    ) -> None:
        """Reads nothing yet."""
        self.prompt = prompt
        self.multiline = multiline
        self.validate = validate if callable(validate) else validate and python
        self.completer = completer
        self.python = python

    async def run(self, options: Options, mode: Callable[[Any, Any], waiting.Mode]) -> str:
        """Opens a prompt, and closes it when the text is there."""
        repl = personal.prepare(None, options.chosen, None)
        if not session.can_draw(options) or repl.layers.values["accessible"]:
            return input(self.prompt)
        turn = turns.Turn(options.input)
        opened = None
        try:
            opened = session.open_session(options, repl, nested=turn.nested)
            waits = mode(opened.wait, options.gui)
            try:
                streams = Streams(options.input, options.output)
                return await self.read(host.messages(opened, waits, streams))
            finally:
                waits.close()
        finally:
            if opened is not None:
                opened.close()
            turn.end()

    async def read(self, messages: Messages) -> str:
        """Answers the prompt until it has the text."""
        opened = messages.session
        opened.send({"type": "read", "python": self.python, "multiline": self.multiline})
        last = self.prompt.rpartition("\n")[2]
        prompt = {"primary": self.prompt, "continuation": "... " if len(last) == 4 else " " * len(last)}
        opened.send({"type": "ready", "prompt": prompt, "succeeded": None})
        text = ""
        while True:
            message = await messages.next()
            match message["type"]:
                case "run":
                    text = message["source"]
                    opened.send(await self.verdict(text, messages))
                case "go":
                    return text
                case "eof":
                    raise EOFError
                case "interrupt":
                    raise KeyboardInterrupt
                case "complete" if self.completer is not None:
                    opened.send(await self.completions(message, messages))
                case kind if kind in ANSWERS:
                    opened.send(nothing(message))

    async def verdict(self, text: str, messages: Messages) -> dict[str, Any]:
        """Whether the text is what is wanted."""
        if callable(self.validate):
            return await messages.call(self.judged, text, self.validate)
        if not self.validate or not text:
            return ACCEPTED
        checked = compile_input(text, "<text>", Namespace({}, None))
        return ACCEPTED if isinstance(checked, Compiled) else refusal(checked)

    @staticmethod
    def judged(text: str, validate: Validator) -> dict[str, Any]:
        """What a function says of the text; the cursor goes behind its last character."""
        try:
            validate(text)
        except ValueError as error:
            line, _, last = text.rpartition("\n")
            row = line.count("\n") + 2 if "\n" in text else 1
            return {"type": "invalid", "line": row, "column": len(last) + 1, "message": str(error)}
        return ACCEPTED

    async def completions(self, message: dict[str, Any], messages: Messages) -> dict[str, Any]:
        """What the completer knows; an exception of it is printed above the prompt."""
        try:
            words = await messages.call(self.words, message["question"]["prefix"])
        except Exception:
            sys.excepthook(*sys.exc_info())
            words = []
        except KeyboardInterrupt:
            # The same Ctrl-C ends the prompt, too.
            words = []
        candidates = [{"text": word, "kind": "text"} for word in words]
        return {"type": "completions", "seq": message["seq"], "candidates": candidates}

    def words(self, prefix: str) -> list[str]:
        """What the completer offers."""
        assert self.completer is not None
        return [str(word) for word in self.completer(prefix)]
