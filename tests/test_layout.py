"""How values are laid out by width."""

from __future__ import annotations

import random
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from sideloop import display
from sideloop.display import Look, layout

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


def test_deeply_nested_values() -> None:
    deep: list[Any] = []
    for _ in range(400):
        deep = [deep]
    assert text(deep).startswith("[")
    for _ in range(100_000):
        deep = [deep]
    assert "RecursionError" in text(deep)
