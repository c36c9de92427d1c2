"""The corpus of `tests/completion`, through the prompt's own questions and order."""

from __future__ import annotations

import builtins
from typing import Any

import corpus
from sideloop import complete
from sideloop._native import question, rank

BEST = 5
LEAST_FOUND = 0.95


def offered(namespace: dict[str, Any], before: str, whole: str) -> list[str]:
    """The menu at the cursor, in its order."""
    asked = question(whole, len(before.encode()))
    if asked is None:
        return []
    layers = {**vars(builtins), **namespace}
    names = complete.Names(layers.__getitem__, lambda: layers)
    *_, found = complete.candidates(asked[0], names)
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
