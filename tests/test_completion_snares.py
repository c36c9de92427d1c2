"""Snares: sources that set traps in places where few look; nothing that the prompt asks springs them."""

from __future__ import annotations

import builtins
import importlib.util
import sys
import types
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sideloop import complete
from sideloop._native import question
from traps import sprung


class Snare(NamedTuple):
    """A section of `snares.txt`."""

    source: str
    texts: list[str]
    after: str


def snares() -> dict[str, Snare]:
    """By name."""
    text = (Path(__file__).parent / "completion" / "snares.txt").read_text(encoding="utf-8")
    found = {}
    for section in text.split("\n== ")[1:]:
        name, _, rest = section.partition("\n")
        source, texts, *after = rest.split("\n--\n")
        found[name] = Snare(source, texts.strip().split("\n"), "".join(after))
    return found


SNARES = snares()


def set_up(name: str) -> dict[str, Any]:
    """The namespace that a snare stands in."""
    for library in ("numpy", "pandas"):
        if f"import {library}" in SNARES[name].source and importlib.util.find_spec(library) is None:
            pytest.skip(f"without {library}")
    module = types.ModuleType("snare")
    vars(module)["boom"] = lambda *given, **more: sprung.append(name)
    sys.modules["snare"] = module
    exec(SNARES[name].source, vars(module))
    sprung.clear()
    return vars(module)


def ask(drawn: str, namespace: dict[str, Any], errors: list[BaseException]) -> None:
    """Asks all that the prompt asks at the cursor."""
    before, _, behind = drawn.rpartition("|")
    asked = question(before + behind, len(before.encode()))
    if asked is None:
        return
    look_up = {**vars(builtins), **namespace}.__getitem__
    names = complete.Names(look_up, lambda: namespace, custom_dir=False, log=errors.append)
    for _ in complete.candidates(asked[0], names):
        pass
    kind = asked[0]["kind"]
    if of := kind.get("of") or (kind.get("call") or {}).get("callee"):
        subject = {"source": of, "bindings": asked[0]["bindings"]}
        complete.signatures(subject, names)
        complete.doc(subject, True, names)


@pytest.mark.parametrize("name", SNARES)
def test_no_question_springs_it(name: str) -> None:
    namespace, errors = set_up(name), list[BaseException]()
    try:
        for text in SNARES[name].texts:
            ask(text.replace("\\n", "\n"), namespace, errors)
            assert not sprung, text
    finally:
        exec(SNARES[name].after, namespace)
        del sys.modules["snare"]
    assert not errors
