"""How results are shown: cut, coloured, remembered."""

from __future__ import annotations

import builtins
import io
import sys

import pytest
from sideloop import display
from sideloop.display import Look
from sideloop.evaluate.extras import Extras
from test_layout import Broken, text


def test_only_what_is_shown_is_asked_for_its_repr() -> None:
    asked = []

    class Item:
        def __repr__(self) -> str:
            asked.append(self)
            return "an item of some length"

    shown = text([Item() for _ in range(100_000)], max_lines=10)
    assert len(shown.splitlines()) == 11
    assert len(asked) < 50


@pytest.mark.parametrize("value", ["x" * 2_000_000, ["x" * 2_000_000], list(range(1_000_000)), Broken()])
@pytest.mark.parametrize("max_lines", [1, 3, 1000])
def test_long_results_are_cut(value: object, max_lines: int) -> None:
    shown = text(value, max_lines=max_lines, width=40)
    lines = shown.splitlines()
    assert sum(max(1, -(-len(line) // 40)) for line in lines[:-1]) <= max_lines
    assert ("max_lines = 0" in lines[-1]) == (not isinstance(value, Broken) or max_lines < 2)
    assert "max_lines" not in text("x" * 5000, max_lines=0)


def test_exactly_max_lines_are_not_cut() -> None:
    assert text(dict.fromkeys(range(3), "v" * 30), width=40, max_lines=5).count("\n") == 4
    assert "max_lines" in text(dict.fromkeys(range(3), "v" * 30), width=40, max_lines=4)


def test_only_what_is_shown_is_highlighted() -> None:
    seen = []

    def highlight(text: str) -> str:
        seen.append(text)
        return f"<{text}>"

    assert text("x" * 5000, width=40, max_lines=2, highlight=highlight).startswith("<'xxx")
    assert [len(piece) for piece in seen] == [80]


def test_a_prompt_stands_before_a_result() -> None:
    assert text(5, prompt="Out[3]: ") == "Out[3]: 5"
    assert text([1] * 7, prompt="Out[3]: ", width=28) == (
        "Out[3]: [\n            1, 1, 1, 1, 1,\n            1, 1\n        ]"
    )
    assert text(5, prompt="Out[3]: ", highlight=str) == "\x1b[31mOut[3]: \x1b[39m5"


def test_results_are_remembered_and_none_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    extras = Extras()
    display.show(5, 1, extras, Look())
    display.show(None, 2, extras, Look())
    display.show([6], 3, extras, Look())
    assert (vars(builtins)["_1"], vars(builtins)["_3"], vars(builtins)["_"]) == (5, [6], [6])
    assert "_2" not in vars(builtins)
    extras.remove()
    assert capsys.readouterr().out == "5\n[6]\n"


def test_a_displayhook_of_the_program_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(sys, "displayhook", shown.append)
    display.show(None, 1, Extras(), Look())
    display.show(5, 2, Extras(), Look())
    assert shown == [None, 5]


def test_characters_that_the_terminal_cannot_show(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    extras = Extras()
    display.show("é\ud800", 1, extras, Look())
    extras.remove()
    assert raw.getvalue() == b"'\\xe9\\ud800'\n"


def test_rows_are_counted_in_cells() -> None:
    assert text("漢" * 20, width=20, max_lines=1).startswith("'" + "漢" * 9 + "\n... cut")


def test_an_interrupt_in_a_repr_passes() -> None:
    class Endless:
        def __repr__(self) -> str:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        text([Endless()])
