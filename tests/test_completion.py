"""The corpus of `tests/completion`, through the prompt's own questions and order."""

from __future__ import annotations

import builtins
import itertools
import sys
from collections.abc import Callable
from typing import Any

import corpus
import pytest
from sideloop import complete
from sideloop._native import question, rank
from sideloop.complete import pace

BEST = 5
LEAST_FOUND = 0.95


def offered(namespace: dict[str, Any], before: str, whole: str, turn: Callable[[], None] = int) -> list[str]:
    """The menu at the cursor, in its order; `turn` is called where others may have their turn."""
    asked = question(whole, len(before.encode()))
    if asked is None:
        return []
    layers = {**vars(builtins), **namespace}
    names = complete.Names(layers.__getitem__, lambda: layers)
    found = None
    for found in complete.candidates(asked[0], names):
        if found is None:
            turn()
    return rank(found or [], asked[0]["prefix"])


def test_the_corpus() -> None:
    missed, wanted = [], 0
    for namespace, cases in corpus.groups():
        for case in cases:
            menu = offered(namespace, case.before, case.whole)
            assert not {*case.unwanted} & {*menu}, f"{case.text!r} offers {case.unwanted}"
            wanted += bool(case.wanted)
            place = corpus.rank_of(case, menu)
            if case.wanted and (place is None or place >= BEST):
                missed.append((case.file, case.text, place, menu[:BEST]))
    print(f"{wanted - len(missed)} of {wanted} found in {BEST}", *missed, sep="\n")
    assert wanted >= 300
    assert len(missed) <= (1 - LEAST_FOUND) * wanted, missed


def test_relative_imports_start_from_the_package() -> None:
    text = "from .abc import Mapping\nMapping.ke"
    assert "keys" in offered({"__package__": "collections"}, text, text)
    assert not offered({}, text, text)


@pytest.mark.skipif(sys.version_info < (3, 15), reason="CPython has lazy imports and frozendict since 3.15")
@pytest.mark.parametrize(
    ("setup", "text", "wanted"),
    [
        ("lazy import colorsys", "colorsys.rgb", "rgb_to_hsv"),
        ("lazy import colorsys as colours", "colours.rgb", "rgb_to_hsv"),
        ("lazy import xml.dom.pulldom", "xml.dom.pulldom.Pull", "PullDOM"),
        ("lazy from colorsys import rgb_to_hsv as hsv", "hsv(", "r="),
        ("lazy from sched import scheduler", "scheduler.ent", "enterabs"),
        ("lazy import json.nothing", "json.lo", "loads"),
        ("lazy import nothing_of_the_kind", "nothing_of_the_kind.a", None),
        ("sizes = frozendict(small=1, large=2)", "sizes['l", "large"),
    ],
)
def test_what_python_3_15_brought(setup: str, text: str, wanted: str | None) -> None:
    namespace: dict[str, Any] = {}
    exec(setup, namespace)
    before = {*sys.modules}
    menu = offered(namespace, text, text)
    assert wanted in menu if wanted else not menu
    assert "colorsys" not in {*sys.modules} - before


@pytest.mark.parametrize("file", ["scripts", "frames", "typed"])
def test_a_turn_whose_time_is_up_keeps_one_piece_of_work(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    turns: list[int] = []
    for namespace, cases in corpus.groups():
        for case in cases if cases[0].file == file else ():
            monkeypatch.setattr(pace.Turn, "clock", lambda: 0.0)
            pace.forget()
            at_once = offered(namespace, case.before, case.whole)
            monkeypatch.setattr(pace.Turn, "clock", itertools.count().__next__)
            pace.forget()
            turns[:] = [0]
            assert offered(namespace, case.before, case.whole, lambda: turns.append(pace.kept())) == at_once
            turns.append(pace.kept())
            assert all(after - before <= 1 for before, after in itertools.pairwise(turns)), case.text
