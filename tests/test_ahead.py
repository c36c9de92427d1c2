"""What Enter would run, compiled before it is pressed."""

from __future__ import annotations

from typing import Any

import pytest
from evaluation import run, step
from sideloop import evaluate
from sideloop.evaluate.ahead import Ahead
from sideloop.evaluate.compiling import Compiled, Invalid
from sideloop.evaluate.namespace import Namespace


def test_a_prepared_input_is_compiled_once_and_only_if_it_is_still_the_same() -> None:
    names = Namespace({"x": 1})
    ahead = Ahead(names)
    ahead.prepare("x + 1")
    assert ahead.known is not None
    prepared = ahead.known[2]
    assert ahead.check("x + 1") is prepared
    assert ahead.check("x + 1") is not prepared
    ahead.prepare("x + 2")
    checked = ahead.check("x + 3")
    assert isinstance(checked, Compiled)
    assert step(evaluate.run(checked, names, step)).value == 4
    ahead.prepare("x = ")
    assert isinstance(ahead.check("x = "), Invalid)


def test_a_prepared_input_obeys_a_future_import_that_ran_meanwhile() -> None:
    names = Namespace({})
    ahead = Ahead(names)
    source = "def f(x: no): pass\nf.__annotations__"
    ahead.prepare(source)
    run("from __future__ import annotations", names)
    checked = ahead.check(source)
    assert isinstance(checked, Compiled)
    assert step(evaluate.run(checked, names, step)).value == {"x": "no"}


def test_preparing_leaves_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    import linecache

    class Names(dict[str, Any]):
        def __missing__(self, name: str) -> Any:
            raise AssertionError(f"{name} was looked up")

    before = set(linecache.cache)
    ahead = Ahead(Namespace({}, Names()))
    for source in ("exit", "x is 1", "1 +", "class A: pass"):
        ahead.prepare(source)
    assert set(linecache.cache) == before
    assert capsys.readouterr() == ("", "")
    first = ahead.filename
    ahead.prepare("1")
    assert ahead.filename == first
