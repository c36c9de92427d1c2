"""Looking at objects without their noticing.

Invariant: nothing here runs code of the object or of its class: no `getattr`, no
`isinstance`, no `hash` or `==` of anything but exact builtin types. Classes are read
through the descriptors of `type` itself, which no metaclass can override.
"""

from __future__ import annotations

import sys
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, TypeGuard

_dict_of_type = type.__dict__["__dict__"].__get__
_mro_of_type = type.__dict__["__mro__"].__get__
_name_of_type = type.__dict__["__name__"].__get__
_qualname_of_type = type.__dict__["__qualname__"].__get__
_flags_of_type = type.__dict__["__flags__"].__get__
_module_of_type = type.__dict__["__module__"].__get__

MISSING: Any = object()
"""What is not there."""

METHODS_IN_C = (MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType, MethodWrapperType)
FUNCTIONS_IN_C = (BuiltinFunctionType, *METHODS_IN_C)
FUNCTIONS = (FunctionType, *FUNCTIONS_IN_C)
"""Whose name, docstring and signature are Python's own to give."""

_LARGEST = 100_000  # entries of a dict that are looked through, some milliseconds
_HEAP_TYPE = (
    1 << 9
)  # Py_TPFLAGS_HEAPTYPE: made by a class statement, or by a module in C that may as well be user code


def text(found: object) -> str:
    """A text of exactly `str`; empty for anything else, which may mind what is done with it."""
    return found if type(found) is str else ""


def class_dict(cls: type) -> Mapping[str, Any]:
    """The real `__dict__` of a class."""
    found: Mapping[str, Any] = _dict_of_type(cls)
    return found


def mro(cls: type) -> tuple[type, ...]:
    """The real method resolution order of a class."""
    found: tuple[type, ...] = _mro_of_type(cls)
    return found


def name_of(cls: type) -> str:
    """The real `__name__` of a class."""
    return text(_name_of_type(cls))


def qualname_of(cls: type) -> str:
    """The real `__qualname__` of a class."""
    return text(_qualname_of_type(cls))


def module_of(cls: type) -> str:
    """The name of the module that a class says it is of; empty when it says nothing."""
    return text(_module_of_type(cls))


def among(cls: type | None, classes: Iterable[type]) -> bool:
    """`cls in classes` without `==`, which a metaclass may define."""
    return any(cls is one for one in classes)


def qualname_of_function(function: Any) -> str:
    """The `__qualname__` of a function or builtin; a bound builtin would ask its owner's metaclass."""
    if type(function) is not BuiltinFunctionType or function.__self__ is None or is_module(function.__self__):
        return text(function.__qualname__)
    owner, name = function.__self__, text(function.__name__)
    found = find(owner if is_class(owner) else type(owner), name)
    return f"{name_of(found[0])}.{name}" if found else name


def is_class(obj: object) -> TypeGuard[type]:
    """Whether an object is a class, whatever its `__class__` says."""
    return is_subclass(type(obj), type)


def is_subclass(cls: type, base: type) -> bool:
    """`issubclass` without `__subclasscheck__`."""
    return any(one is base for one in mro(cls))


def is_a(obj: object, base: type) -> bool:
    """`isinstance` by the real type."""
    return is_subclass(type(obj), base)


def in_c(cls: type) -> bool:
    """Whether a class is written in C and no class statement's."""
    return not _flags_of_type(cls) & _HEAP_TYPE


def find(cls: type, name: str) -> tuple[type, Any] | None:
    """The class that defines an attribute for a class's instances, and the raw attribute."""
    for owner in mro(cls):
        found = class_dict(owner).get(name, MISSING)
        if found is not MISSING:
            return owner, found
    return None


def own_dict(obj: object) -> dict[Any, Any]:
    """The attributes that an object itself has; empty when it has none or hides them."""
    if is_class(obj):
        return dict(class_dict(obj))
    found = find(type(obj), "__dict__")
    if found is None or not among(type(found[1]), (GetSetDescriptorType, MemberDescriptorType)):
        return {}
    try:
        attributes = found[1].__get__(obj)
    except AttributeError:
        return {}
    return attributes if is_a(attributes, dict) else {}


def entry(mapping: dict[Any, Any], key: object) -> Any:
    """The value of a key of an exact builtin type in a dict, or `MISSING`.

    The dict's own search would compare with keys that have the same hash.
    """
    if dict.__len__(mapping) > _LARGEST:
        return MISSING
    kind = type(key)
    for one, value in dict.items(mapping):
        if type(one) is kind and one == key:
            return value
    return MISSING


def field(obj: object, name: str) -> Any:
    """An attribute out of an object's dict or slots, or `MISSING`; no class attribute."""
    found = entry(own_dict(obj), name)
    if found is not MISSING:
        return found
    raw = find(type(obj), name)
    return slot(raw[1], obj) if raw else MISSING


def slot(raw: object, obj: object) -> Any:
    """What a slot of an object holds, or `MISSING`."""
    if type(raw) is MemberDescriptorType:
        try:
            return raw.__get__(obj)
        except (AttributeError, TypeError):
            return MISSING
    return MISSING


def has_hook(cls: type, name: str, *plain: type) -> bool:
    """Whether a class overrides a special method that the `plain` classes have."""
    found = find(cls, name)
    return found is not None and not any(found[0] is one for one in plain)


def is_module(obj: object) -> bool:
    """Whether an object is a module."""
    return is_a(obj, ModuleType)


def is_from(cls: type, *modules: str) -> bool:
    """Whether a class is what one of these modules has under its name: to say so is not enough."""
    name = name_of(cls)
    return any(own_dict(one).get(name) is cls for module in modules if (one := loaded(module)) is not None)


def loaded(name: str) -> Any:
    """A module that is imported already, or `None`."""
    found = sys.modules.get(name)
    return found if is_module(found) else None


def strings(names: Iterable[Any]) -> list[str]:
    """Those that are exact strings."""
    return [name for name in names if type(name) is str]
