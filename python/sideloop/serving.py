"""The REPL, written once: take a message, answer it, until the session is over.

All Python that a session runs, it runs here, on the thread that called `embed()`. How to
wait is the mode's business, so this one coroutine serves every kind of program.
"""

from __future__ import annotations

from . import answers, host
from .display.printer import Printer
from .evaluate import NEED as INPUTS_NEED
from .evaluate import startup
from .evaluate.extras import Extras, Leave
from .inputs import Inputs
from .interrupt import sigint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .config.handle import Repl
    from .evaluate.namespace import Namespace
    from .streams import Streams
    from .turns import Turn
    from .waiting import Mode


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
        self.repl = repl
        self.settings = repl.layers.values
        self.extras = Extras()
        self.messages = host.messages(session, mode, streams)
        self.printer = Printer(repl, streams, self.extras, self.messages)
        self.inputs = Inputs(self.messages, namespace, self.printer, turn)

    def startup(self, path: str) -> None:
        """Runs a file with the session's names; what it raises is reported."""
        startup.run(path, self.namespace, self.printer.look())

    async def serve(self) -> SystemExit | None:
        """Runs the session to its end: `None`, or the SystemExit that an input raised.

        Raises:
            RuntimeError: The prompt failed.
        """
        leave = Leave()
        self.extras.set("exit", leave)
        self.extras.set("quit", leave)
        try:
            await self.begin()
            await self.listen()
            return self.inputs.left
        finally:
            self.extras.remove()
            self.mode.close()
            sigint.over()

    async def begin(self) -> None:
        """Prompts, and meanwhile prepares what the first inputs need."""
        self.inputs.prompt()
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
        while self.inputs.left is None and (message := await self.messages.next())["type"] != "eof":
            if message["type"] == "run":
                await self.inputs.run(message["source"])
            elif message["type"] == "prepare":
                self.inputs.ahead.prepare(message["source"])
            elif message["type"] in answers.ANSWERS:
                self.session.send(await self.answer(message))
            elif message["type"] == "command":
                self.session.send(await self.command(message))
            elif message["type"] == "setting":
                self.changed(message["name"], message["value"])

    async def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """Answers a question of the prompt's; to candidates the person's own completers add theirs."""
        found = await answers.answer(
            message, self.namespace, self.settings, self.mode.pause, self.session.send
        )
        if message["type"] == "complete" and self.repl.completers:
            own = await self.messages.call(self.repl.candidates, message["question"])
            found["candidates"] = [*found["candidates"], *own]
        return found

    async def command(self, message: dict[str, Any]) -> dict[str, Any]:
        """Runs a command of the person's; what it prints and raises is shown above the prompt."""
        from .config import commands as own

        try:
            return await self.messages.call(own.answer, message, self.repl)
        except BaseException as error:
            self.mode.check(error)
            self.printer.error(error)
        return own.replace(message)

    def changed(self, name: str, value: object) -> None:
        """The person changed a setting at the prompt."""
        self.settings[name] = value
        self.printer.notice("set", name)
        if name == "prompt_style":
            prompt = self.repl.prompts.before_input(self.inputs.number)
            self.session.send({"type": "prompt", "prompt": prompt})
