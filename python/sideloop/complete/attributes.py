"""The attribute of something that is known, without asking it.

Invariant: no descriptor runs but slots, and properties written in C of classes that
Python itself or numpy bring. A property is known by its annotation.
"""

from __future__ import annotations

import types

from . import annotated, declarations, generics, inferred, libraries, returns, safe, stubs
from .known import Either, InputClass, InputInstance, Instance, Method, Unloaded, Value, class_of, either

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

_PLAIN_C = (
    "builtins",
    "datetime",
    "decimal",
    "numpy",
    "_io",
    "collections",
    "functools",
    "array",
    "os",
    "time",
)
_IN_C = (types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType)
_WRAPPING = ("singledispatchmethod", "partialmethod")
FUNCTIONS = (*safe.FUNCTIONS, types.MethodType)
"""What is called without a class of its own."""


def attribute(known: Known | None, name: str) -> Known | None:
    """What `known.name` is; `None` when that cannot be told."""
    match known:
        case Either():
            return either([attribute(one, name) for one in known.options])
        case Value():
            return _of_value(known, name)
        case Instance():
            return of_instance(known, name)
        case Unloaded():
            module = safe.loaded(f"{known.name}.{name}")
            return Value(module) if module is not None else Unloaded(f"{known.name}.{name}")
        case Method():
            return attribute(Value(known.function), name)
        case InputClass() | InputInstance():
            return None  # the reader has the bindings
    return None


def _of_value(known: Value, name: str) -> Known | None:
    obj = known.obj
    if safe.is_module(obj):
        found = safe.entry(safe.own_dict(obj), name)
        if found is not safe.MISSING:
            return Value(found)
        module = safe.entry(safe.own_dict(obj), "__name__")
        return _submodule(f"{module}.{name}") if type(module) is str else None
    if safe.is_class(obj):
        return _of_class(obj, name)
    if name == "__dict__" and type(own := safe.own_dict(obj)) is dict:
        return Value(own)
    found = safe.find(type(obj), name)
    if found is None or not _is_data(found[1]):
        own = safe.entry(safe.own_dict(obj), name)
        if own is not safe.MISSING:
            return (_annotated(type(obj), name, known) if is_empty(own) else None) or Value(own)
    return of_instance(known, name)


def _submodule(name: str) -> Known | None:
    """A module of a package that does not say so: loaded, or to be loaded when it is asked for."""
    from . import unloaded

    if (loaded := safe.loaded(name)) is not None:
        return Value(loaded)
    return Unloaded(name) if unloaded.source_file(name) else None


def _is_data(raw: object) -> bool:
    return safe.find(type(raw), "__set__") is not None


def _of_class(cls: type, name: str) -> Known | None:
    members = safe.class_dict(cls).get("_member_map_")
    if type(members) is dict and (member := safe.entry(members, name)) is not safe.MISSING:
        return Value(member)
    found = safe.find(cls, name)
    if found is None:
        if (known := _annotated(cls, name, None)) is not None:
            return known
        found = safe.find(type(cls), name)
        return bound(found[1], found[0], name, Value(cls)) if found else None
    raw = found[1]
    match raw:
        case _ if type(raw) is staticmethod:
            return Value(raw.__func__)
        case _ if type(raw) is classmethod:
            return Method(raw.__func__, Value(cls))
        case _ if type(raw) is types.ClassMethodDescriptorType or type(raw) is types.BuiltinFunctionType:
            return Method(raw, Value(cls))
    return (_annotated(cls, name, None) if is_empty(raw) else None) or Value(raw)


def declared(owner: Known | None, name: str) -> Known | None:
    """What a class, or the module that a live object is, says of an attribute or key by an annotation."""
    if type(owner) is Instance:
        return _annotated(owner.cls, name, owner)
    if type(owner) is not Value:
        return None
    if safe.is_module(owner.obj):
        found = safe.entry(safe.own_dict(owner.obj), "__annotations__")
        told = safe.entry(found, name) if type(found) is dict else safe.MISSING
        names = safe.own_dict(owner.obj)
        return None if told is safe.MISSING else annotated.meaning(told, declarations.scope_of(names))
    return _annotated(owner.obj if safe.is_class(owner.obj) else type(owner.obj), name, owner)


def is_empty(obj: Any) -> bool:
    """Whether it is `None` or a container, of exactly a builtin class, that an annotation tells more of."""
    return obj is None or (safe.among(type(obj), (list, dict, set, tuple, frozenset)) and not obj)


def of_instance(receiver: Value | Instance, name: str) -> Known | None:
    """An attribute that the receiver's class defines or declares."""
    cls = class_of(receiver)
    if cls is None:
        return None
    if (column := libraries.attribute(receiver, name)) is not None:
        return column
    if type(receiver) is Instance and safe.among(cls, (types.SimpleNamespace, tuple)):
        written = [known for key, known in receiver.keys if key == name]
        if written:
            return written[0]
    found = safe.find(cls, name)
    if found is not None:
        owner, raw = found
        if type(receiver) is Instance and safe.find(type(raw), "__get__") is None:
            declared = _annotated(cls, name, receiver)  # a default says less
            return declared if declared is not None else Value(raw)
        known = bound(raw, owner, name, receiver)
        if known is not None and not (type(raw) is types.MemberDescriptorType and type(known) is not Value):
            return known
    known = _annotated(cls, name, receiver) or _in_table(cls, name, receiver)
    return known if known is not None else inferred.attribute(cls, name, receiver)


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
        return _of_descriptor(raw, owner, receiver)
    if (getter := getter_of(raw)) is not None:
        from .results import returned

        return returned(getter, receiver)
    if safe.find(kind, "__get__") is None:
        return (_annotated(owner, name, receiver) if is_empty(raw) else None) or Value(raw)
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


def _of_descriptor(raw: Any, owner: type, receiver: Known) -> Known | None:
    if type(receiver) is not Value:
        return None
    if type(raw) is types.MemberDescriptorType:
        value = safe.slot(raw, receiver.obj)
        return None if value is safe.MISSING else Value(value)
    if safe.in_c(owner) and safe.module_of(owner) in _PLAIN_C:
        try:
            return Value(raw.__get__(receiver.obj))
        except Exception:
            return None
    return None


def _of_foreign(raw: Any, owner: type, name: str, receiver: Known) -> Known | None:
    """A descriptor of somebody's: its class says what it gives."""
    from .results import returned

    known = _annotated(owner, name, receiver)
    get = safe.find(type(raw), "__get__")
    if known is None and get is not None and type(get[1]) is types.FunctionType:
        known = returned(get[1], Value(raw))
    return known


def _annotated(cls: type, name: str, receiver: Known | None) -> Known | None:
    """What the annotations in the bodies of a class and its bases say."""
    for owner in safe.mro(cls):
        declared = safe.entry(declarations.of_class(owner), name)
        if declared is not safe.MISSING:
            scope = declarations.scope_of_class(owner, receiver)
            scope.variables = generics.of_receiver(receiver)
            return annotated.meaning(declared, scope)
    return None


def _in_table(cls: type, name: str, receiver: Known) -> Known | None:
    for owner in safe.mro(cls):
        if source := returns.annotation(safe.module_of(owner), f"{safe.name_of(owner)}.{name}"):
            return returns.in_words(source, receiver, [])
    return None
