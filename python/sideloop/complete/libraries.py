"""Libraries whose objects are known to be safe to ask: pandas and numpy, by exact class.

Invariant: the class of an object is compared by identity with the library's own, so no
subclass is ever asked.
"""

from __future__ import annotations

import sys

from . import safe
from .known import Instance, Value, class_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

_MOST = 5_000  # keys that are offered
_INDEXERS = ("_LocIndexer", "_AtIndexer")


def _of(module: str, name: str) -> Any:
    """A class of a library that is imported, or a class that nothing has."""
    loaded = safe.loaded(module)
    return safe.own_dict(loaded).get(name, _Nothing) if loaded is not None else _Nothing


class _Nothing:
    pass


def keys(obj: object) -> list[Any]:
    """The labels by which an object of pandas or numpy is subscripted."""
    kind = type(obj)
    if kind is _of("pandas", "DataFrame"):
        return _labels(obj.columns)  # type: ignore[attr-defined]
    if kind is _of("pandas", "Series"):
        return _labels(obj.index)  # type: ignore[attr-defined]
    if kind is _of("numpy", "ndarray"):
        names = obj.dtype.names  # type: ignore[attr-defined]
        return list(names) if type(names) is tuple else []
    if any(kind is _of("pandas.core.indexing", name) for name in _INDEXERS):
        frame = obj.obj  # type: ignore[attr-defined]
        return [*keys(frame), *(_labels(frame.index) if type(frame) is _of("pandas", "DataFrame") else [])]
    return _groups(obj)


def _groups(obj: object) -> list[Any]:
    """The columns of what `groupby` gave."""
    if type(obj) is _of("pandas.core.groupby", "DataFrameGroupBy"):
        return keys(safe.field(obj, "obj"))
    return []


def _labels(index: Any) -> list[Any]:
    kinds = (_of("pandas", "Index"), _of("pandas", "RangeIndex"))
    if not safe.among(type(index), kinds) or len(index) > _MOST:
        return []
    return list(index)


def attribute(known: Value | Instance, name: str) -> Known | None:
    """A column that is an attribute, an axis, or an accessor such as `.str`."""
    cls = class_of(known)
    if cls is None or not (safe.module_of(cls) + ".").startswith("pandas."):
        return None
    frame, series = _of("pandas", "DataFrame"), _of("pandas", "Series")
    if (cls is frame and name in ("index", "columns")) or (cls is series and name == "index"):
        return Value(getattr(known.obj, name)) if type(known) is Value else Instance(_of("pandas", "Index"))
    if (
        cls is frame
        and type(known) is Value
        and safe.find(cls, name) is None
        and name in safe.strings(keys(known.obj))
    ):
        return item(known, name)
    if cls is frame and type(known) is Value and name in ("loc", "at"):
        return Value(getattr(known.obj, name))
    raw = safe.find(cls, name)
    if raw and safe.name_of(type(raw[1])) in ("CachedAccessor", "Accessor"):
        accessor = safe.field(raw[1], "_accessor")
        return Instance(accessor) if safe.is_class(accessor) else None
    return None


def item(known: Value | Instance, key: object) -> Known | None:
    """What a subscript gives."""
    cls = class_of(known)
    if cls is None or "pandas" not in sys.modules:
        return None
    frame, series = _of("pandas", "DataFrame"), _of("pandas", "Series")
    if cls is frame and type(key) is str:
        if (
            type(known) is Value
            and dict(zip(labels := keys(known.obj), labels, strict=True)).get(key) is None
        ):
            return None
        column = known.obj[key] if type(known) is Value else None
        return Value(column) if type(column) is series else Instance(series)
    if cls is frame:
        return Instance(frame)
    if cls is series and key is None:
        return Instance(series)
    if safe.name_of(cls) == "DataFrameGroupBy":
        return Instance(
            _of("pandas.core.groupby", "SeriesGroupBy" if type(key) is str else "DataFrameGroupBy")
        )
    return None


def names(obj: object) -> list[str]:
    """Columns that can be written as attributes."""
    if not (safe.module_of(type(obj)) + ".").startswith("pandas."):
        return []
    if safe.among(type(obj), (_of("pandas", "DataFrame"), _of("pandas", "Series"))):
        return [name for name in safe.strings(keys(obj)) if name.isidentifier()]
    return []
