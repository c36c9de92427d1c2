"""No question springs a trap, by the hook that each of them sets: libraries' lazy objects, liars, ..."""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import logging
import typing

import pytest
from traps import check_descriptions, check_questions, classes, functions, libraries, sprung, values

TRAPS = {**values.TRAPS, **classes.TRAPS, **functions.TRAPS, **libraries.TRAPS}
EXPRESSIONS = (
    "{0}",
    "{0}.attribute",
    "{0}.told",
    "{0}.called",
    "{0}.held",
    "{0}.get()",
    "{0}()",
    "{0}(1, {0})()",
    "{0}({0}).held",
    "{0}({0}).first",
    "{0}[0]",
    "{0}['a']",
    "{0}['plain']",
    "{0}.two",
    "{0}.seven",
    "({0} + {0})",
    "({0} == {0})",
    "(await {0})",
    "{0}.__dict__",
    "{0}.__class__",
    "[*{0}]",
    "{{**{0}}}['a']",
    "getattr({0}, 'x')",
    "vars({0})",
    "dict(a={0})['a']",
    "itertools.chain({0}, {0})",
    "typing.cast({0}, 1)",
    "dataclasses.replace({0}, x=1)",
)
TEXTS = (
    "{0}.|",
    "{0}['|",
    "{0}[|",
    "{0}(|",
    "{0}('|",
    "f({{'|",
    "x: {0} = {{'|",
    "{0} == |",
    "for x in {0}:\n    x.|",
    "with {0} as x:\n    x.|",
    "a, *b = {0}\nb[0].|",
    "{0}.map(lambda x: x.|",
    "match {0}:\n    case {0}(x, y=z):\n        x.|",
    "getattr({0}, '|",
    "{0}.replace({0}, |",
    "logging.getLogger({0}).|",
    "def f(x={0}): return x\nf().|",
    "def f(x={0}): yield x\nfor y in f():\n    y.|",
    "class A({0}):\n    def __init__(self): self.x = {0}\nA().x.|",
    "class A({0}):\n    def |",
    "(lambda x: x)({0}).|",
    "|",
)
MODULES = {"itertools": itertools, "logging": logging, "typing": typing, "dataclasses": dataclasses}


def expressions() -> list[str]:
    return [expression.format("it") for expression in EXPRESSIONS]


@pytest.mark.parametrize("name", sorted(TRAPS))
def test_no_question_springs_it(name: str) -> None:
    check_questions({"it": TRAPS[name](), **MODULES}, expressions(), TEXTS)


@pytest.mark.parametrize("name", sorted(TRAPS))
def test_neither_signature_nor_documentation_springs_it(name: str) -> None:
    check_descriptions({"it": TRAPS[name](), **MODULES}, expressions())


def test_they_are_many_and_do_spring() -> None:
    assert len(TRAPS) >= 60
    made = [make() for make in TRAPS.values()]
    sprung.clear()
    uses = (bool, iter, hash, dir, str, repr, vars, lambda x: x.y, lambda x: x["a"], lambda x: x())
    for one in made:
        for use in uses:
            with contextlib.suppress(Exception):
                use(one)
    assert len({*sprung}) >= 60
