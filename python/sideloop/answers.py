"""The prompt's questions answered: completions, signatures, documentation.

What goes wrong while an answer is sought is told to the logger `sideloop`, at the level
INFO, and answered with nothing; it is never an error of the session.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from typing import Any

    from .complete import Names
    from .evaluate.namespace import Namespace

_MANY = 500  # candidates, that take time to be handed over as well
ANSWERS = {"complete": "completions", "signature": "signatures", "doc": "documentation"}
"""The types of the messages that ask, and of those that answer."""

NEED = (
    "ast",
    "sideloop.complete.annotations.annotated",
    "sideloop.complete.known.libraries",
    "sideloop.complete.annotations.stubs",
    "sideloop.complete.known.results",
    "sideloop.complete.source.reading",
    "sideloop.complete.members",
    "sideloop.complete.arguments",
    "textwrap",
    "sideloop.complete.keys",
    "sideloop.complete.unloaded",
    "sideloop.complete.texts",
    "sideloop.complete.documentation",
)
"""Modules that the first answers will need: to be imported once a prompt is up, a few milliseconds each."""

_NOTHING: dict[str, dict[str, Any]] = {
    "complete": {"candidates": []},
    "signature": {"signatures": []},
    "doc": {"doc": None},
}


async def answer(
    message: dict[str, Any],
    namespace: Namespace,
    settings: dict[str, Any],
    pause: Callable[[], Awaitable[None]],
    send: Callable[[dict[str, Any]], None] = lambda message: None,
) -> dict[str, Any]:
    """The answer to a question.

    Args:
        message: The question.
        namespace: The names that inputs see.
        settings: `evaluate` and `custom_dir` are heeded.
        pause: Lets others run; awaited where an answer takes longer.
        send: Takes what is known before the rest, which may take long.
    """

    def early(candidates: list[dict[str, Any]]) -> None:
        send({"type": "early", "seq": message["seq"], "candidates": candidates})

    try:
        found = await _answer(message, names_of(namespace, settings, early), pause)
    except Exception as error:
        log(error)
        found = _NOTHING[message["type"]]
    return {"type": ANSWERS[message["type"]], "seq": message["seq"], **found}


def nothing(message: dict[str, Any]) -> dict[str, Any]:
    """The answer to a question of which nothing is known."""
    return {"type": ANSWERS[message["type"]], "seq": message["seq"], **_NOTHING[message["type"]]}


def names_of(
    namespace: Namespace,
    settings: dict[str, Any],
    early: Callable[[list[dict[str, Any]]], None] = lambda candidates: None,
) -> Names:
    """What an answer needs of a session."""
    from .complete import Names

    return Names(
        namespace.lookup,
        namespace.names,
        settings["evaluate"],
        settings["custom_dir"],
        log,
        lambda source: eval(source, *namespace.scopes()),
        early,
    )


async def _answer(
    message: dict[str, Any], names: Names, pause: Callable[[], Awaitable[None]]
) -> dict[str, Any]:
    """Takes the steps to an answer, with a pause where a turn is over."""
    await _prepare(pause)
    from .complete import pace

    found: dict[str, Any] | None = None
    for found in _steps(message, names):
        if found is None and pace.is_over():
            await pause()
            pace.begin()
    if found and len(found.get("candidates", ())) > _MANY:
        await pause()
    return found or {}


async def _prepare(pause: Callable[[], Awaitable[None]]) -> None:
    """Imports what answers need, with a pause behind each module, where nobody had the time before."""
    for name in NEED:
        if name not in sys.modules:
            __import__(name)
            await pause()


def _steps(message: dict[str, Any], names: Names) -> Iterator[dict[str, Any] | None]:
    """The steps to an answer: `None` where others may have their turn, the answer last."""
    from . import complete
    from .complete import pace

    match message["type"]:
        case "signature":
            calling = pace.attempts(lambda: complete.signatures(message["callee"], names))
            yield {"signatures": (yield from calling)}
        case "doc":
            reading = pace.attempts(lambda: complete.doc(message["of"], message["source"], names))
            yield {"doc": (yield from reading)}
        case _:
            for found in complete.candidates(message["question"], names):
                yield None if found is None else {"candidates": found}


def log(error: BaseException) -> None:
    """Tells the logger of something that a person at the prompt is not to be bothered with."""
    import logging

    logging.getLogger("sideloop").info("an answer to the prompt failed", exc_info=error)


def log_to(file: str) -> None:
    """Lets a file have what the logger is told; raises OSError when it cannot be written."""
    import logging

    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    logger = logging.getLogger("sideloop")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
