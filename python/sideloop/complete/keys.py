"""The keys of a mapping, and the values that a string may have."""

from __future__ import annotations

from . import preview, safe
from .known import InputClass, InputInstance, Instance, Method, Value, libraries, mappings
from .known.facts import options
from .source import defined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

_MOST_INDICES = 50
_PLAIN = (str, bytes, int, bool, float, type(None))


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
    if type(known) is InputInstance:
        return [(name, safe.MISSING) for name in _fields(known)]
    if type(known) is Instance:
        labels = [*_declared(known.cls), *libraries.keys_of_instance(known)]
        written = [(key, one.obj if type(one) is Value else safe.MISSING) for key, one in known.keys]
        return [*written, *((name, safe.MISSING) for name in labels)]
    if type(known) is InputClass:
        return [(name, safe.MISSING) for name in known.members if defined.is_enumeration(known)]
    if type(known) is not Value:
        return []
    obj: Any = known.obj
    kind = type(obj)
    if (found := mappings.entries(obj)) is not None:
        return list(found)
    if safe.among(kind, (list, tuple)):
        return [(number, obj[number]) for number in range(min(len(obj), _MOST_INDICES))]
    if preview.is_member(kind):
        return []
    if safe.is_class(obj) and type(members := safe.class_dict(obj).get("_member_map_")) is dict:
        return list(members.items())
    return [(key, safe.MISSING) for key in libraries.keys(obj)]


def declared(known: Known | None, quote: str) -> list[dict[str, Any]]:
    """The keys of a `TypedDict` that a string in a display can be."""
    found = [name for one in options(known) if type(one) is Instance for name in _declared(one.cls)]
    found += [name for one in options(known) if type(one) is InputInstance for name in _fields(one)]
    return [{**_in_quote(name, safe.MISSING, quote), "suffix": closing(quote)} for name in found]


def closing(quote: str) -> str:
    """What ends a string that a prefix and a quote begin."""
    return quote.lstrip("rRbBuUfFtT")


def _declared(cls: type) -> list[str]:
    """The keys of a `TypedDict`."""
    from .annotations import declarations

    if "__total__" in safe.class_dict(cls):
        return safe.strings(declarations.of_class(cls))
    return []


def _fields(known: InputInstance) -> list[str]:
    """The keys of a `TypedDict` of the input."""
    return defined.fields(known.of) if defined.is_typed_dict(known.of) else []


def _detail(value: object) -> str:
    return "" if value is safe.MISSING else preview.detail_of(value)


def _in_quote(key: Any, value: Any, quote: str) -> dict[str, Any]:
    end = closing(quote)
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
    end = closing(quote)
    found = [value for one in options(known) for value in getattr(one, "literals", ()) if type(value) is kind]
    return [preview.candidate(escaped(value, quote), "enum_member", "", end) for value in found]


def columns(callee: Known | None, parameter: str, first: Known | None, quote: str) -> list[dict[str, Any]]:
    """The columns that an argument of a method of pandas names."""
    end = closing(quote)
    found = [
        _in_quote(one, safe.MISSING, quote)
        for one in safe.strings(libraries.columns(callee, parameter, first))
    ]
    return [{**one, "suffix": end} for one in found]


def of_call(callee: Known | None, call: dict[str, Any], quote: str) -> list[dict[str, Any]]:
    """The keys that `mapping.get(` and its like take first."""
    if type(callee) is not Method or call["positional"] or call["keyword"]:
        return []
    if safe.name_of(type(callee.function)) not in ("method_descriptor", "function"):
        return []
    if safe.text(callee.function.__name__) not in (
        "get",
        "pop",
        "setdefault",
        "group",
        "start",
        "end",
        "span",
    ):
        return []
    end = closing(quote)
    return [{**one, "suffix": end} for one in keys(callee.receiver, quote)]
