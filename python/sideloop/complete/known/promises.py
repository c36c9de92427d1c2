"""What annotations say of attributes, in bodies of classes, in modules and in `__init__`."""

from __future__ import annotations

from .. import safe
from ..annotations import annotated, declarations, generics
from ..source import inferred
from . import Instance, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known


def declared(owner: Known | None, name: str) -> Known | None:
    """What a class, or the module that a live object is, says of an attribute or key by an annotation."""
    if type(owner) is Instance:
        return by_annotation(owner.cls, name, owner)
    if type(owner) is not Value:
        return None
    if safe.is_module(owner.obj):
        found = safe.entry(safe.own_dict(owner.obj), "__annotations__")
        told = safe.entry(found, name) if type(found) is dict else safe.MISSING
        names = safe.own_dict(owner.obj)
        return None if told is safe.MISSING else annotated.meaning(told, declarations.scope_of(names))
    return by_annotation(owner.obj if safe.is_class(owner.obj) else type(owner.obj), name, owner)


def is_empty(obj: Any) -> bool:
    """Whether it is `None` or a container, of exactly a builtin class, that an annotation tells more of."""
    return obj is None or (safe.among(type(obj), (list, dict, set, tuple, frozenset)) and not obj)


def promised(cls: type, name: str, receiver: Known) -> Known | None:
    """What annotations say that an attribute holds which is empty now, in the class or in `__init__`."""
    known = by_annotation(cls, name, receiver)
    if known is None:
        stored = inferred.attribute(cls, name, receiver)
        known = stored if type(stored) is Instance and stored.args else None
    return known


def by_annotation(cls: type, name: str, receiver: Known | None) -> Known | None:
    """What the annotations in the bodies of a class and its bases say."""
    for owner in safe.mro(cls):
        declared = safe.entry(declarations.of_class(owner), name)
        if declared is not safe.MISSING:
            scope = declarations.scope_of_class(owner, receiver)
            scope.variables = generics.of_receiver(receiver)
            return annotated.meaning(declared, scope)
    return None
