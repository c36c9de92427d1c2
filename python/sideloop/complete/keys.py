"""The keys of a mapping, and the values that a string may have."""

from __future__ import annotations

import os
import types

from . import libraries, preview, safe
from .known import Instance, Method, Value, options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

_MOST = 5_000
_MOST_INDICES = 50
_PLAIN = (str, bytes, int, bool, float, type(None))
_MAPPINGS = ("dict", "OrderedDict", "defaultdict", "Counter")


def keys(known: Known | None, quote: str) -> list[dict[str, Any]]:
    """What can stand in the brackets, or inside the `quote` that is open in them."""
    found = [pair for one in options(known) for pair in _pairs(one)]
    if quote:
        kind = bytes if "b" in quote.lower() else str
        return [_in_quote(key, value, quote) for key, value in found if type(key) is kind]
    return [
        preview.candidate(_written(key), "key", _detail(value), "]") for key, value in found if _is_plain(key)
    ]


def _is_plain(key: Any) -> bool:
    return safe.among(type(key), _PLAIN) or (
        type(key) is tuple and all(safe.among(type(one), _PLAIN) for one in key)
    )


def _written(key: Any) -> str:
    return repr(key)


def _pairs(known: Known) -> list[tuple[Any, Any]]:
    """Keys with their values, or with `MISSING`."""
    if type(known) is Instance:
        labels = [*_declared(known.cls), *libraries.keys_of_instance(known)]
        return [(name, safe.MISSING) for name in labels]
    if type(known) is not Value:
        return []
    obj: Any = known.obj
    kind = type(obj)
    if kind is type(os.environ):
        return [(key, obj[key]) for key in list(obj)]
    if kind is types.MappingProxyType:
        return []  # what it stands for may be anybody's mapping
    if safe.is_subclass(kind, dict) and _reads_plainly(kind):
        return [pair for pair, _ in zip(dict.items(obj), range(_MOST), strict=False)]
    if safe.among(kind, (list, tuple)):
        return [(number, obj[number]) for number in range(min(len(obj), _MOST_INDICES))]
    if safe.name_of(kind) == "ChainMap" and safe.module_of(kind) == "collections":
        maps = safe.field(obj, "maps")
        return (
            [pair for one in maps if type(one) is dict for pair in one.items()] if type(maps) is list else []
        )
    if preview.is_member(kind):
        return []
    if safe.is_class(obj) and type(members := safe.class_dict(obj).get("_member_map_")) is dict:
        return list(members.items())
    return [(key, safe.MISSING) for key in libraries.keys(obj)]


def _reads_plainly(kind: type) -> bool:
    """Whether nobody's `__getitem__` stands before the dict's."""
    found = safe.find(kind, "__getitem__")
    return found is not None and (found[0] is dict or safe.module_of(kind) == "collections")


def _declared(cls: type) -> list[str]:
    """The keys of a `TypedDict`."""
    from . import declarations

    if "__total__" in safe.class_dict(cls):
        return safe.strings(declarations.of_class(cls))
    return []


def _detail(value: object) -> str:
    return "" if value is safe.MISSING else preview.detail_of(value)


def _in_quote(key: Any, value: Any, quote: str) -> dict[str, Any]:
    end = quote.lstrip("rRbBuUfFtT")
    return preview.candidate(escaped(key, quote), "key", _detail(value), f"{end}]")


def escaped(text: Any, quote: str) -> str:
    """A text as it is written between these quotes."""
    raw = "r" in quote.lower().rstrip("\"'")
    if raw:
        return text if type(text) is str else text.decode("ascii", "replace")
    body = repr(text)
    body = body[body.index(body[-1]) + 1 : -1]
    used, wanted = repr(text)[-1], quote[-1]
    if used != wanted:
        body = body.replace(wanted, "\\" + wanted).replace("\\" + used, used)
    return body


def literals(known: Known | None, quote: str) -> list[dict[str, Any]]:
    """The values of a `Literal[...]`, inside a quote that is open."""
    kind = bytes if "b" in quote.lower().rstrip("\"'") else str
    end = quote.lstrip("rRbBuUfFtT")
    found = [value for one in options(known) for value in getattr(one, "literals", ()) if type(value) is kind]
    return [preview.candidate(escaped(value, quote), "enum_member", "", end) for value in found]


def columns(callee: Known | None, parameter: str, quote: str) -> list[dict[str, Any]]:
    """The columns that an argument of a method of pandas names."""
    end = quote.lstrip("rRbBuUfFtT")
    found = [
        _in_quote(one, safe.MISSING, quote) for one in safe.strings(libraries.columns(callee, parameter))
    ]
    return [{**one, "suffix": end} for one in found]


def of_call(callee: Known | None, call: dict[str, Any], quote: str) -> list[dict[str, Any]]:
    """The keys that `mapping.get(` and its like take first."""
    if type(callee) is not Method or call["positional"] or call["keyword"]:
        return []
    if safe.name_of(type(callee.function)) not in ("method_descriptor", "function"):
        return []
    if callee.function.__name__ not in ("get", "pop", "setdefault"):
        return []
    end = quote.lstrip("rRbBuUfFtT")
    return [{**one, "suffix": end} for one in keys(callee.receiver, quote)]
