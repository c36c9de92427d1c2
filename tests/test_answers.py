"""An answer lets others run: long ones come in steps with pauses between them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sideloop import answers, waiting
from sideloop._native import wait
from sideloop.namespace import Namespace

SETTINGS = {"evaluate": "safe", "custom_dir": True}
NAME = {"kind": "name", "call": None, "keywords": []}


def answer(kind: dict[str, Any], namespace: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The answer to a question, and how often others could run meanwhile."""
    pauses = 0

    async def pause() -> None:
        nonlocal pauses
        pauses += 1

    question = {"kind": kind, "prefix": "", "bindings": []}
    message = {"type": "complete", "seq": 7, "question": question}
    return asyncio.run(answers.answer(message, Namespace(namespace), SETTINGS, pause)), pauses


@pytest.mark.parametrize("kind", [NAME, {"kind": "attribute", "of": "x"}])
def test_long_answers_pause(kind: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_AT_ONCE", 0)
    many = {f"name{number}": number for number in range(3000)}
    found, pauses = answer(kind, {**many, "x": type("Many", (), many)()})
    assert len(found["candidates"]) > 3000
    assert pauses >= 5


def test_a_failure_is_an_empty_answer(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "sideloop")
    found, _ = answer({"kind": "attribute"}, {})
    assert found == {"type": "completions", "seq": 7, "candidates": []}
    assert "KeyError" in caplog.text


def test_a_timer_that_is_due_goes_before_the_rest_of_an_answer() -> None:
    async def main() -> None:
        ran: list[bool] = []
        asyncio.get_running_loop().call_later(0, ran.append, True)
        await waiting.awaitable(wait, lambda: None).pause()
        assert ran

    asyncio.run(main())
