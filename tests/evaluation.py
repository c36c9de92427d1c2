"""One input, compiled and run as at a prompt, without a session."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sideloop import evaluate
from sideloop.evaluate import Outcome
from sideloop.evaluate.ahead import Ahead
from sideloop.evaluate.compiling import Compiled
from sideloop.evaluate.namespace import Namespace


def step(awaitable: Any) -> Any:
    """Runs a coroutine that is expected to suspend nowhere."""
    with pytest.raises(StopIteration) as stop:
        awaitable.send(None)
    return stop.value.value


def compiled(source: str, names: Namespace) -> Compiled:
    """An input that is Python."""
    checked = Ahead(names).check(source)
    assert isinstance(checked, Compiled)
    return checked


def run(source: str, names: Namespace) -> Outcome:
    """What becomes of an input; what it awaits runs in a loop of its own."""

    async def awaits(coroutine: Any) -> Any:
        return asyncio.run(coroutine)

    outcome: Outcome = step(evaluate.run(compiled(source, names), names, awaits))
    return outcome
