"""What stands beside a candidate in the menu: its kind, and its type or short value.

Invariant: only objects of exactly the builtin types are shown by value.
"""

from __future__ import annotations

import types

from . import safe
from .annotations import declarations
from .known import Definition, Either, InputClass, InputInstance, Instance, Method, Unloaded, Value
from .known.descriptors import getter_of
from .spelling import PLAIN, annotation, cut, short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

FUNCTIONS = (*safe.FUNCTIONS, types.MethodType)
"""What is called without a class of its own."""
_CONTAINERS = (list, tuple, set, frozenset, dict)


# By identity, as builtin classes live for ever: a hash could be asked of a metaclass.
_KINDS = {
    **{id(kind): "variable" for kind in (*PLAIN, *_CONTAINERS)},
    **{id(kind): "method" for kind in (*safe.METHODS_IN_C, types.MethodType)},
    id(types.FunctionType): "function",
    id(types.ModuleType): "module",
}


def candidate(text: str, kind: str, detail: str = "", suffix: str = "", likely: int = 0) -> dict[str, Any]:
    """A candidate as the prompt takes it."""
    return {"text": text, "kind": kind, "detail": cut(detail), "suffix": suffix, "likely": likely}


def of_object(name: str, obj: object) -> dict[str, Any]:
    """The candidate of a name that an object has."""
    return candidate(name, kind_of(obj), detail_of(obj))


def kind_of(obj: Any) -> str:
    """What an object is to a person."""
    kind = type(obj)
    if (known := _KINDS.get(id(kind))) is not None:
        return known
    if safe.is_subclass(kind, type):
        return "exception" if safe.is_subclass(obj, BaseException) else "class"
    if kind is types.BuiltinFunctionType:
        return "function" if obj.__self__ is None or safe.is_module(obj.__self__) else "method"
    if safe.among(kind, FUNCTIONS) or safe.name_of(kind) in (
        "ufunc",
        "_ArrayFunctionDispatcher",
        "_lru_cache_wrapper",
        "partial",
    ):
        return "function"
    if safe.is_module(obj):
        return "module"
    return "enum_member" if is_member(kind) else "variable"


def is_enumeration(obj: object) -> bool:
    """Whether an object is a class of `enum`, or one made of it."""
    return safe.is_class(obj) and is_member(obj)


def is_member(cls: type) -> bool:
    """Whether the instances of a class are members of an enumeration."""
    return type(safe.class_dict(cls).get("_member_map_")) is dict


def detail_of(obj: Any) -> str:
    """The short value, or the class."""
    kind = type(obj)
    if kind is int or kind is str:
        return short(obj)
    if safe.is_subclass(kind, type) or safe.is_module(obj):
        return ""
    if safe.among(kind, FUNCTIONS):
        return returns_of(obj)
    if safe.among(kind, PLAIN):
        return short(obj)
    if safe.among(kind, _CONTAINERS):
        return f"{safe.name_of(kind)}, {len(obj)}"
    if is_member(kind):
        value = safe.field(obj, "_value_")
        return short(value) if safe.among(type(value), PLAIN) else safe.name_of(kind)
    return safe.name_of(kind)


def returns_of(function: Any) -> str:
    """`-> annotation` of a function, where there is one."""
    function = function.__func__ if type(function) is types.MethodType else function
    if type(function) is not types.FunctionType:
        return ""
    declared = safe.entry(declarations.of_function(function), "return")
    return "" if declared is safe.MISSING else f"-> {annotation(declared)}"


def of_raw(name: str, raw: object, *, in_class: bool) -> dict[str, Any]:
    """The candidate of an attribute as a class's dict has it."""
    kind = type(raw)
    if safe.among(kind, (staticmethod, classmethod)):
        return candidate(name, "method", returns_of(raw.__func__))  # type: ignore[attr-defined]
    if kind is types.FunctionType or kind is types.BuiltinFunctionType:
        return candidate(name, "method", returns_of(raw))
    if (getter := getter_of(raw)) is not None:
        return candidate(name, "property", returns_of(getter).removeprefix("-> "))
    if safe.among(kind, (types.MemberDescriptorType, types.GetSetDescriptorType)) or safe.is_a(raw, property):
        return candidate(name, "property")
    if (
        not in_class
        and safe.find(kind, "__get__")
        and not safe.among(kind, safe.METHODS_IN_C)
        and kind is not type
    ):
        detail = "" if safe.is_class(raw) else safe.name_of(kind)
        return candidate(name, "property", "" if detail.startswith("_") else detail)
    return of_object(name, raw)


def of_known(name: str, known: Known | None) -> dict[str, Any]:
    """The candidate of a name of which something is known."""
    match known:
        case Value():
            return of_object(name, known.obj)
        case Instance():
            return candidate(name, "variable", safe.name_of(known.cls))
        case Method():
            return candidate(name, "method", returns_of(known.function))
        case Definition():
            return candidate(name, "function" if known.receiver is None else "method")
        case InputClass():
            return candidate(name, "class")
        case InputInstance():
            return candidate(name, "variable", known.of.name)
        case Unloaded():
            return candidate(name, "module")
        case Either():
            return candidate(
                name, "variable", " | ".join(of_known("", one)["detail"] for one in known.options)
            )
    return candidate(name, "variable")
