"""One input after another, each from `run` to the next prompt.

Invariant: from `accept` to `prompting` the terminal and SIGINT are the evaluation's.

All of this is cold at each Enter: a person has thought meanwhile, and other programs have had the
processor's caches. So nothing is imported on the way that was imported before (an import
statement costs 30 microseconds then), and the prompt is told in one call what it needs.
"""

from __future__ import annotations

import os

from . import answers, describe, display, host
from .display.printer import flush
from .display.report import barely
from .evaluate import run as evaluate
from .evaluate.ahead import Ahead
from .evaluate.compiling import Compiled, Incomplete, Invalid
from .interrupt.evaluation import Evaluation, plainly
from .interrupt.steps import Steps
from .status import status, tasks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .describe import Description
    from .display.printer import Printer
    from .evaluate.namespace import Namespace
    from .messages import Messages
    from .turns import Turn

ACCEPTED = {"type": "accepted"}


class Inputs:
    """What a person runs at a session's prompt.

    Args:
        messages: Those of the prompt.
        namespace: The names that inputs see.
        printer: Shows what came of them.
        turn: The session's place in the line at its terminal.
    """

    def __init__(self, messages: Messages, namespace: Namespace, printer: Printer, turn: Turn) -> None:
        """None was run yet."""
        self.messages = messages
        self.session = messages.session
        self.mode = messages.mode
        self.streams = messages.streams
        self.namespace = namespace
        self.printer = printer
        self.repl = printer.repl
        self.turn = turn
        self.ahead = Ahead(namespace)
        self.number = 1
        self.process = os.getpid()
        self.tasks = -1
        """How many the status bar knows of."""
        self.left: SystemExit | None = None
        """What ended the session."""

    def prompt(self, succeeded: bool | None = None, shown: str = "") -> bool:
        """Asks for the next input; whether the prompt stands already. Tells what changed and was shown."""
        if (count := tasks(self.mode)) != self.tasks:
            self.tasks = count
            self.session.send(status(count))
        prompt = self.repl.prompts.before_input(self.number)
        stands: bool = self.session.prompt(prompt["primary"], prompt["continuation"], succeeded, shown)
        return stands

    async def run(self, source: str) -> None:
        """Answers `run`: compiles and, if it is Python, evaluates it on the cooked terminal."""
        understood = self.understood(source)
        if isinstance(understood, (Incomplete, Invalid)):
            self.session.send(refusal(understood))
        else:
            await self.evaluate(understood, source)

    def understood(self, source: str) -> Compiled | Description | Incomplete | Invalid:
        """What is to be done with a text, even where compiling needs what an input has broken."""
        try:
            checked = self.ahead.check(source)
            described = describe.asked(source) if isinstance(checked, Invalid) else None
        except Exception as error:
            return Invalid(1, 1, f"This cannot be compiled: {type(error).__name__}: {error}")
        return checked if described is None else described

    async def evaluate(self, compiled: Compiled | Description, source: str) -> None:
        """Has the terminal from `accept` to `prompting`; SIGINT is ours for exactly as long."""
        evaluation = Evaluation(self.streams)
        host.take_sigint(evaluation)
        restore = self.mode.evaluating()
        try:
            if not self.session.accept():
                await self.messages.await_one("go")
            self.turn.evaluating = True
            succeeded = await self.show(compiled, evaluation)
            if os.getpid() != self.process:
                # A child of `fork` has no prompt: there the session is over.
                self.left = SystemExit()
            if self.left is None:
                self.number += 1
                shown = self.printer.shown
                self.notice(source, succeeded, shown)
                await self.turn.come(self.mode.readable)
                if not self.prompt(succeeded, shown):
                    await self.messages.await_one("prompting")
        finally:
            restore()
            host.give_sigint_back(evaluation)

    async def show(self, compiled: Compiled | Description, evaluation: Evaluation) -> bool:
        """Evaluates, and shows what came of it; `False` if that was an exception."""
        self.printer.shown = ""
        try:
            outcome = self.outcome(compiled, evaluation)
            succeeded: bool = await Steps(outcome, evaluation, self.mode.waker())
        except KeyboardInterrupt as error:
            self.printer.error(error)
            succeeded = False
        except Exception as error:
            # What the code has done to the interpreter was too much for one of our own steps.
            with self.streams:
                barely(error)
            succeeded = False
        with self.streams:
            flush()
        return succeeded

    async def outcome(self, compiled: Compiled | Description, evaluation: Evaluation) -> bool:
        """The part that Ctrl-C interrupts."""
        if not isinstance(compiled, Compiled):
            names = answers.names_of(self.namespace, self.repl.layers.values)
            display.write(compiled.text(names, self.printer.look()))
            return True
        outcome = await evaluate(
            compiled, self.namespace, lambda coroutine: self.mode.run(coroutine, evaluation)
        )
        error = outcome.exception
        self.mode.check(error)
        if isinstance(error, SystemExit):
            self.left = error
        elif error is not None:
            await self.printer.exception(plainly(error))
        elif outcome.has_value:
            return await self.printer.result(outcome.value, self.number)
        return error is None

    def notice(self, source: str, succeeded: bool, shown: str) -> None:
        """What came of an input, for the tour."""
        what = "ran" if succeeded else "interrupted" if shown == "KeyboardInterrupt" else "raised"
        self.printer.notice(what, source)


def refusal(checked: Incomplete | Invalid) -> dict[str, Any]:
    """The message that keeps a text at the prompt."""
    if isinstance(checked, Incomplete):
        return {"type": "incomplete"}
    return {"type": "invalid", "line": checked.line, "column": checked.column, "message": checked.message}
