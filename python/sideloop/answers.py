"""The prompt's questions answered: completions, signatures, documentation.

What goes wrong while an answer is sought is told to the logger `sideloop`, at the level
INFO, and answered with nothing; it is never an error of the session.
"""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from .complete import Names
    from .namespace import Namespace

_AT_ONCE = 0.008  # seconds between two pauses: with the step that runs over, well under 20 ms
_MANY = 500  # candidates, that take time to be handed over as well
ANSWERS = {"complete": "completions", "signature": "signatures", "doc": "documentation"}
"""The types of the messages that ask, and of those that answer."""

NEED = ("ast", "sideloop.complete.reading", "sideloop.complete.members", "sideloop.complete.arguments")
"""Modules that the first answers will need: to be imported once a prompt is up."""

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
) -> dict[str, Any]:
    """The answer to a question.

    Args:
        message: The question.
        namespace: The names that inputs see.
        settings: `evaluate` and `custom_dir` are heeded.
        pause: Lets others run; awaited where an answer takes longer.
    """
    try:
        found = await _answer(message, names_of(namespace, settings), pause)
    except Exception as error:
        log(error)
        found = _NOTHING[message["type"]]
    return {"type": ANSWERS[message["type"]], "seq": message["seq"], **found}


def nothing(message: dict[str, Any]) -> dict[str, Any]:
    """The answer to a question of which nothing is known."""
    return {"type": ANSWERS[message["type"]], "seq": message["seq"], **_NOTHING[message["type"]]}


def names_of(namespace: Namespace, settings: dict[str, Any]) -> Names:
    """What an answer needs of a session."""
    from .complete import Names

    return Names(
        namespace.lookup,
        namespace.names,
        settings["evaluate"],
        settings["custom_dir"],
        log,
        lambda source: eval(source, *namespace.scopes()),
    )


async def _answer(
    message: dict[str, Any], names: Names, pause: Callable[[], Awaitable[None]]
) -> dict[str, Any]:
    from . import complete

    match message["type"]:
        case "signature":
            return {"signatures": complete.signatures(message["callee"], names)}
        case "doc":
            return {"doc": complete.doc(message["of"], message["source"], names)}
    found: list[dict[str, Any]] | None = None
    began = time.perf_counter()
    for found in complete.candidates(message["question"], names):
        if found is None and time.perf_counter() - began > _AT_ONCE:
            await pause()
            began = time.perf_counter()
    if found and len(found) > _MANY:
        await pause()
    return {"candidates": found or []}


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
