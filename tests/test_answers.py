"""An answer lets others run: long ones come in steps with pauses between them."""

from __future__ import annotations

import asyncio
import itertools
import platform
from typing import Any

import pytest
from sideloop import answers, waiting
from sideloop._native import wait
from sideloop.complete import hooks, pace
from sideloop.evaluate.namespace import Namespace

SETTINGS = {"evaluate": "safe", "custom_dir": True}
ATTRIBUTE = {"kind": "attribute", "of": "x"}
NOTHING_TYPED = {"prefix": "", "bindings": []}
NAME = {"kind": "name", "call": None, "keywords": []}


def answer(kind: dict[str, Any], namespace: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The answer to a question, and how often others could run meanwhile."""
    pauses = 0

    async def pause() -> None:
        nonlocal pauses
        pauses += 1

    message = {"type": "complete", "seq": 7, "question": {**NOTHING_TYPED, "kind": kind}}
    return asyncio.run(answers.answer(message, Namespace(namespace), SETTINGS, pause)), pauses


@pytest.mark.parametrize("kind", [NAME, ATTRIBUTE])
def test_long_answers_pause(kind: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "AT_ONCE", 0)
    many = {f"name{number}": number for number in range(3000)}
    found, pauses = answer(kind, {**many, "x": type("Many", (), many)()})
    assert len(found["candidates"]) > 3000
    assert pauses >= 5


@pytest.mark.parametrize(
    ("kind", "what"),
    [("signature", "callee"), ("doc", "of"), ("complete", "question")],
)
def test_each_kind_of_answer_pauses_while_an_expression_is_understood(
    kind: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "AT_ONCE", 0)
    pace.forget()
    kept = [0]

    async def pause() -> None:
        kept.append(pace.kept())

    source = "platform.uname()"
    asked = {"source": source, "bindings": [], "prefix": "", "kind": {"kind": "attribute", "of": source}}
    message = {"type": kind, "seq": 7, what: asked, "source": False}
    asyncio.run(answers.answer(message, Namespace({"platform": platform}), SETTINGS, pause))
    assert kept[-1] > 5, "much is read for it"
    assert all(after - before <= 1 for before, after in itertools.pairwise(kept))


def test_what_is_known_is_told_before_a_dir_of_unknown_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "_BUDGET", float("inf"))
    sent: list[dict[str, Any]] = []

    class Asked:
        plain = 1

        def __dir__(self) -> list[str]:
            told.append(len(sent))
            return ["more"]

    async def pause() -> None:
        pass

    told: list[int] = []
    message = {"type": "complete", "seq": 7, "question": {**NOTHING_TYPED, "kind": ATTRIBUTE}}
    for _ in range(2):
        found = asyncio.run(answers.answer(message, Namespace({"x": Asked()}), SETTINGS, pause, sent.append))
    assert told == [1, 1], "a quick one is not waited for a second time"
    assert (sent[0]["type"], sent[0]["seq"]) == ("early", 7)
    early, late = ({one["text"] for one in each["candidates"]} for each in (sent[0], found))
    assert "plain" in early
    assert late - early == {"more"}


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
