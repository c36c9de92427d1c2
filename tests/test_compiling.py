"""Which inputs compile, and what is told of the others."""

from __future__ import annotations

import os
import sys

import pytest
import sideloop
from evaluation import compiled, run, step
from sideloop import evaluate
from sideloop.evaluate.ahead import Ahead
from sideloop.evaluate.compiling import Compiled, Incomplete, Invalid
from sideloop.evaluate.namespace import Namespace


@pytest.mark.parametrize(
    ("source", "line", "column", "message"),
    [
        ("x = = 1", 1, 5, "invalid syntax"),
        ("a\nb c", 2, 1, "invalid syntax"),
        ("    x = = 1", 1, 9, "invalid syntax"),
        ("'é' é = 1", 1, 5, "invalid syntax"),
        ("return 1", 1, 1, "'return' outside function"),
        ("f(1))", 1, 5, "unmatched ')'"),
        ("x = '\ud800'", 1, 1, "surrogates"),
        ("a\x00b", 1, 1, "null bytes"),
        ("if 1:\n  a\n    b", 3, 1, "unexpected indent"),
        ("(" * 300 + ")" * 300, 1, 200, "too many nested parentheses"),
        ("+".join(["1"] * 200_000), 1, 1, "nested"),
    ],
)
def test_invalid(source: str, line: int, column: int, message: str) -> None:
    result = Ahead(Namespace({})).check(source)
    if message == "nested" and isinstance(result, Compiled):
        return  # this interpreter's parser takes it
    assert isinstance(result, Invalid)
    assert (result.line, message in result.message) == (line, True), result.message
    assert "\n" not in result.message
    assert 1 <= result.column <= len(source.split("\n")[line - 1]) + 1
    if message == "invalid syntax" and line == 1:
        assert result.column == column


@pytest.mark.parametrize(
    "source",
    ["def f():", "f(1,", '"""abc', "class A:\n    def f(self):", "@x", "try:\n    1", "x \\", "[1, {2: "],
)
def test_incomplete(source: str) -> None:
    assert isinstance(Ahead(Namespace({})).check(source), Incomplete)


def test_future_imports_hold_for_later_inputs() -> None:
    names = Namespace({})
    run("from __future__ import annotations", names)
    run("del annotations", names)
    assert run("def f(x: no): pass\nf.__annotations__", names).value == {"x": "no"}
    assert run("def f(x: int): pass\nf.__annotations__", Namespace({})).value == {"x": int}


def test_warnings_come_once_and_when_run(capsys: pytest.CaptureFixture[str]) -> None:
    names = Namespace({"x": 1})
    warned = compiled("x is 1", names)
    assert capsys.readouterr().err == ""
    with pytest.warns(SyntaxWarning) as shown:
        step(evaluate.run(warned, names, step))
    assert len(shown) == 1
    assert isinstance(Ahead(names).check("x is 1; = 2"), Invalid)


def test_memory_of_sources_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    import linecache

    from sideloop.evaluate import sources

    monkeypatch.setattr(sources, "_MAX_KEPT", 100)
    first = compiled("x = 1", Namespace({}))
    last = compiled("y = '" + "a" * 200 + "'", Namespace({}))
    assert first.filename not in linecache.cache
    assert last.filename in linecache.cache


def test_nothing_heavy_is_imported() -> None:
    import subprocess

    program = (
        "import sys; before = set(sys.modules)\n"
        "from sideloop import display, evaluate\n"
        "from sideloop.evaluate import namespace\n"
        "from sideloop.evaluate.ahead import Ahead\n"
        "assert not {'re', 'linecache'} & (set(sys.modules) - before)\n"
        "names = namespace.Namespace({})\n"
        "Ahead(names).check('a = 1; a')\n"
        "heavy = {'asyncio', 'inspect', 'typing', 're', 'ast', 'dataclasses', 'traceback', 'enum'}\n"
        "import linecache; before |= set(sys.modules) if sys.version_info < (3, 13) else set()\n"
        "print(heavy & (set(sys.modules) - before))"
    )
    package = os.path.dirname(os.path.dirname(sideloop.__file__))
    done = subprocess.run(
        [sys.executable, "-S", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": package},
    )
    assert done.stdout == "set()\n"
