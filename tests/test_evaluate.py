"""What one input does: compile, run, value, names left behind."""

from __future__ import annotations

import asyncio
import inspect
import os
import sys
import traceback
from typing import Any

import pytest
import sideloop
from sideloop import evaluate
from sideloop.evaluate import Outcome
from sideloop.evaluate.ahead import Ahead
from sideloop.evaluate.compiling import Compiled, Incomplete, Invalid
from sideloop.evaluate.extras import Extras, Leave
from sideloop.evaluate.namespace import Namespace


def step(awaitable: Any) -> Any:
    """Runs a coroutine that is expected to suspend nowhere."""
    with pytest.raises(StopIteration) as stop:
        awaitable.send(None)
    return stop.value.value


def run(source: str, names: Namespace) -> Outcome:
    compiled = Ahead(names).check(source)
    assert isinstance(compiled, Compiled), vars(compiled) if hasattr(compiled, "__dict__") else compiled

    async def awaits(coroutine: Any) -> Any:
        return asyncio.run(coroutine)

    outcome: Outcome = step(evaluate.run(compiled, names, awaits))
    return outcome


def check(source: str, value: object, **names: object) -> None:
    """`source` gives `value`, without an exception."""
    outcome = run(source, Namespace({"__name__": "prompt", **names}))
    assert outcome.exception is None
    assert outcome.value == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 1", 2),
        ("a = 5; a", 5),
        ("a = 5\na\n", 5),
        ("a = 5", None),
        ("", None),
        ("# nothing", None),
        ("if True:\n    a = 1\na + 1", 2),
        ("'text'", "text"),
        ("'text'; globals().get('__doc__')", None),
        ("'text'; 'more'; b = 1; globals().get('__doc__')", None),
        ("'text'\nfrom __future__ import annotations\ndef f(x: no): pass\nf.__annotations__", {"x": "no"}),
        ("from __future__ import annotations; (lambda: 3)()", 3),
        ("    x = 1\n    x", 1),
        ("    if True:\n        x = 2\n    x", 2),
        ("  '''a\nb'''", "a\nb"),
        ("import asyncio\nawait asyncio.sleep(0, 4)", 4),
        ("import asyncio\nx = await asyncio.sleep(0, 4)\nx + 1", 5),
        ("async def f(): yield 1\n[x async for x in f()]", [1]),
        ("(yield_ := 3)", 3),
        ("1;", 1),
    ],
)
def test_value_of_the_last_expression(source: str, value: object) -> None:
    check(source, value)


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
    compiled = Ahead(names).check("x is 1")
    assert isinstance(compiled, Compiled)
    assert capsys.readouterr().err == ""
    with pytest.warns(SyntaxWarning) as shown:
        step(evaluate.run(compiled, names, step))
    assert len(shown) == 1
    assert isinstance(Ahead(names).check("x is 1; = 2"), Invalid)


def test_tracebacks_and_getsource_know_the_source() -> None:
    names = Namespace({"__name__": "prompt"})
    run("def broken():\n    return 1 / 0\n", names)
    outcome = run("broken()", names)
    assert isinstance(outcome.exception, ZeroDivisionError)
    text = "".join(traceback.format_exception(outcome.exception))
    assert "return 1 / 0" in text
    assert '"<sideloop-' in text
    assert inspect.getsource(names.lookup("broken")) == "def broken():\n    return 1 / 0\n"


@pytest.mark.parametrize(
    "text",
    [
        "class Plain:\n    x = 1\n",
        "class Method:\n    def f(self): pass\n",
        "class Outer:\n    class Plain:\n        y = 2\n    def g(self): pass\n",
        "@dataclass\nclass Data:\n    a: int = 1\n",
        "if True:\n    class Nested: pass\n",
    ],
)
@pytest.mark.parametrize("module", ["__main__", "pytest"])
def test_getsource_of_a_class(text: str, module: str) -> None:
    import dataclasses

    before = inspect.getfile
    names = Namespace({"__name__": module, "inspect": inspect, "dataclass": dataclasses.dataclass})
    run("first = 1\n\n" + text, names)
    name = text.split("class ")[1].split(":", maxsplit=1)[0]
    got = run(f"inspect.getsource({name})", names)
    assert got.exception is None
    assert got.value == text.removeprefix("if True:\n").rstrip() + "\n"
    assert (
        "def getfile" in run("inspect.getsource(inspect.Signature); inspect.getsource(inspect)", names).value
    )
    assert inspect.getfile is before


@pytest.mark.parametrize("source", ["exit", "quit", "exit()", "exit(3)", " exit"])
def test_exit_leaves_with_and_without_parentheses(source: str) -> None:
    extras = Extras()
    extras.set("exit", Leave())
    extras.set("quit", Leave())
    try:
        outcome = run(source, Namespace({}))
        assert isinstance(outcome.exception, SystemExit)
        assert outcome.exception.code == (3 if "3" in source else None)
        check("exit", "mine", exit="mine")
        check("exit; 3", 3)
    finally:
        extras.remove()


def test_interrupt_and_exit_are_outcomes() -> None:
    for kind in (KeyboardInterrupt, SystemExit, asyncio.CancelledError, ValueError):
        assert type(run("raise kind", Namespace({"kind": kind})).exception) is kind


def test_a_cancellation_is_an_outcome_and_the_end_of_the_session_is_not() -> None:
    async def suspends(coroutine: Any) -> Any:
        return await coroutine

    names = Namespace({})
    source = "class Wait:\n    def __await__(self): yield\nawait Wait()"
    for error, is_outcome in (
        (asyncio.CancelledError, True),
        (KeyboardInterrupt, True),
        (GeneratorExit, False),
    ):
        compiled = Ahead(names).check(source)
        assert isinstance(compiled, Compiled)
        running: Any = evaluate.run(compiled, names, suspends)
        running.send(None)
        with pytest.raises(StopIteration if is_outcome else error) as end:
            running.throw(error())
        assert not is_outcome or type(end.value.value.exception) is error


def test_memory_of_sources_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    import linecache

    from sideloop.evaluate import sources

    monkeypatch.setattr(sources, "_MAX_KEPT", 100)
    first = Ahead(Namespace({})).check("x = 1")
    last = Ahead(Namespace({})).check("y = '" + "a" * 200 + "'")
    assert isinstance(first, Compiled)
    assert isinstance(last, Compiled)
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
