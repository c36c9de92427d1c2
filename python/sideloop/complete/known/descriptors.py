"""What an attribute of a class is when an instance is asked for it.

Invariant: no descriptor runs but slots, and properties written in C of classes that
Python itself or numpy bring, asked of exactly their instances. A property is known by its annotation.
"""

from __future__ import annotations

import _io
import types

from .. import safe
from ..annotations import declarations, stubs
from . import Instance, Method, Value
from .facts import class_of
from .promises import by_annotation, is_empty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_PLAIN_C = (
    "builtins",
    "datetime",
    "decimal",
    "numpy",
    "collections",
    "functools",
    "array",
    "os",
    "time",
)
_ASKING: dict[str, type] = {
    "__abstractmethods__": frozenset,
    "__annotations__": dict,
    "__doc__": str,
    "__isabstractmethod__": bool,
    "__qualname__": str,
    "__text_signature__": str,
}
"""What the properties in C give that ask what the object holds, or evaluate."""
_IN_C = (types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType)
_WRAPPING = ("singledispatchmethod", "partialmethod")


def bound(raw: Any, owner: type, name: str, receiver: Known) -> Known | None:
    """What an attribute of a class is when an instance is asked for it."""
    kind = type(raw)
    if kind is types.FunctionType or safe.among(kind, _IN_C) or stubs.is_compiled(raw):
        return Method(raw, receiver)
    if kind is staticmethod:
        return Value(raw.__func__)
    if kind is classmethod:
        cls = class_of(receiver)
        return Method(raw.__func__, Value(cls)) if cls is not None else None
    if kind is types.MemberDescriptorType or kind is types.GetSetDescriptorType:
        return _of_descriptor(raw, owner, name, receiver)
    if (getter := getter_of(raw)) is not None:
        from .results import returned

        return returned(getter, receiver)
    if safe.find(kind, "__get__") is None:
        return (by_annotation(owner, name, receiver) if is_empty(raw) else None) or Value(raw)
    if safe.module_of(kind) == "functools" and safe.name_of(kind) in _WRAPPING:
        return Method(safe.field(raw, "func"), receiver)
    return _of_foreign(raw, owner, name, receiver)


def getter_of(raw: Any) -> types.FunctionType | None:
    """The function behind a property or cached property."""
    getter: Any = None
    if safe.is_a(raw, property):
        getter = property.__dict__["fget"].__get__(raw)
    elif safe.module_of(type(raw)) == "functools" and safe.name_of(type(raw)) == "cached_property":
        getter = safe.field(raw, "func")
    return getter if type(getter) is types.FunctionType else None


def _of_descriptor(raw: Any, owner: type, name: str, receiver: Known) -> Known | None:
    if type(receiver) is not Value:
        return None
    if type(raw) is types.MemberDescriptorType:
        value = safe.slot(raw, receiver.obj)
        return None if value is safe.MISSING else Value(value)
    if name in _ASKING:
        return _asking(name, receiver.obj)
    if safe.in_c(owner) and safe.in_c(type(receiver.obj)) and _is_plain(owner):
        try:
            return Value(raw.__get__(receiver.obj))
        except Exception:
            return None
    return None


def _asking(name: str, obj: object) -> Known:
    if name == "__annotations__" and type(obj) is types.FunctionType:
        return Value(declarations.of_function(obj))
    return Instance(_ASKING[name])


def _is_plain(owner: type) -> bool:
    """Whether the properties of a class in C look at the object only, not at what it holds."""
    return safe.module_of(owner) in _PLAIN_C or safe.among(owner, (_io.FileIO, _io.BytesIO, _io.StringIO))


def _of_foreign(raw: Any, owner: type, name: str, receiver: Known) -> Known | None:
    """A descriptor of somebody's: its class says what it gives."""
    from .results import returned

    known = by_annotation(owner, name, receiver)
    get = safe.find(type(raw), "__get__")
    if known is None and get is not None and type(get[1]) is types.FunctionType:
        known = returned(get[1], Value(raw))
    return known
