"""What a call gives, without calling: by return annotations, by construction, by a table."""

from __future__ import annotations

import functools
import types
import weakref

from .. import safe
from ..annotations import annotated, declarations, generics, stubs
from ..callables import functions
from ..source import defined, inferred
from . import (
    Definition,
    Either,
    InputClass,
    Instance,
    Method,
    Value,
    construction,
    libraries,
    returns,
)
from .facts import coroutine, either

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_COROUTINE, _GENERATOR, _ASYNC_GENERATOR = 0x80, 0x20, 0x200  # flags of code objects, as in `inspect`
_DEEPEST = 20  # decorators of one function


def result(callee: Known | None, given: list[Known | None]) -> Known | None:
    """What calling gives; `given` are the positional arguments."""
    match callee:
        case Either():
            return either([result(one, given) for one in callee.options])
        case Value() if safe.is_class(callee.obj):
            return construction.made(callee.obj, given)
        case Value():
            return _called(callee.obj, given)
        case Method():
            return returned(callee.function, callee.receiver, given)
        case Definition():
            return inferred.defined(callee, given)
        case InputClass():
            return defined.made(callee, given)
        case Instance():
            return _of_instance(callee, given)
    return None


def _of_instance(callee: Instance, given: list[Known | None]) -> Known | None:
    if safe.name_of(callee.cls) == "Callable":
        return callee.args[-1] if callee.args else None
    if callee.cls is functools.partial and callee.given:
        return result(callee.given[0], [*callee.given[1:], *given])
    call = safe.find(callee.cls, "__call__")
    return returned(call[1], callee, given) if call else None


def _called(obj: Any, given: list[Known | None]) -> Known | None:
    kind = type(obj)
    if kind is types.MethodType:
        return returned(obj.__func__, Value(obj.__self__), given)
    if kind is types.FunctionType or stubs.is_compiled(obj):
        return returned(obj, None, given)
    if kind is types.BuiltinFunctionType or kind is types.MethodWrapperType:
        receiver = None if safe.is_module(obj.__self__) else Value(obj.__self__)
        return returned(obj, receiver, given)
    if safe.among(kind, (types.MethodDescriptorType, types.WrapperDescriptorType)):
        return returned(obj, given[0], given[1:]) if given and given[0] is not None else None
    if kind is functools.partial:
        return result(Value(obj.func), [*map(Value, obj.args), *given])
    if kind is weakref.ReferenceType:
        return Value(weakref.ReferenceType.__call__(obj))
    wrapped = safe.entry(safe.own_dict(obj), "__wrapped__")
    if type(wrapped) is types.FunctionType and safe.module_of(kind) == "functools":
        return returned(wrapped, None, given)
    if safe.module_of(kind).startswith("numpy"):
        known = returns.in_words(returns.annotation("numpy", _name(obj)), None, given) or _array(kind)
        return known or (returned(wrapped, None, given) if type(wrapped) is types.FunctionType else None)
    call = safe.find(kind, "__call__")
    return returned(call[1], Value(obj), given) if call else None


def _array(kind: type) -> Known | None:
    """A universal function of numpy gives an array."""
    numpy = safe.loaded("numpy")
    return Instance(safe.own_dict(numpy)["ndarray"]) if numpy and safe.name_of(kind) == "ufunc" else None


def _name(obj: object) -> str:
    found = safe.find(type(obj), "__name__")
    name = found[1].__get__(obj) if found and type(found[1]) is types.GetSetDescriptorType else ""
    own = safe.entry(safe.own_dict(obj), "__name__")
    return own if type(own) is str else name


def returned(function: Any, receiver: Known | None, given: list[Known | None] | None = None) -> Known | None:
    """What a function or builtin returns when it is called on `receiver`."""
    given = given or []
    if (found := libraries.result(function, receiver)) is not None:
        return found
    if safe.among(type(function), (staticmethod, classmethod)):
        function = function.__func__
    if type(function) is types.FunctionType:
        return _of_function(function, receiver, given)
    known = returns.told(function, receiver, given)
    return known if known is not None else stubs.returned(function, receiver)


def _of_function(
    function: types.FunctionType, receiver: Known | None, given: list[Known | None]
) -> Known | None:
    if overloads := functions.overloads(function):
        return _overloaded(overloads, receiver, given)
    return _declared(function, receiver, given)


def _declared(
    function: types.FunctionType, receiver: Known | None, given: list[Known | None]
) -> Known | None:
    """What the annotation of a function says, else the table, a stub or its body."""
    declared = safe.entry(declarations.of_function(function), "return")
    flags = function.__code__.co_flags
    if declared is safe.MISSING:
        known = returns.told(function, receiver, given)
        if known is None:
            known = stubs.returned(unwrapped(function), receiver)
        return known if known is not None else _by_source(function, receiver, given)
    subject = Instance(receiver.obj) if type(receiver) is Value and safe.is_class(receiver.obj) else receiver
    plain = unwrapped(function)
    scope = declarations.scope_of_function(plain, subject)
    scope.variables = generics.solved(plain, subject, given)
    known = annotated.meaning(declared, scope)
    if flags & _COROUTINE:
        return coroutine(known)
    if type(known) is Instance and safe.entry(function.__globals__, "__name__") == "contextlib":
        return inferred.manager(known)
    return known if known is not None else returns.told(function, receiver, given)


def _overloaded(
    overloads: list[types.FunctionType], receiver: Known | None, given: list[Known | None]
) -> Known | None:
    """What the overloads return that take such arguments; of none, what any of them returns."""
    fitting = [one for one in overloads if generics.fits(one, receiver, given)]
    return either([_declared(one, receiver, given) for one in fitting[:1] or overloads])


def _by_source(
    function: types.FunctionType, receiver: Known | None, given: list[Known | None]
) -> Known | None:
    """What the body says of a function that has no annotation."""
    known = inferred.returned(unwrapped(function), receiver, given)
    if type(known) is Instance and safe.entry(function.__globals__, "__name__") == "contextlib":
        return inferred.manager(known)
    is_coroutine = bool(function.__code__.co_flags & _COROUTINE)
    return coroutine(None) if known is None and is_coroutine else known


def unwrapped(function: types.FunctionType) -> types.FunctionType:
    """The function that decorators wrapped, whose module knows the names of its annotations."""
    for _ in range(_DEEPEST):
        inner = safe.entry(safe.own_dict(function), "__wrapped__")
        if type(inner) is not types.FunctionType:
            break
        function = inner
    return function
