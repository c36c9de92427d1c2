"""The P of the REPL: what came of an evaluation, on the terminal or in the pager.

Runs on the thread that evaluates. `shown` is the last thing it showed, for those who keep it.
"""

from __future__ import annotations

import os
import sys

from .. import display
from . import report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..config.handle import Repl
    from ..evaluate.extras import Extras
    from ..messages import Messages
    from ..streams import Streams


class Printer:
    """Shows results, tracebacks and documentation as the person has configured it.

    Args:
        repl: What was configured.
        streams: The terminal.
        extras: Where results are remembered.
        messages: Those of the prompt, which pages and colours.
    """

    def __init__(self, repl: Repl, streams: Streams, extras: Extras, messages: Messages) -> None:
        """Shows nothing yet."""
        self.session = messages.session
        self.repl = repl
        self.settings = repl.layers.values
        self.streams = streams
        self.extras = extras
        self.messages = messages
        self.process = os.getpid()
        self.colours = os.environ.get("TERM") != "dumb" and os.isatty(streams.output)
        """Whether a person sees colours."""
        self.shown = ""

    async def result(self, value: object, number: int) -> bool:
        """Shows the value of input `number`; `False` if it could not be shown."""
        look = self.look(self.repl.prompts.before_result(number), pages=True)
        try:
            long = display.show(value, number, self.extras, look)
        except Exception as failure:
            await self.page(report.show(failure, look), "traceback", python=False)
            return False
        self.shown = look.shown
        await self.page(long, "result", python=look.highlight is not None)
        return True

    async def exception(self, error: BaseException) -> None:
        """Shows what an evaluation raised, whatever that has done to the interpreter."""
        try:
            self.shown = report.summary(error)
            lines = report.show(error, self.look(pages=True))
        except Exception:
            report.barely(error)
        else:
            await self.page(lines, "traceback", python=False)

    def error(self, error: BaseException) -> None:
        """Shows an exception outside of an evaluation, above the prompt."""
        self.shown = report.summary(error)
        with self.streams:
            report.show(error, self.look())
            flush()

    def notice(self, what: str, text: str) -> None:
        """Lets the tour know of what was done; it prints what comes next."""
        if self.repl.tour is not None:
            with self.streams:
                self.repl.tour.notice(what, text)
                flush()

    async def page(self, lines: Iterable[str] | None, title: str, *, python: bool) -> None:
        """Shows what is longer than the screen in the pager; the mode's loop goes on meanwhile."""
        if lines is None:
            return
        if os.getpid() != self.process:
            # A child of `fork` has no prompt, and so no pager.
            for line in lines:
                display.write(line + "\n")
            return
        from . import pager

        flush()
        await pager.show(lines, title, self.messages, python=python, at_end=title == "traceback")

    def look(self, prompt: str = "", *, pages: bool = False) -> display.Look:
        """How things are shown, on a terminal as wide as it is now."""
        try:
            width, rows = os.get_terminal_size(self.streams.output)
        except OSError:
            width, rows = 80, 24
        pages = pages and self.settings["pager"] and self.session.draws
        return display.Look(
            width=width or 80,
            rows=max(rows - 2, 1) if pages else 0,
            max_lines=self.settings["max_lines"],
            highlight=self.session.highlight if self.colourful() else None,
            prompt=prompt,
        )

    def colourful(self) -> bool:
        """Whether what is shown is coloured: a person sees it, and wants that."""
        settings = self.settings
        wanted = settings["syntax_highlighting"] and settings["color_depth"] != "none"
        return bool(wanted and not settings["accessible"] and self.colours)


def flush() -> None:
    """Lets what was printed come before the next prompt."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except (AttributeError, OSError, ValueError):
            continue
