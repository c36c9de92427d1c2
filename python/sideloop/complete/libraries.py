"""Libraries whose objects are known to be safe to ask: pandas and numpy, by exact class.

Invariant: the class of an object is compared by identity with the library's own, so no
subclass is ever asked.
"""

from __future__ import annotations

import sys
from types import FunctionType

from . import safe
from .known import Instance, Method, Value, class_of, generator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known

_MOST = 5_000  # keys that are offered
_INDEXERS = ("_LocIndexer", "_AtIndexer")
_BY_PLACE = ("_iLocIndexer", "_iAtIndexer")
_SAME = (
    "assign",
    "drop_duplicates",
    "dropna",
    "fillna",
    "query",
    "reset_index",
    "set_index",
    "sort_index",
    "sort_values",
)
_COLUMNS = (
    "by",
    "on",
    "left_on",
    "right_on",
    "columns",
    "index",
    "values",
    "subset",
    "keys",
    "labels",
    "column",
    "id_vars",
    "value_vars",
    "x",
    "y",
)


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
    if type(known) is Value and safe.among(cls, (frame, series)) and name in ("loc", "at", "iloc", "iat"):
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
    if any(cls is _of("pandas.core.indexing", name) for name in (*_INDEXERS, *_BY_PLACE)):
        return _indexed(known.obj.obj, key) if type(known) is Value else None
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
            _of("pandas.core.groupby", "SeriesGroupBy" if type(key) is str else "DataFrameGroupBy"),
            known.args if type(known) is Instance else (),
        )
    return None


def _indexed(of: object, key: object) -> Known | None:
    """What `.loc[key]` and `.iloc[key]` give; slices and masks keep the columns."""
    if type(of) is _of("pandas", "Series"):
        return Value(of) if key is None else element(Value(of))
    return Value(of) if key is None else _row(Value(of))


def _row(frame: Value) -> Instance:
    """A row of a frame: its labels are the frame's columns."""
    return Instance(_of("pandas", "Series"), (frame,))


def element(known: Value) -> Known | None:
    """An element of a series."""
    obj: Any = known.obj
    return Value(obj.iloc[0]) if type(obj) is _of("pandas", "Series") and len(obj) else None


def result(function: object, receiver: Known | None) -> Known | None:
    """What a method of a frame gives whose columns are known."""
    if type(function) is not FunctionType or type(receiver) is not Value:
        return None
    if type(receiver.obj) is not _of("pandas", "DataFrame"):
        return None
    match function.__name__:
        case "groupby":
            return Instance(_of("pandas.core.groupby", "DataFrameGroupBy"), (receiver,))
        case "iterrows":
            return generator(Instance(tuple, (None, _row(receiver))))
        case name if name in _SAME:
            return receiver
    return None


def columns(callee: Known | None, parameter: str) -> list[Any]:
    """The labels that an argument of a frame's or group's method names."""
    receiver = callee.receiver if type(callee) is Method else None
    if parameter not in _COLUMNS:
        return []
    if type(receiver) is Value:
        return keys(receiver.obj)
    return keys_of_instance(receiver) if type(receiver) is Instance else []


def keys_of_instance(known: Instance) -> list[Any]:
    """The labels of a row or group of a frame that is known."""
    frame = known.args[0] if known.args else None
    return keys(frame.obj) if type(frame) is Value and safe.module_of(known.cls).startswith("pandas") else []


def names(obj: object) -> list[str]:
    """Columns that can be written as attributes."""
    if not (safe.module_of(type(obj)) + ".").startswith("pandas."):
        return []
    if safe.among(type(obj), (_of("pandas", "DataFrame"), _of("pandas", "Series"))):
        return [name for name in safe.strings(keys(obj)) if name.isidentifier()]
    return []
