"""Under `evaluate = "safe"` nothing of the user's runs, and yet much is offered."""

from __future__ import annotations

import sys

import pytest
from traps import ask, check_descriptions, check_questions, sprung
from traps.everyday import calls, names

EXPRESSIONS = [
    "{0}",
    "{0}.prop",
    "{0}.cached",
    "{0}.plain",
    "{0}.data",
    "{0}.attribute",
    "{0}.method()",
    "{0}.method().x",
    "{0}()",
    "{0}(1)()",
    "{0}[0]",
    '{0}["name"]',
    "{0}['a']",
    "{0}[0:1]",
    "{0}[{0}]",
    "-{0}",
    "{0}+{0}",
    "(await({0}))",
    "[{0}][0]",
    "[*{0}][0]",
    "{{1:{0}}}[1]",
    "({0},)[0]",
    "({0}or(1))",
    "({0}if({0})else(1))",
    "list({0})[0]",
    "sorted({0})[0]",
    "next({0})",
    "iter({0})",
    "str({0})",
    "{0}.__class__",
    "{0}.__dict__",
    "{0}.__doc__",
    "type({0})",
    "{0}.field",
    "{0}.other",
    "{0}.third",
    "{0}.slot",
    "{0}.value",
    "{0}.lazy",
    "dict({0})",
    "enumerate({0})",
]

TEXTS = [
    "{0}.|",
    "{0}['|",
    "{0}[|",
    "{0}(|",
    "{0}(x=|",
    "{0}('|",
    "{0} == |",
    "{0} == '|",
    "x: {0} = |",
    "for x in {0}:\n    x.|",
    "for x, y in {0}:\n    y.|",
    "with {0} as x:\n    x.|",
    "async def f():\n    async with {0} as x:\n        x.|",
    "async def f():\n    async for x in {0}:\n        x.|",
    "async def f():\n    x = await {0}\n    x.|",
    "if isinstance(x, {0}):\n    x.|",
    "x, y = {0}\ny.|",
    "class A({0}):\n    def |",
    "class A({0}):\n    def f(self):\n        self.|",
    "def f(x: {0}):\n    x.|",
    "try:\n    pass\nexcept {0} as e:\n    e.|",
    "raise |",
    "match {0}:\n    case {{'name': x}}:\n        x.|",
    "match {0}:\n    case |",
    "match {0}:\n    case '|",
    "{0} is |",
    "{0} = '|",
    "x in ({0}, |",
    "sorted({0}, key=lambda x: x.|",
    "{0}.apply(lambda x: x.|",
    "{0}.groupby(by='|",
    "|",
]

NAMES = sorted(names())


@pytest.mark.parametrize("name", NAMES)
def test_no_question_springs_a_trap(name: str) -> None:
    check_questions(names(), [expression.format(name) for expression in EXPRESSIONS], TEXTS)


@pytest.mark.parametrize("name", NAMES)
def test_no_signature_and_no_documentation_springs_a_trap(name: str) -> None:
    check_descriptions(names(), [expression.format(name) for expression in EXPRESSIONS])


def test_the_traps_are_traps() -> None:
    namespace = names()
    sprung.clear()
    dir(namespace["listing"])
    namespace["properties"].prop  # noqa: B018
    getattr(namespace["greedy"], "x")  # noqa: B009
    isinstance(1, namespace["Made"])
    isinstance(namespace["liar"], int)
    repr(namespace["weird"])
    assert len({*sprung}) >= 6


def test_what_is_known_without_running_is_offered() -> None:
    namespace = names()
    assert {"prop", "cached", "plain"} <= {*ask("properties.|", namespace)}
    assert "upper" in ask("properties.prop.|", namespace)
    assert "upper" in ask("properties.cached.|", namespace)
    assert "upper" in ask("made.method().|", namespace)
    assert "upper" in ask("calls(1).|", namespace)
    assert "bit_length" in ask("made.field.|", namespace)
    assert {"third", "field"} <= {*ask("Strange.|", namespace)}
    assert "method" in ask("Strange.third.|", namespace)
    assert "value" in ask("module.|", namespace)
    assert "lazy" in ask("lazy.|", namespace)
    assert "slot" in ask("slotted.|", namespace)
    assert ask("weird['|", namespace) == ["name"]
    assert "lie" not in ask("liar.|", namespace)


def test_a_dir_of_a_class_is_asked_where_that_is_allowed() -> None:
    namespace = names()
    sprung.clear()
    assert "listed" not in ask("listing.|", namespace, custom_dir=False)
    assert not sprung
    assert "listed" in ask("listing.|", namespace, custom_dir=True)
    assert sprung == ["__dir__"]


def test_a_dir_that_fails_is_logged_and_not_asked_again() -> None:
    class Failing:
        def __dir__(self) -> list[str]:
            raise RuntimeError("no")

        here = 1

    errors: list[BaseException] = []
    for _ in range(2):
        assert "here" in ask("x.|", {"x": Failing()}, log=errors.append)
    assert [str(error) for error in errors] == ["no"]


def test_full_evaluates_what_is_not_known_otherwise() -> None:
    namespace = {"f": lambda: "text"}
    run = lambda source: eval(source, namespace)
    assert ask("f().|", dict(namespace), evaluate="safe", run=run) == []
    assert "upper" in ask("f().|", dict(namespace), evaluate="full", run=run)


def test_none_looks_at_names_only() -> None:
    namespace = {"f": calls, "x": "text"}
    assert ask("f(1).|", namespace, evaluate="none") == []
    assert "upper" in ask("x.|", namespace, evaluate="none")


def test_nothing_is_imported_for_an_import() -> None:
    before = {*sys.modules}
    assert "Element" not in ask("from xml.etree.ElementInclude import |", {})
    assert "default_loader" in ask("from xml.etree.ElementInclude import |", {})
    assert "dom" in ask("import xml.|", {})
    added = {*sys.modules} - before
    assert not {name for name in added if name.startswith("xml")}
