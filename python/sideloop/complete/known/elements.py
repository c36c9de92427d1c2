"""What iterating and indexing give, without doing it."""

from __future__ import annotations

import itertools

from .. import safe
from ..source import defined
from . import Either, InputClass, InputInstance, Instance, Value, libraries, mappings
from .attributes import attribute
from .facts import arguments, class_of, either
from .promises import declared
from .results import result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_SEQUENCES = (list, tuple)
_TEXTS = (str, bytes)


def element(known: Known | None) -> Known | None:
    """What `for` over it gives."""
    if type(known) is Either:
        return either([element(one) for one in known.options])
    if isinstance(known, InputClass | InputInstance) and (found := defined.element(known)) is not None:
        return found
    if type(known) is Value and safe.is_class(known.obj):
        members = safe.class_dict(known.obj).get("_member_map_")
        if type(members) is dict and members:
            return Value(next(iter(members.values())))
        return _of_method(known, "__iter__")
    if isinstance(known, Value | Instance) and (found := _of_view(known)) is not None:
        return found
    cls = class_of(known)
    if cls is None:
        return _of_method(known, "__iter__")
    if safe.is_subclass(cls, tuple) and type(known) is Instance and known.args:
        return either([one for one in known.args if one is not None])
    args = arguments(known)
    if args and (args[0] is not None or safe.in_c(cls)):
        return args[0]
    return _of_method(known, "__iter__")


def _of_view(known: Value | Instance) -> Known | None:
    """An element of a view of a dict, or of an object of a library that is known."""
    if (found := libraries.element(known)) is not None or type(known) is Instance:
        return found
    obj: Any = known.obj  # type: ignore[union-attr]
    if safe.among(type(obj), (type({}.keys()), type({}.values()), type({}.items()))) and len(obj):
        return Value(next(iter(obj)))
    return None


def _of_method(known: Known | None, name: str) -> Known | None:
    """The element of the iterator that a method returns."""
    iterator = result(attribute(known, name), [])
    if iterator is not None and type(iterator) is Instance and iterator.args:
        return iterator.args[0]
    found = result(attribute(iterator if iterator is not None else known, "__next__"), [])
    if found is None and class_of(iterator) is None:
        return result(attribute(known, "__getitem__"), [])
    return found


def item(known: Known | None, key: Known | None, *, sliced: bool = False) -> Known | None:
    """What `known[key]` gives."""
    if type(known) is Either:
        return either([item(one, key, sliced=sliced) for one in known.options])
    cls = class_of(known)
    exact = (
        key.obj if type(key) is Value and safe.among(type(key.obj), (int, str, bytes, bool, float)) else None
    )
    if isinstance(known, InputClass | InputInstance):
        found = defined.item(known, exact)
        return found if found is not None else result(attribute(known, "__getitem__"), [key])
    if cls is None or not isinstance(known, Value | Instance):
        return None
    if type(known) is Value and safe.is_class(known.obj):
        members = safe.class_dict(known.obj).get("_member_map_")
        found = safe.entry(members, exact) if type(members) is dict else safe.MISSING
        return known if found is safe.MISSING else Value(found)
    if exact is not None and (found := _entry(known, exact)) is not None:
        return found
    if safe.among(cls, (*_SEQUENCES, *_TEXTS)) or safe.is_subclass(cls, dict):
        return known if sliced else _of_builtin(known, cls, exact)
    if type(exact) is int and not sliced and (field := _field(known, cls, exact)) is not None:
        return field
    found = libraries.item(known, exact)
    if found is not None:
        return found
    return result(attribute(known, "__getitem__"), [key])


def _entry(known: Value | Instance, key: Any) -> Known | None:
    """An entry of a mapping that is at hand, written down or declared."""
    if isinstance(known, Value):
        found = mappings.entry(known.obj, key)
        return None if found is safe.MISSING else Value(found)
    written = [value for name, value in known.keys if type(name) is type(key) and name == key]
    if written:
        return written[-1]
    return declared(known, key) if "__total__" in safe.class_dict(known.cls) else None


def _field(known: Value | Instance, cls: type, number: int) -> Known | None:
    """A field of a named tuple."""
    names = safe.class_dict(cls).get("_fields")
    getter = safe.find(cls, "__getitem__")
    if type(names) is not tuple or getter is None or getter[0] is not tuple:
        return None
    if not -len(names) <= number < len(names):
        return None
    if type(known) is Value:
        return Value(tuple.__getitem__(known.obj, number))
    return attribute(known, names[number]) if type(names[number]) is str else None


def _of_builtin(known: Value | Instance, cls: type, key: Any) -> Known | None:
    """An entry of exactly a list, tuple, dict or text."""
    if safe.among(cls, _TEXTS):
        return Instance(str if cls is str else int)
    if type(known) is Value:
        obj: Any = known.obj
        if safe.among(cls, _SEQUENCES) and type(key) is int and -len(obj) <= key < len(obj):
            return Value(obj[key])
    args = arguments(known)
    if safe.is_subclass(cls, dict):
        return args[1] if len(args) > 1 else result(attribute(known, "__getitem__"), [None])
    if cls is tuple and type(known) is Instance and type(key) is int and -len(args) <= key < len(args):
        return args[key]
    return args[0] if args else None


def part(known: Known | None, index: list[int]) -> Known | None:
    """The element that an unpacking target's index leads to."""
    for number in index:
        first = item(known, Value(number))
        if first is None and type(known) is Value:
            first = _nth(known, number)
        known = first if first is not None else element(known)
    return known


_OF_THEMSELVES = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def positional(known: Known | None, index: list[int]) -> Known | None:
    """What a positional part of the pattern `Class(part)` matches."""
    if type(known) is not Value or not safe.is_class(known.obj):
        return None
    if safe.among(known.obj, _OF_THEMSELVES):
        return Instance(known.obj)
    found = safe.find(known.obj, "__match_args__")
    names = found[1] if found and type(found[1]) is tuple else ()
    name = names[index[0]] if index[0] < len(names) else None
    return attribute(Instance(known.obj), name) if type(name) is str else None


def _nth(known: Value, number: int) -> Known | None:
    if safe.among(type(known.obj), (dict, set, frozenset, *_SEQUENCES)):
        found = list(itertools.islice(known.obj, number, number + 1))
        return Value(found[0]) if found else None
    return None
