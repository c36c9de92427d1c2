"""What calling a class gives: an instance, with what its parameters stand for."""

from __future__ import annotations

import types

from .. import safe
from ..annotations import declarations, generics
from . import Instance, Value, iterated, libraries
from .facts import arguments, class_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_CONTAINERS = ("list", "tuple", "set", "frozenset", "deque")


def made(cls: Any, given: list[Known | None]) -> Known | None:
    """An instance of a class that is called with these positional arguments."""
    from .results import returned

    if (known := libraries.made(cls, given)) is not None:
        return known
    if safe.module_of(cls) == "itertools":
        return Instance(cls, (iterated.produced(safe.name_of(cls), given),))
    if (safe.in_c(cls) or safe.module_of(cls) == "collections") and (
        known := _filled(cls, given)
    ) is not None:
        return known
    new = safe.find(cls, "__new__")
    if new and type(new[1]) is staticmethod and type(new[1].__func__) is types.FunctionType:
        declared = declarations.of_function(new[1].__func__).get("return")
        if declared is not None:
            return returned(new[1].__func__, Instance(cls)) or Instance(cls)
    return Instance(cls, generics.of_constructor(cls, given), given=tuple(given))


def _filled(cls: Any, given: list[Known | None]) -> Known | None:
    """A container or iterator of what is in its arguments."""
    from .elements import element
    from .results import result

    first = given[0] if given else None
    match safe.name_of(cls):
        case "type" if len(given) == 1:
            kind = class_of(first)
            return Value(kind) if kind is not None else None
        case "defaultdict" if first is not None:
            return Instance(cls, (None, result(first, [])))
        case "dict" | "defaultdict" | "OrderedDict" | "Counter":
            pair = (
                element(first) if type(first) is Instance and not safe.is_subclass(first.cls, dict) else None
            )
            return Instance(cls, arguments(pair) or arguments(first))
        case "enumerate":
            return Instance(cls, (_pair(Instance(int), element(first)),))
        case "zip":
            return Instance(cls, (_pair(*map(element, given)),))
        case "map":
            return Instance(cls, (result(first, [element(one) for one in given[1:]]),))
        case "filter":
            return Instance(cls, (element(given[1]) if len(given) > 1 else None,))
        case "reversed":
            return Instance(cls, (element(first),))
        case name if name in _CONTAINERS:
            return Instance(cls, (element(first),))
    return None


def _pair(*elements: Known | None) -> Instance:
    return Instance(tuple, elements)
