"""What one input does: its value, its end, the source that is known of it."""

from __future__ import annotations

import asyncio
import inspect
import traceback
from typing import Any

import pytest
from evaluation import compiled, run
from sideloop import evaluate
from sideloop.evaluate.extras import Extras, Leave
from sideloop.evaluate.namespace import Namespace


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
        running: Any = evaluate.run(compiled(source, names), names, suspends)
        running.send(None)
        with pytest.raises(StopIteration if is_outcome else error) as end:
            running.throw(error())
        assert not is_outcome or type(end.value.value.exception) is error
