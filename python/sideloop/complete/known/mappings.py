"""The entries of mappings that Python itself brings, also of subclasses that read as it does.

Invariant: an entry is looked for in the exact dict that holds it; nobody's `__getitem__`,
`keys` or `__missing__` runs.
"""

from __future__ import annotations

import gc
import types

from .. import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Entries = dict[Any, Any]

_MOST = 5_000


def entries(obj: Any) -> Iterable[tuple[Any, Any]] | None:
    """The keys with their values; `None` for what is no such mapping."""
    found = _held(obj)
    if found is None:
        return None
    return [pair for pair, _ in zip(dict.items(found), range(_MOST), strict=False)]


def entry(obj: Any, key: object) -> Any:
    """The value of a key of an exact builtin type, or `MISSING`."""
    found = _held(obj)
    return safe.MISSING if found is None else safe.entry(found, key)


def _held(obj: Any) -> Entries | None:
    """The dict that an object reads its entries from, or one like it."""
    kind = type(obj)
    if safe.is_subclass(kind, dict):
        found: Entries | None = obj if _reads_as(kind, dict) or _is_of(kind, "collections") else None
        return found
    if kind is _class("builtins", "frozendict") and safe.in_c(kind):  # Python 3.15
        return {key: value for key, value in obj.items() if type(key) is str}
    if kind is _class("os", "_Environ"):
        return {key: obj[key] for key in list(obj)}
    if kind is types.MappingProxyType:
        return _viewed(obj)
    if kind is _class("re", "Match"):
        return {name: obj[name] for name in obj.re.groupindex}
    sqlite3 = safe.loaded("sqlite3")
    if sqlite3 is not None and kind is safe.own_dict(sqlite3).get("Row"):
        return dict(zip(obj.keys(), tuple(obj), strict=False))
    return _of_library(obj, kind)


def _reads_as(kind: type, *owners: type) -> bool:
    """Whether nobody's `__getitem__` stands before that of these classes."""
    found = safe.find(kind, "__getitem__")
    return found is not None and safe.among(found[0], owners)


def _is_of(kind: type, module: str) -> bool:
    """Whether the `__getitem__` of a class is that of a module of the standard library."""
    found = safe.find(kind, "__getitem__")
    return found is not None and _class(module, safe.name_of(found[0])) is found[0]


def _class(module: str, name: str) -> Any:
    loaded = safe.loaded(module)
    return safe.entry(safe.own_dict(loaded), name) if loaded is not None else safe.MISSING


def _viewed(view: types.MappingProxyType[Any, Any]) -> Entries | None:
    """What a proxy stands for, where that is exactly a dict: no other says so without being asked."""
    held = gc.get_referents(view)
    is_plain = len(held) == 1 and safe.is_a(held[0], dict) and _reads_as(type(held[0]), dict)
    return held[0] if is_plain else None


def _of_library(obj: Any, kind: type) -> Entries | None:
    """Of classes of the standard library that are written in Python: by the fields they keep."""
    if not safe.has_hook(kind, "__getitem__"):
        return None
    if _is_of(kind, "collections"):
        data, maps = safe.field(obj, "data"), safe.field(obj, "maps")
        if type(maps) is list:
            plain = [one for one in maps if type(one) is dict]
            return {key: value for one in reversed(plain) for key, value in one.items() if _is_plain(key)}
        return data if type(data) is dict else None
    if _is_of(kind, "configparser"):
        proxies = safe.field(obj, "_proxies")
        return proxies if type(proxies) is dict else _section(obj)
    return None


def _section(obj: Any) -> Entries:
    """The options of a section of a `ConfigParser`, as they are written."""
    parser, name = safe.field(obj, "_parser"), safe.field(obj, "_name")
    found: Entries = {}
    sections = safe.field(parser, "_sections")
    section = safe.entry(sections, name) if type(sections) is dict else None
    for one in (safe.field(parser, "_defaults"), section):
        found.update(one if type(one) is dict else {})
    return found


def _is_plain(key: object) -> bool:
    """Whether a dict can be made with it as a key: nobody's `__hash__` and `__eq__` run."""
    return safe.among(type(key), (str, bytes, int, float, bool, type(None)))
