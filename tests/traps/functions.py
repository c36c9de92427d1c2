"""Functions that say of themselves what is not so, and what reading their source would spring."""

from __future__ import annotations

import functools
import sys
import types
import weakref
from collections.abc import Iterator
from typing import Any

from . import sprung, trap
from .values import Convertible, Names, Text


def unevaluated() -> Any:
    """A function and a class with annotations that are there only when somebody asks."""

    def function(x):
        return x

    if sys.version_info >= (3, 14):
        function.__annotate__ = trap("__annotate__", {})
    function.__annotations__ = {"x": Text("evil()"), "return": Convertible()}
    function.__doc__ = Text("documentation")
    function.__name__ = Text("function")
    function.__qualname__ = Text("function")
    function.__module__ = Text("module")
    return function


def looping() -> Any:
    """Functions that wrap each other."""

    def one() -> None: ...
    def two() -> None: ...

    one.__wrapped__, two.__wrapped__ = two, one
    return one


def wrapping() -> Any:
    """A wrapper that says of itself what the wrapped function does."""

    @functools.wraps(unevaluated())
    def wrapper() -> None: ...

    return wrapper


def in_names() -> Any:
    """A function whose globals mind, and one whose defaults and closure do."""
    names = Names()
    dict.__setitem__(names, "__name__", "in_names")
    dict.__setitem__(names, "__builtins__", __builtins__)
    return types.FunctionType((lambda: value).__code__, names, "f", (Convertible(),))  # noqa: F821


def inferred(x, y=Convertible()):  # noqa: B008
    """Read by its source: everything in it would spring something."""
    sprung.append("inferred ran")
    if x[0]:
        return y.attribute
    with y as z:
        return [one for one in z if one == x]
    for each in y:
        return each() + y
    return y[x]() or next(y)


class Stored:
    def __init__(self, given=Convertible()):  # noqa: B008
        sprung.append("Stored ran")
        self.called = given()
        self.added = given + given
        self.compared = given == 1
        self.entered = given.__enter__()
        self.first = given[0]
        self.property = given.attribute

    @property
    def told(self):
        sprung.append("unannotated property")
        return self.called


class Partial(functools.partial):
    __call__ = trap("partial __call__")
    func = property(trap("partial func"))
    args = property(trap("partial args"))


class Weak(weakref.ref):
    __call__ = trap("ref __call__")


def generating(given: Any) -> Iterator[Any]:
    sprung.append("generator ran")
    yield given


TRAPS: dict[str, Any] = {
    "unevaluated": unevaluated,
    "looping": looping,
    "wrapped": wrapping,
    "in_names": in_names,
    "inferred": lambda: inferred,
    "Stored": lambda: Stored,
    "stored": lambda: object.__new__(Stored),
    "partial": lambda: Partial(inferred),
    "partial_of": lambda: functools.partial(Convertible(), Convertible()),
    "weak": lambda: Weak(Convertible),
    "cached": lambda: functools.lru_cache(inferred),
    "dispatched": lambda: functools.singledispatch(inferred),
    "generator": lambda: generating(Convertible()),
    "code": lambda: inferred.__code__,
}
"""By its name what makes one."""
