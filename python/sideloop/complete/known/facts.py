"""What follows from what is known: one class, the options, what the parameters of a class stand for."""

from __future__ import annotations

from collections import deque
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from .. import safe
from . import Either, InputClass, InputInstance, Instance, Method, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_CONTAINERS = (list, tuple, set, frozenset, deque)
_CONSTANTS = (str, bytes, int, bool, float, type(None))


def either(options: list[Known | None]) -> Known | None:
    """One of several, of which `None` is not worth telling."""
    known = [one for one in options if one is not None]
    some = [one for one in known if type(one) is not Instance or one.cls is not type(None)]
    if len(some) > 1:
        return Either(some)
    return next(iter(some or known), None)


def options(known: Known | None) -> list[Known]:
    """All that it may be."""
    if known is None:
        return []
    if type(known) is Either:
        return [one for option in known.options for one in options(option)]
    return [known]


def class_of(known: Known | None) -> type | None:
    """The class of which the value is an instance, where there is such a class."""
    if type(known) is Value:
        return type(known.obj)
    return known.cls if type(known) is Instance else None


def function_of(known: Known | None) -> Any:
    """The object that a call of it calls; `None` where there is no live one."""
    if type(known) is Method:
        return known.function
    return known.obj if type(known) is Value else None


def instance_of(known: Known | None) -> Known | None:
    """An instance of a class that is known."""
    if type(known) is Value and safe.is_class(known.obj):
        return Instance(known.obj)
    return InputInstance(known) if type(known) is InputClass else None


def arguments(known: Known | None) -> tuple[Known | None, ...]:
    """What the parameters of a generic class stand for; for a container, by its first entry."""
    if type(known) is Instance:
        return known.args
    if type(known) is not Value:
        return ()
    obj, kind = known.obj, type(known.obj)
    for container in _CONTAINERS:
        if safe.is_subclass(kind, container) and container.__len__(obj):
            return (Value(next(container.__iter__(obj))),)
    if safe.is_subclass(kind, dict) and dict.__len__(obj):
        pair: tuple[object, object] = next(iter(dict.items(obj)))
        return Value(pair[0]), Value(pair[1])
    return ()


def plain(known: Known | None) -> Known | None:
    """What stands for every value of the class of a constant."""
    is_constant = type(known) is Value and safe.among(type(known.obj), _CONSTANTS)
    return Instance(type(known.obj)) if type(known) is Value and is_constant else known


def coroutine(result: Known | None) -> Instance:
    """What a coroutine function returns."""
    return Instance(CoroutineType, (None, None, result))


def generator(element: Known | None) -> Instance:
    """What a generator function returns."""
    return Instance(GeneratorType, (element, None, None))


def async_generator(element: Known | None) -> Instance:
    """What an `async def` with a `yield` returns."""
    return Instance(AsyncGeneratorType, (element, None))
