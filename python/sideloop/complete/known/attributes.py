"""The attribute of something that is known, without asking it."""

from __future__ import annotations

import types

from .. import safe
from ..source import inferred
from . import Either, InputClass, InputInstance, Instance, Method, Unloaded, Value, libraries, returns
from .descriptors import bound
from .facts import class_of, either
from .promises import by_annotation, is_empty, promised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Known


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
            return _of_unloaded(known.name, name)
        case Method():
            return attribute(Value(known.function), name)
        case InputClass():
            return known.reader.member(known, name)
        case InputInstance():
            return known.of.reader.member(known, name)
    return None


def _of_value(known: Value, name: str) -> Known | None:
    obj = known.obj
    if safe.is_module(obj):
        found = safe.entry(safe.own_dict(obj), name)
        if found is not safe.MISSING:
            return Value(found)
        module = safe.entry(safe.own_dict(obj), "__name__")
        return module_named(f"{module}.{name}") if type(module) is str else None
    if safe.is_class(obj):
        return _of_class(obj, name)
    if name == "__dict__" and type(own := safe.own_dict(obj)) is dict:
        return Value(own)
    found = safe.find(type(obj), name)
    if found is None or not _is_data(found[1]):
        own = safe.entry(safe.own_dict(obj), name)
        if own is not safe.MISSING:
            return (promised(type(obj), name, known) if is_empty(own) else None) or Value(own)
    return of_instance(known, name)


def module_named(name: str) -> Known | None:
    """A module, loaded or to be loaded when it is asked for; `None` where there is no such."""
    from .. import unloaded

    if (loaded := safe.loaded(name)) is not None:
        return Value(loaded)
    return Unloaded(name) if unloaded.source_file(name) else None


def _of_unloaded(module: str, name: str) -> Known | None:
    """A submodule, else what the source of the module says; where there is none, perhaps a module."""
    from .. import unloaded
    from ..source import elsewhere

    if (submodule := module_named(f"{module}.{name}")) is not None:
        return submodule
    return elsewhere.member(module, name) if unloaded.source_file(module) else Unloaded(f"{module}.{name}")


def _is_data(raw: object) -> bool:
    return safe.find(type(raw), "__set__") is not None


def _of_class(cls: type, name: str) -> Known | None:
    members = safe.class_dict(cls).get("_member_map_")
    if type(members) is dict and (member := safe.entry(members, name)) is not safe.MISSING:
        return Value(member)
    found = safe.find(cls, name)
    if found is None:
        if (known := by_annotation(cls, name, None)) is not None:
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
    return (by_annotation(cls, name, None) if is_empty(raw) else None) or Value(raw)


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
            declared = by_annotation(cls, name, receiver)  # a default says less
            return declared if declared is not None else Value(raw)
        known = bound(raw, owner, name, receiver)
        if known is not None and not (type(raw) is types.MemberDescriptorType and type(known) is not Value):
            return known
    known = by_annotation(cls, name, receiver) or _in_table(cls, name, receiver)
    return known if known is not None else inferred.attribute(cls, name, receiver)


def _in_table(cls: type, name: str, receiver: Known) -> Known | None:
    for owner in safe.mro(cls):
        if source := returns.annotation(safe.module_of(owner), f"{safe.name_of(owner)}.{name}"):
            return returns.in_words(source, receiver, [])
    return None
