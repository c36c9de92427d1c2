"""What awaiting and entering give, without doing it."""

from __future__ import annotations

import types

from .. import safe
from . import Either, InputInstance, Instance, Value
from .attributes import attribute
from .elements import element
from .facts import arguments, class_of, either
from .results import result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known


def async_element(known: Known | None) -> Known | None:
    """What `async for` over it gives."""
    if type(known) is Instance and known.args and safe.name_of(known.cls).lower().startswith("async"):
        return known.args[0]
    iterator = result(attribute(known, "__aiter__"), [])
    if type(iterator) is Instance and iterator.args:
        return iterator.args[0]
    return awaited(result(attribute(iterator if iterator is not None else known, "__anext__"), []))


def awaited(known: Known | None) -> Known | None:
    """What `await` gives."""
    if type(known) is Either:
        return either([awaited(one) for one in known.options])
    if type(known) is Value and safe.name_of(type(known.obj)) in ("Task", "Future") and _finished(known.obj):
        return Value(known.obj.result())
    if type(known) is Instance and known.args:
        return known.args[-1]
    if type(known) is Value and type(known.obj) is types.CoroutineType:
        return _of_coroutine(known.obj)
    waiting = result(attribute(known, "__await__"), [])
    return waiting.args[-1] if type(waiting) is Instance and waiting.args else None


def _finished(future: Any) -> bool:
    """Whether a future of asyncio itself has a result."""
    if safe.module_of(type(future)) != "_asyncio":
        return False
    return future.done() and not future.cancelled() and future.exception() is None


def _of_coroutine(coroutine: types.CoroutineType[Any, Any, Any]) -> Known | None:
    """The result of a coroutine, by the annotation of the function that has its code."""
    frame = coroutine.cr_frame
    function = safe.entry(frame.f_globals, safe.text(coroutine.__name__)) if frame else None
    if type(function) is types.FunctionType and function.__code__ is coroutine.cr_code:
        return awaited(result(Value(function), []))
    return None


def entered(known: Known | None) -> Known | None:
    """What `with` gives."""
    cls = class_of(known)
    if cls is not None and safe.name_of(cls) == "_GeneratorContextManager":
        return element(Instance(list, known.args)) if type(known) is Instance else None
    if cls is not None and safe.name_of(cls) == "Iterator":
        return known
    found = result(attribute(known, "__enter__"), [])
    return found if found is not None else _itself(known, "__enter__")


def async_entered(known: Known | None) -> Known | None:
    """What `async with` gives."""
    cls = class_of(known)
    if cls is not None and safe.name_of(cls) == "_AsyncGeneratorContextManager":
        return known.args[0] if type(known) is Instance and known.args else None
    found = awaited(result(attribute(known, "__aenter__"), []))
    return found if found is not None else _itself(known, "__aenter__")


def _itself(known: Known | None, method: str) -> Known | None:
    """Most managers that do not say what they give give themselves."""
    cls = class_of(known)
    if type(known) is InputInstance and attribute(known, method) is not None:
        return known
    return Instance(cls, arguments(known)) if cls is not None and safe.find(cls, method) else None
