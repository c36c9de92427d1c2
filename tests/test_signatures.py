"""Signatures and documentation of whatever can be called."""

from __future__ import annotations

import builtins
import dataclasses
import enum
import functools
import sys
from typing import Any, overload

import pytest
from sideloop import complete
from sideloop._native import call
from sideloop.complete.callables.parameters import written


def plain(a: int, /, b: str = "x", *rest: float, c: bool, d: Any = None, **more: int) -> list[str]: ...


class Class:
    """A class."""

    def __init__(self, size: int, name: str = "n") -> None: ...

    def method(self, x: Class, *, loud: bool = False) -> str:
        """Does it."""

    @classmethod
    def made(cls, x: int) -> Class: ...

    @staticmethod
    def free(x: int) -> int: ...

    def __call__(self, argument: int) -> None: ...


class New:
    def __new__(cls, first: int) -> New: ...


class Meta(type):
    def __call__(cls, through: int) -> Any: ...


class Made(metaclass=Meta): ...


@dataclasses.dataclass
class Data:
    x: int
    y: list[int] = dataclasses.field(default_factory=list)


class Colour(enum.Enum):
    RED = 1


@functools.wraps(plain)
def wrapping(*args: Any, **kwargs: Any) -> Any: ...


@overload
def several(x: int) -> int: ...
@overload
def several(x: str, y: int) -> str: ...
def several(x: Any, y: int = 0) -> Any: ...


@functools.lru_cache
def cached(n: int) -> int: ...


NAMES: dict[str, Any] = {
    **globals(),
    "instance": Class(1),
    "part": functools.partial(plain, 1, c=True),
    "bound": Class(1).method,
}
LAYERS = {**vars(builtins), **NAMES}


def names() -> complete.Names:
    return complete.Names(LAYERS.__getitem__, lambda: LAYERS)


def signatures(text: str) -> list[str]:
    """What is shown at the end of a text: `name(parameters) -> returns`, one for each overload."""
    callee = call(text, len(text.encode()))
    if callee is None:
        return []
    found = complete.signatures(callee, names())
    arrow = lambda one: f" -> {one['returns']}" if one["returns"] else ""
    return [f"{one['name']}({written(one['parameters'])}){arrow(one)}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "plain(",
            "plain(a: int, /, b: str = 'x', *rest: float, c: bool, d: Any = None, **more: int) -> list[str]",
        ),
        ("Class(", "Class(size: int, name: str = 'n')"),
        ("instance.method(", "method(x: Class, *, loud: bool = False) -> str"),
        ("bound(", "method(x: Class, *, loud: bool = False) -> str"),
        ("Class.method(", "method(self, x: Class, *, loud: bool = False) -> str"),
        ("Class(1).method(", "method(x: Class, *, loud: bool = False) -> str"),
        ("Class.made(", "made(x: int) -> Class"),
        ("Class.made(1).method(", "method(x: Class, *, loud: bool = False) -> str"),
        ("instance.free(", "free(x: int) -> int"),
        ("instance(", "__call__(argument: int) -> None"),
        ("New(", "New(first: int)"),
        ("Made(", "Made(through: int)"),
        ("Data(", "Data(x: int, y: list[int] = ...)"),
        ("Colour(", "Colour(value)"),
        (
            "part(",
            "plain(b: str = 'x', *rest: float, c: bool = True, d: Any = None, **more: int) -> list[str]",
        ),
        ("cached(", "cached(n: int) -> int"),
        ("len(", "len(obj, /)"),
        ("[].append(", "append(object, /)"),
        ("'x'.split(", "split(sep=None, maxsplit=-1)"),
        ("'x'.startswith(", "startswith(prefix, start=0, end=-1, /)"),
        ("print(f(", ""),
        ("def f(a, *, b=1): ...\nf(", "f(a, *, b=1)"),
        ("class A:\n    def __init__(self, x): ...\nA(", "A(x)"),
        ("(lambda x, y=1: x)(", "(x, y=1)"),
        ("sorted(", "sorted(iterable, /, *, key=None, reverse=False)"),
    ],
)
def test_one_signature(text: str, expected: str) -> None:
    found = signatures(text)
    if expected:
        assert found == [expected]
    else:
        assert not found


def test_a_function_that_wraps_another_has_its_signature() -> None:
    assert [one.partition("(")[2] for one in signatures("wrapping(")] == [
        one.partition("(")[2] for one in signatures("plain(")
    ]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="overloads are known from Python 3.11 on")
def test_overloads() -> None:
    assert signatures("several(") == ["several(x: int) -> int", "several(x: str, y: int) -> str"]


def test_builtins_without_a_text_signature() -> None:
    assert signatures("range(") == ["range(stop, /)", "range(start, stop, step=1, /)"]


@pytest.mark.parametrize(
    ("expression", "title", "text"),
    [
        ("Class", "Class(size: int, name: str = 'n')", "A class."),
        ("instance.method", "method(x: Class, *, loud: bool = False) -> str", "Does it."),
        ("len", "len(obj, /)", "Return the number of items in a container."),
        ("Colour.RED", "Colour 1", ""),
        ("1", "int 1", "int("),
        ("sys", "module sys", "This module provides access"),
    ],
)
def test_documentation(expression: str, title: str, text: str) -> None:
    doc = complete.doc({"source": expression, "bindings": []}, False, names())
    assert doc is not None
    assert doc["title"] == title
    assert doc["text"].startswith(text)


def test_the_source_and_its_place() -> None:
    doc = complete.doc({"source": "instance.method", "bindings": []}, True, names())
    assert doc is not None
    assert doc["source"].startswith("def method(self, x: Class")
    assert doc["place"].startswith(__file__ + ":")


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert complete.doc({"source": "unknown_name", "bindings": []}, False, names()) is None
