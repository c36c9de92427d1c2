"""What stands beside a candidate in the menu: its kind, and its type or short value.

Invariant: only objects of exactly the builtin types are shown by value.
"""

from __future__ import annotations

import types

from . import annotated, safe
from .attributes import FUNCTIONS, getter_of
from .known import Definition, Either, InputClass, InputInstance, Instance, Method, Unloaded, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

WIDTH = 40
"""Characters of a preview, at most."""

_SHOWN = (bool, int, float, complex, str, bytes, type(None), type(...))
_CONTAINERS = (list, tuple, set, frozenset, dict)
_LONGEST = 100_000  # bits of a number that is worth printing
_METHODS = (
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


# By identity, as builtin classes live for ever: a hash could be asked of a metaclass.
_KINDS = {
    **{id(kind): "variable" for kind in (*_SHOWN, *_CONTAINERS)},
    **{id(kind): "method" for kind in (*_METHODS, types.MethodType)},
    id(types.FunctionType): "function",
    id(types.ModuleType): "module",
}


def candidate(text: str, kind: str, detail: str = "", suffix: str = "") -> dict[str, Any]:
    """A candidate as the prompt takes it."""
    return {"text": text, "kind": kind, "detail": cut(detail), "suffix": suffix}


def cut(text: str) -> str:
    """One line of at most `WIDTH` characters."""
    if len(text) <= WIDTH and text.isprintable():
        return text
    line = " ".join(text[: 4 * WIDTH].split())
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "\N{HORIZONTAL ELLIPSIS}"


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
    if kind is types.MethodType or safe.among(kind, _METHODS):
        return "method"
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
    if safe.among(kind, _SHOWN):
        return short(obj)
    if safe.among(kind, _CONTAINERS):
        return f"{safe.name_of(kind)}, {len(obj)}"
    if is_member(kind):
        value = safe.field(obj, "_value_")
        return short(value) if safe.among(type(value), _SHOWN) else safe.name_of(kind)
    return safe.name_of(kind)


def short(value: Any) -> str:
    """The `repr` of a plain value, made of no more than what is shown."""
    if type(value) is int and value.bit_length() > _LONGEST:
        return "int"
    return cut(repr(value[:WIDTH] if safe.among(type(value), (str, bytes)) else value))


def returns_of(function: Any) -> str:
    """`-> annotation` of a function, where there is one."""
    function = function.__func__ if type(function) is types.MethodType else function
    if type(function) is not types.FunctionType:
        return ""
    declared = safe.entry(annotated.of_function(function), "return")
    return "" if declared is safe.MISSING else f"-> {annotation(declared)}"


def annotation(declared: object) -> str:
    """An annotation as source; empty when it is an object of no known kind."""
    kind = type(declared)
    if declared is None or kind is str:
        return str(declared)
    if declared is ...:
        return "..."
    if safe.is_class(declared):
        return safe.qualname_of(declared)
    if kind is list:
        return f"[{', '.join(map(annotation, declared))}]"  # type: ignore[call-overload]
    if kind is types.GenericAlias:
        return _generic(declared.__origin__, declared.__args__)  # type: ignore[attr-defined]
    if kind is type(int | str):
        return " | ".join(map(annotation, declared.__args__))  # type: ignore[attr-defined]
    if safe.module_of(kind) in ("typing", "typing_extensions"):
        return _of_typing(declared, kind)
    return short(declared) if safe.among(kind, _SHOWN) else ""


def _of_typing(declared: Any, kind: type) -> str:
    for name in ("__name__", "__forward_arg__", "_name"):
        found = safe.field(declared, name)
        args = safe.field(declared, "__args__")
        if type(found) is str and args is safe.MISSING:
            return found
    args, origin = safe.field(declared, "__args__"), safe.field(declared, "__origin__")
    if safe.name_of(kind) in ("TypeVar", "ParamSpec", "TypeVarTuple"):
        return str(declared.__name__)
    if origin is safe.MISSING or args is safe.MISSING:
        return annotated.special(declared)
    if annotated.special(origin) == "Union":
        return " | ".join(map(annotation, args))
    if safe.name_of(kind) == "_AnnotatedAlias":
        return annotation(origin)
    return _generic(origin, args)


def _generic(origin: Any, args: tuple[Any, ...]) -> str:
    name = safe.qualname_of(origin) if safe.is_class(origin) else annotated.special(origin)
    return f"{name}[{', '.join(map(annotation, args))}]"


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
    if not in_class and safe.find(kind, "__get__") and not safe.among(kind, _METHODS) and kind is not type:
        return candidate(name, "property", safe.name_of(kind) if not safe.is_class(raw) else "")
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


WITH_TEXT = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.ClassMethodDescriptorType,
    types.MethodWrapperType,
)
"""Functions whose docstring is Python's own to give."""
