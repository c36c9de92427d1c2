"""What a session's prompt says, in order; and the person's own code, which Ctrl-C interrupts there."""

from __future__ import annotations

from collections import deque

from .interrupt import sigint
from .interrupt.evaluation import Evaluation
from .interrupt.steps import Steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from .interrupt.sigint import Native
    from .streams import Streams
    from .waiting import Mode

    Result = TypeVar("Result")

OPTIONAL = frozenset({"complete", "signature", "doc", "prepare"})
"""Questions and requests that nobody waits for."""


class Messages:
    """A session's messages, in the thread that called `embed()`.

    Args:
        session: The prompt.
        mode: How to wait.
        streams: What the person's code reads and prints with.
        native: The boundary.
    """

    def __init__(self, session: Any, mode: Mode, streams: Streams, native: Native) -> None:
        """None has come yet."""
        self.session = session
        self.mode = mode
        self.streams = streams
        self.native = native
        self.kept: deque[dict[str, Any]] = deque()
        """Those that came while another one was awaited."""

    async def next(self) -> dict[str, Any]:
        """The next one.

        Raises:
            RuntimeError: The prompt failed.
        """
        return self.kept.popleft() if self.kept else await self.new()

    async def await_one(self, *wanted: str) -> dict[str, Any]:
        """The next one of these types. Optional ones before it are out of date; all else is kept for `next`.

        Raises:
            RuntimeError: The prompt failed.
        """
        while (message := await self.new())["type"] not in wanted:
            if message["type"] not in OPTIONAL:
                self.kept.append(message)
        return message

    async def new(self) -> dict[str, Any]:
        """The next one that comes."""
        while (message := self.session.take()) is None:
            await self.mode.readable(self.session.fileno())
        if message["type"] == "panicked":
            raise RuntimeError(f"sideloop's prompt failed: {message['message']}")
        return message  # type: ignore[no-any-return]

    async def call(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Calls a command, completer or validator of the person's, and returns or raises what it does.

        Ctrl-C at the prompt is a `KeyboardInterrupt` there meanwhile.
        """

        async def code() -> Result:
            return function(*arguments)

        evaluation = Evaluation(self.streams)
        sigint.begin(evaluation, self.native)
        restore = self.mode.evaluating()
        try:
            self.session.send({"type": "calling"})
            try:
                return await Steps(code(), evaluation)  # type: ignore[no-any-return]
            finally:
                self.session.send({"type": "called"})
                await self.await_one("called")
        finally:
            restore()
            sigint.end(evaluation, self.native)
