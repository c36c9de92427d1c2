"""The REPL, written once: take a message, answer it, until the session is over.

All Python that a session runs, it runs here, on the thread that called `embed()`. How to
wait is the mode's business, so this one coroutine serves every kind of program.
"""

from __future__ import annotations

import os

from . import answers, describe, display, host, startup
from .compiling import Ahead, Compiled, Incomplete, Invalid
from .evaluate import NEED as INPUTS_NEED
from .evaluate import run as evaluate
from .extras import Extras, Leave
from .interrupt import sigint
from .interrupt.evaluation import Evaluation, Steps, plainly
from .printer import Printer, flush
from .status import status, tasks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .describe import Description
    from .handle import Repl
    from .namespace import Namespace
    from .streams import Streams
    from .turns import Turn
    from .waiting import Mode

ACCEPTED = {"type": "accepted"}


class Host:
    """One session's Python half.

    Args:
        session: The prompt.
        mode: How to wait.
        namespace: The names that inputs see.
        repl: The handle, with what was configured.
        turn: The session's place in the line at its terminal.
        streams: What evaluations read and print with.
    """

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        session: host.Session,
        mode: Mode,
        namespace: Namespace,
        repl: Repl,
        turn: Turn,
        streams: Streams,
    ) -> None:
        """Shows nothing yet."""
        self.session = session
        self.mode = mode
        self.namespace = namespace
        self.ahead = Ahead(namespace)
        self.repl = repl
        self.settings = repl.layers.values
        self.turn = turn
        self.streams = streams
        self.extras = Extras()
        self.number = 1
        self.process = os.getpid()
        self.messages = host.messages(session, mode, streams)
        self.printer = Printer(repl, streams, self.extras, self.messages)
        self.tasks = -1
        """How many the status bar knows of."""
        self.left: SystemExit | None = None

    async def serve(self) -> SystemExit | None:
        """Runs the session to its end: `None`, or the SystemExit that an input raised.

        Raises:
            RuntimeError: The prompt failed.
        """
        leave = Leave()
        self.extras.set("exit", leave)
        self.extras.set("quit", leave)
        try:
            self.tell_status()
            await self.begin()
            await self.listen()
            return self.left
        finally:
            self.extras.remove()
            self.mode.close()
            sigint.over()

    async def begin(self) -> None:
        """Prompts, and meanwhile prepares what the first inputs need."""
        self.session.send(self.ready(None))
        if not self.session.draws:
            return
        for name in (*INPUTS_NEED, *answers.NEED):
            if host.wait(self.session.fileno(), 0):
                # Who has typed already waits no longer than for what that needs.
                return
            __import__(name)
            await self.mode.pause()

    async def listen(self) -> None:
        """Answers messages until the session is over."""
        while self.left is None and (message := await self.messages.next())["type"] != "eof":
            if message["type"] == "run":
                await self.run(message["source"])
            elif message["type"] == "prepare":
                self.ahead.prepare(message["source"])
            elif message["type"] in answers.ANSWERS:
                self.session.send(await self.answer(message))
            elif message["type"] == "command":
                self.session.send(await self.command(message))
            elif message["type"] == "setting":
                self.changed(message["name"], message["value"])

    async def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """Answers a question of the prompt's; to candidates the person's own completers add theirs."""
        found = await answers.answer(message, self.namespace, self.settings, self.mode.pause)
        if message["type"] == "complete" and self.repl.completers:
            own = await self.messages.call(self.repl.candidates, message["question"])
            found["candidates"] = [*found["candidates"], *own]
        return found

    async def command(self, message: dict[str, Any]) -> dict[str, Any]:
        """Runs a command of the person's; what it prints and raises is shown above the prompt."""
        from . import commands as own

        try:
            return await self.messages.call(own.answer, message, self.repl)
        except BaseException as error:
            self.mode.check(error)
            self.printer.error(error)
        return own.replace(message)

    def changed(self, name: str, value: object) -> None:
        """The person changed a setting at the prompt."""
        self.settings[name] = value
        self.notice("set", name)
        if name == "prompt_style":
            self.session.send({"type": "prompt", "prompt": self.repl.prompts.before_input(self.number)})

    async def run(self, source: str) -> None:
        """Answers `run`: compiles and, if it is Python, evaluates it on the cooked terminal."""
        checked = self.ahead.check(source)
        if isinstance(checked, Compiled):
            await self.evaluate(checked, source)
        elif isinstance(checked, Invalid) and (description := describe.asked(source)) is not None:
            await self.evaluate(description, source)
        else:
            self.session.send(refusal(checked))

    async def evaluate(self, compiled: Compiled | Description, source: str) -> None:
        """Has the terminal from `accepted` to `prompting`; SIGINT is ours for exactly as long."""
        evaluation = Evaluation(self.streams)
        host.take_sigint(evaluation)
        restore = self.mode.evaluating()
        try:
            self.session.send(ACCEPTED)
            await self.messages.await_one("go")
            self.turn.evaluating = True
            succeeded = await self.show(compiled, evaluation)
            if os.getpid() != self.process:
                # A child of `fork` has no prompt: there the session is over.
                self.left = SystemExit()
            if self.left is None:
                self.number += 1
                self.tell(source, succeeded)
                await self.turn.come(self.mode.readable)
                self.tell_status()
                self.session.send(self.ready(succeeded))
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
        with self.streams:
            flush()
        return succeeded

    async def outcome(self, compiled: Compiled | Description, evaluation: Evaluation) -> bool:
        """The part that Ctrl-C interrupts."""
        if not isinstance(compiled, Compiled):
            names = answers.names_of(self.namespace, self.settings)
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

    def tell(self, source: str, succeeded: bool) -> None:
        """What came of an input, for those who want to know: the session's file, the tour."""
        if shown := self.printer.shown:
            self.session.send({"type": "shown", "text": shown})
        what = "ran" if succeeded else "interrupted" if shown == "KeyboardInterrupt" else "raised"
        self.notice(what, source)

    def notice(self, what: str, text: str) -> None:
        """Lets the tour know; it prints what comes next."""
        if self.repl.tour is not None:
            with self.streams:
                self.repl.tour.notice(what, text)
                flush()

    def ready(self, succeeded: bool | None) -> dict[str, Any]:
        """The message that asks for the next input."""
        prompt = self.repl.prompts.before_input(self.number)
        return {"type": "ready", "prompt": prompt, "succeeded": succeeded}

    def tell_status(self) -> None:
        """Tells the status bar what has changed."""
        if (count := tasks(self.mode)) != self.tasks:
            self.tasks = count
            self.session.send(status(count))

    def startup(self, path: str) -> None:
        """Runs a file with the session's names; what it raises is reported."""
        startup.run(path, self.namespace, self.printer.look())


def refusal(checked: Incomplete | Invalid) -> dict[str, Any]:
    """The message that keeps a text at the prompt."""
    if isinstance(checked, Incomplete):
        return {"type": "incomplete"}
    return {"type": "invalid", "line": checked.line, "column": checked.column, "message": checked.message}
