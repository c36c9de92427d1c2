"""How results look."""

from __future__ import annotations

import builtins
import io
import random
import sys
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from sideloop import display
from sideloop.display import Look, layout
from sideloop.evaluate.extras import Extras

Point = namedtuple("Point", "x y")


@dataclass
class Data:
    a: Any
    b: Any = None
    hidden: Any = field(default=3, repr=False)
    shared: ClassVar[int] = 1


@dataclass
class Child(Data):
    c: Any = None


@dataclass
class Own:
    a: int = 1

    def __repr__(self) -> str:
        return "an Own"


class Inheriting(list):  # type: ignore[type-arg]
    pass


class Speaking(list):  # type: ignore[type-arg]
    def __repr__(self) -> str:
        return "Speaking()"


class Broken:
    def __repr__(self) -> str:
        raise ValueError("no\nway")


class Wordless:
    def __repr__(self) -> str:
        return 3  # type: ignore[return-value]


with pytest.raises(TypeError) as wordless:
    repr(Wordless())
WORDLESS = str(wordless.value)
"""What this Python says of it: the words change with its versions."""


def text(value: object, **look: Any) -> str:
    return display.render(value, Look(**look))


def check(value: object, expected: str, width: int = 20) -> None:
    assert text(value, width=width) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1, "1"),
        ("a\nb", "'a\\nb'"),
        ([], "[]"),
        ((), "()"),
        ((1,), "(1,)"),
        (set(), "set()"),
        (frozenset([1]), "frozenset({1})"),
        (Point(1, 2), "Point(x=1, y=2)"),
        (Data(1), "Data(a=1, b=None)"),
        (Own(), "an Own"),
        (Inheriting([1]), "[1]"),
        (Speaking([1]), "Speaking()"),
        ([1] * 7, "[\n    1, 1, 1, 1, 1,\n    1, 1\n]"),
        (["a" * 12, "b" * 12], "[\n    'aaaaaaaaaaaa',\n    'bbbbbbbbbbbb'\n]"),
        ({"one": 1, "two": [1, 2, 3]}, "{\n    'one': 1,\n    'two': [1, 2, 3]\n}"),
        (["漢字漢字", "字漢字"], "[\n    '漢字漢字',\n    '字漢字'\n]"),
        (["e\u0301e\u0301e\u0301", "ééé"], "['e\u0301e\u0301e\u0301', 'ééé']"),
        ([[1, 2, 3], [4, 5, 6, 7]], "[\n    [1, 2, 3],\n    [4, 5, 6, 7]\n]"),
        (("a" * 20,), "(\n    'aaaaaaaaaaaaaaaaaaaa',\n)"),
        (Data([1, 2, 3], "long " * 3), "Data(\n    a=[1, 2, 3],\n    b='long long long '\n)"),
        (Point("x" * 9, "y" * 9), "Point(\n    x='xxxxxxxxx',\n    y='yyyyyyyyy'\n)"),
        (deque([1] * 7, 9), "deque([\n    1, 1, 1, 1, 1,\n    1, 1\n], maxlen=9)"),
        ([Own()] * 3, "[\n    an Own, an Own,\n    an Own\n]"),
        (Broken(), "<Broken whose repr raised ValueError: no>"),
        ([1, Broken()], "[\n    1,\n    <Broken whose repr raised ValueError: no>\n]"),
        (Wordless(), f"<Wordless whose repr raised TypeError: {WORDLESS}>"),
    ],
)
def test_layout(value: object, expected: str) -> None:
    check(value, expected)


def test_lines_of_an_element_stay_aligned() -> None:
    class Array:
        def __repr__(self) -> str:
            return "array([[1, 2],\n       [3, 4]])"

    check(Array(), "array([[1, 2],\n       [3, 4]])", 80)
    check({"a": Array()}, "{\n    'a': array([[1, 2],\n                [3, 4]])\n}", 80)


def random_value(depth: int) -> Any:
    count = random.choice([0, 1, 1, 2, 3, 8])
    key = lambda: random.choice([1, "k" * random.randrange(20), (1, 2), 3.5, None, frozenset([1, 2])])
    below = lambda: random_value(depth - 1)
    leaves = [
        lambda: random.randrange(10**9),
        lambda: "x y" * random.randrange(20),
        lambda: random.choice([None, 2.5, "a\nb", b"\x00", Speaking([1]), int, SimpleNamespace(a=1)]),
    ]
    containers = [
        lambda: [below() for _ in range(count)],
        lambda: tuple(below() for _ in range(count)),
        lambda: {key(): below() for _ in range(count)},
        lambda: {key() for _ in range(count)},
        lambda: frozenset(key() for _ in range(count)),
        lambda: Point(below(), below()),
        lambda: Child(below(), below(), c=below()),
        lambda: OrderedDict((key(), below()) for _ in range(count)),
        lambda: defaultdict(int, {key(): below() for _ in range(count)}),
        lambda: deque([below() for _ in range(count)], maxlen=random.choice([None, 20])),
        lambda: Counter(key() for _ in range(count)),
        lambda: random.choice([{1: below()}.keys(), {1: below()}.values(), {1: below()}.items()]),
        lambda: Inheriting([below()]),
        recursive,
    ]
    return random.choice(containers if depth and random.random() < 0.8 else leaves)()


def recursive() -> Any:
    outer: list[Any] = [1]
    mapping: dict[str, Any] = {"list": outer}
    data = Data(1)
    data.b = [data]
    mapping["self"] = mapping
    outer += [outer, (mapping,), data, deque([outer])]
    return outer


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_text_is_that_of_repr_up_to_white_space(width: int) -> None:
    for seed in range(1500):
        random.seed(seed)
        value = random_value(4)
        lines = "\n".join(layout.lines(value, width))
        assert "".join(lines.split()) == "".join(repr(value).split()), seed


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


def test_deeply_nested_values() -> None:
    deep: list[Any] = []
    for _ in range(400):
        deep = [deep]
    assert text(deep).startswith("[")
    for _ in range(100_000):
        deep = [deep]
    assert "RecursionError" in text(deep)


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
