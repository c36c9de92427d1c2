"""The REPL, written once: take a message, answer it, until the session is over.

All Python that a session runs, it runs here, on the thread that called `embed()`. How to
wait is the mode's business, so this one coroutine serves every kind of program.
"""

from __future__ import annotations

import os
import sys

from . import _native, answers, describe, display, interrupt, report, sigint, startup
from ._native import (
    VERSION,
    Block,
    Session,
    capture_streams,
    commands,
    import_history,
    input_hook,
    read_settings,
    setting_lines,
    settings,
    wait,
)
from .evaluate import Compiled, Incomplete, Invalid, check, warm_up
from .evaluate import run as evaluate
from .extras import Extras, Leave
from .status import status, tasks

__all__ = [
    "VERSION",
    "Block",
    "Host",
    "Session",
    "capture_streams",
    "commands",
    "import_history",
    "input_hook",
    "read_settings",
    "setting_lines",
    "settings",
    "wait",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from .describe import Description
    from .handle import Repl
    from .namespace import Namespace
    from .streams import Streams
    from .turns import Turn
    from .waiting import Mode

cared: list[bool] = []
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
        session: Session,
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
        self.turn = turn
        self.streams = streams
        self.extras = Extras()
        self.number = 1
        self.process = os.getpid()
        self.shown = ""
        self.tasks = -1
        """How many the status bar knows of."""
        self.colours = os.environ.get("TERM") != "dumb" and os.isatty(streams.output)
        """Whether a person sees colours."""
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
            steps = [self.begin, self.listen]
            while steps:
                try:
                    await steps.pop(0)()
                except KeyboardInterrupt:
                    # To a plain prompt Ctrl-C is no key. At any other one it is the host's.
                    if isinstance(self.session, Session) or not self.session.drop_line():
                        raise
                    steps = [self.listen]
            return self.left
        finally:
            self.extras.remove()
            self.mode.close()

    async def begin(self) -> None:
        """Prompts, and meanwhile prepares what the first inputs need."""
        self.session.send(self.ready(None))
        if isinstance(self.session, Session):
            warm_up()
            await answers.warm_up(self.mode.pause)

    async def listen(self) -> None:
        """Answers messages until the session is over."""
        while self.left is None and (message := await self.message())["type"] != "eof":
            if message["type"] == "run":
                await self.run(message["source"])
            elif message["type"] in answers.ANSWERS:
                self.session.send(await self.answer(message))
            elif message["type"] == "command":
                self.session.send(self.command(message))
            elif message["type"] == "setting":
                self.changed(message["name"], message["value"])

    async def message(self, wanted: str = "") -> dict[str, Any]:
        """The next message, or the next of one type: questions asked meanwhile are out of date."""
        while True:
            message = await next_message(self.session, self.mode)
            if wanted in ("", message["type"]):
                return message

    async def answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """Answers a question of the prompt's; to candidates the person's own completers add theirs."""
        found = await answers.answer(message, self.namespace, self.settings, self.mode.pause)
        if message["type"] == "complete" and self.repl.completers:
            with self.streams:
                found["candidates"] = [*found["candidates"], *self.repl.candidates(message["question"])]
        return found

    def command(self, message: dict[str, Any]) -> dict[str, Any]:
        """Runs a command of the person's; what it prints and raises is shown above the prompt."""
        from . import commands as own

        try:
            with self.streams:
                return own.answer(self.repl.commands[message["name"]], message, self.repl)
        except KeyError:
            error: BaseException = LookupError(f"no command of that name: {message['name']}")
        except BaseException as raised:
            error = raised
        with self.streams:
            report.show(error, self.look())
            flush()
        return own.replace(message)

    def changed(self, name: str, value: object) -> None:
        """The person changed a setting at the prompt."""
        self.settings[name] = value
        self.notice("set", name)
        if name == "prompt_style":
            self.session.send({"type": "prompt", "prompt": self.repl.prompts.before_input(self.number)})

    async def run(self, source: str) -> None:
        """Answers `run`: compiles and, if it is Python, evaluates it on the cooked terminal."""
        checked = check(source, self.namespace)
        if isinstance(checked, Compiled):
            await self.evaluate(checked, source)
        elif isinstance(checked, Invalid) and (description := describe.asked(source)) is not None:
            await self.evaluate(description, source)
        else:
            self.session.send(refusal(checked))

    async def evaluate(self, compiled: Compiled | Description, source: str) -> None:
        """Has the terminal from `accepted` to `prompting`; SIGINT is ours for exactly as long."""
        evaluation = interrupt.Evaluation(self.streams)
        sigint.begin(evaluation, _native)
        unshield = self.mode.shield()
        try:
            self.session.send(ACCEPTED)
            await self.message("go")
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
                await self.message("prompting")
        finally:
            unshield()
            sigint.end(evaluation, _native)

    async def show(self, compiled: Compiled | Description, evaluation: interrupt.Evaluation) -> bool:
        """Evaluates, and shows what came of it; `False` if that was an exception."""
        look = self.look(pages=True)
        self.shown = ""
        try:
            shown = self.outcome(compiled, evaluation, look)
            succeeded: bool = await interrupt.Steps(shown, evaluation, self.mode.waker())
        except KeyboardInterrupt as error:
            with self.streams:
                report.show(error, look)
            self.shown = report.summary(error)
            succeeded = False
        with self.streams:
            flush()
        return succeeded

    async def outcome(
        self, compiled: Compiled | Description, evaluation: interrupt.Evaluation, look: display.Look
    ) -> bool:
        """The part that Ctrl-C interrupts."""
        if not isinstance(compiled, Compiled):
            display.write(compiled.text(answers.names_of(self.namespace, self.settings), look))
            return True
        outcome = await evaluate(
            compiled, self.namespace, lambda coroutine: self.mode.run(coroutine, evaluation)
        )
        error = outcome.exception
        self.mode.check(error)
        if isinstance(error, SystemExit):
            self.left = error
        elif error is not None:
            self.shown = report.summary(error)
            await self.page(report.show(interrupt.plainly(error), look), "traceback", python=False)
        elif outcome.has_value:
            try:
                long = display.show(outcome.value, self.number, self.extras, look)
            except Exception as failure:
                await self.page(report.show(failure, look), "traceback", python=False)
                return False
            self.shown = look.shown
            await self.page(long, "result", python=look.highlight is not None)
        return error is None

    def tell(self, source: str, succeeded: bool) -> None:
        """What came of an input, for those who want to know: the session's file, the tour."""
        if self.shown:
            self.session.send({"type": "shown", "text": self.shown})
        what = "ran" if succeeded else "interrupted" if self.shown == "KeyboardInterrupt" else "raised"
        self.notice(what, source)

    def notice(self, what: str, text: str) -> None:
        """Lets the tour know; it prints what comes next."""
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
        await pager.show(lines, title, self.session.send, self.message, python=python)

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
        startup.run(path, self.namespace, self.look())

    def look(self, *, pages: bool = False) -> display.Look:
        """How results are shown, on a terminal as wide as it is now."""
        try:
            width, rows = os.get_terminal_size(self.streams.output)
        except OSError:
            width, rows = 80, 24
        pages = pages and self.settings["pager"] and isinstance(self.session, Session)
        return display.Look(
            width=width or 80,
            rows=max(rows - 2, 1) if pages else 0,
            max_lines=self.settings["max_lines"],
            highlight=self.highlighter() if self.colourful() else None,
            prompt=self.repl.prompts.before_result(self.number),
        )

    def highlighter(self) -> Callable[[str], str]:
        """Colours Python as the prompt does; where none is drawn, in the terminal's own colours."""
        return self.session.highlight if isinstance(self.session, Session) else _native.highlight

    def colourful(self) -> bool:
        """Whether results and tracebacks are coloured: a person sees them, and wants that."""
        settings = self.settings
        wanted = settings["syntax_highlighting"] and settings["color_depth"] != "none"
        return bool(wanted and not settings["accessible"] and self.colours)


async def next_message(session: Session, mode: Mode) -> dict[str, Any]:
    """What the prompt says next.

    Raises:
        RuntimeError: The prompt failed.
    """
    while (message := session.take()) is None:
        await mode.readable(session.fileno())
    if message["type"] == "panicked":
        raise RuntimeError(f"sideloop's prompt failed: {message['message']}")
    return message


def refusal(checked: Incomplete | Invalid) -> dict[str, Any]:
    """The message that keeps a text at the prompt."""
    if isinstance(checked, Incomplete):
        return {"type": "incomplete"}
    return {"type": "invalid", "line": checked.line, "column": checked.column, "message": checked.message}


def care_for_children() -> None:
    """Once a process: children of `os.fork` have no part in the prompt."""
    if not cared:
        cared.append(True)
        os.register_at_fork(after_in_child=_native.after_fork_in_child)


def flush() -> None:
    """Lets what was printed come before the next prompt."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            # None, replaced by something strange, or closed.
            continue
