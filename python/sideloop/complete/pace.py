"""How much of an answer is worked out before others have their turn.

Understanding an expression is one recursion, which cannot be left in its middle. So a turn
that is over ends it, and the next turn begins it again: what took long the first time,
the reading and parsing of source, was kept and is not done again.

Invariant: an attempt is ended right behind a piece of work that is kept, so there is a last one.
"""

from __future__ import annotations

import functools
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any, TypeVar

    Result = TypeVar("Result")

_MOST = 1_500
"""Nodes of bodies that are read for one question: some milliseconds."""
AT_ONCE = 0.008
"""Seconds of a turn: with the piece of work or the step that runs over, well under 20 ms."""


class TurnOver(BaseException):
    """Ends an attempt. No `Exception`, since nobody on the way has anything to answer it with."""


class Turn:
    """The turn that goes on; completions run on one thread."""

    clock = staticmethod(time.perf_counter)
    began = 0.0
    may_end = False
    """Whether what goes on is an attempt, which can be begun again."""
    left = _MOST
    """Nodes that the question may still read."""


_kept: list[dict[Any, Any]] = []


def ask() -> None:
    """Begins a question, and a turn."""
    Turn.left = _MOST
    begin()


def begin() -> None:
    """Begins a turn."""
    Turn.began = Turn.clock()


def spend(nodes: int) -> bool:
    """Counts nodes that are read; whether the question may read more."""
    Turn.left -= nodes
    return Turn.left > 0


def is_over() -> bool:
    """Whether it is time for others."""
    return Turn.clock() - Turn.began > AT_ONCE


def attempts(work: Callable[[], Result]) -> Generator[None, None, Result]:
    """Works something out, with a `yield` behind each attempt; its value is the result."""
    left = Turn.left
    done: list[Result] = []
    while not done:
        Turn.left = left
        done = _attempt(work)
        yield
    return done[0]


def _attempt(work: Callable[[], Result]) -> list[Result]:
    """The result, or nothing when the turn was over before."""
    Turn.may_end = True
    try:
        return [work()]
    except TurnOver:
        return []
    finally:
        Turn.may_end = False


def end_if_over() -> None:
    """Called behind a piece of work that is kept.

    Raises:
        TurnOver: It is time for others, and the attempt can be begun again.
    """
    if Turn.may_end and is_over():
        raise TurnOver


def piece(most: int) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Makes calls of a function pieces of work, of which the last `most` results are kept."""

    def decorate(work: Callable[..., Result]) -> Callable[..., Result]:
        kept: dict[tuple[Any, ...], Result] = {}
        _kept.append(kept)

        @functools.wraps(work)
        def once(*given: Any) -> Result:
            if given not in kept:
                result = work(*given)
                if len(kept) >= most:
                    del kept[next(iter(kept))]
                kept[given] = result
                end_if_over()
            return kept[given]

        return once

    return decorate


def forget() -> None:
    """Drops what was kept, so that everything is worked out again."""
    for one in _kept:
        one.clear()


def kept() -> int:
    """How many results are kept."""
    return sum(map(len, _kept))
