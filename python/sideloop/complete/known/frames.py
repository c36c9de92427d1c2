"""Frames, series, groups and arrays: their labels, and what asking them for a part gives.

Invariant: the class of an object is compared by identity with pandas's or numpy's own, so
that no subclass is ever asked; of these the libraries' own code is run.
"""

from __future__ import annotations

import sys

from .. import safe
from . import Instance, Value
from .facts import class_of, either

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_MOST = 5_000  # keys that are offered
_PLAIN = {*map(id, (str, int, float, bool, bytes, type(None)))}
"""Classes of labels, by identity, whose `__hash__` and `__eq__` are nobody's."""
_BY_LABEL = ("_LocIndexer", "_AtIndexer")
_BY_PLACE = ("_iLocIndexer", "_iAtIndexer")
_GROUPED = ("DataFrameGroupBy", "DatetimeIndexResampler", "Rolling", "Expanding")


class _Nothing:
    """What an object of a library that is not imported would be."""


def of(module: str, name: str) -> Any:
    """A class of a library that is imported, or a class that nothing has."""
    loaded = safe.loaded(module)
    return safe.own_dict(loaded).get(name, _Nothing) if loaded is not None else _Nothing


def frame() -> Any:
    """The class of frames."""
    return of("pandas", "DataFrame")


def series() -> Any:
    """The class of series."""
    return of("pandas", "Series")


def keys(obj: object) -> list[Any]:
    """The labels by which an object of pandas or numpy is subscripted."""
    kind: Any = type(obj)
    if kind is frame():
        return labels(obj.columns)  # type: ignore[attr-defined]
    if kind is series():
        return labels(obj.index)  # type: ignore[attr-defined]
    if kind is of("numpy", "ndarray") or kind is of("numpy", "void"):
        names = obj.dtype.names  # type: ignore[attr-defined]
        return list(names) if type(names) is tuple else []
    if any(kind is of("pandas.core.indexing", name) for name in _BY_LABEL):
        held = obj.obj  # type: ignore[attr-defined]
        return [*keys(held), *(labels(held.index) if type(held) is frame() else [])]
    return keys(safe.field(obj, "obj")) if _is_grouped(kind) else []


def _is_grouped(cls: type) -> bool:
    return safe.name_of(cls) in _GROUPED and (safe.module_of(cls) + ".").startswith("pandas.")


def labels(index: Any) -> list[Any]:
    """The entries of an index; of one with levels those of the outermost."""
    if type(index) is of("pandas", "MultiIndex"):
        index = index.get_level_values(0).unique()
    kinds = [of("pandas", name) for name in ("Index", "RangeIndex", "CategoricalIndex")]
    return list(index) if safe.among(type(index), kinds) and len(index) <= _MOST else []


def keys_of_instance(known: Instance) -> list[Any]:
    """The labels of a row or group of a frame that is known."""
    held = known.args[0] if known.args else None
    if not (safe.module_of(known.cls) + ".").startswith("pandas."):
        return []
    return keys(held.obj) if type(held) is Value else []


def row(of_frame: Known) -> Instance:
    """A row of a frame: its labels are the frame's columns."""
    return Instance(series(), (of_frame,))


def is_row(known: Known | None) -> bool:
    """Whether it is a row of a frame that is known."""
    held = known.args[0] if type(known) is Instance and known.args else None
    return class_of(known) is series() and class_of(held) is frame()


def item(known: Value | Instance, key: object) -> Known | None:
    """What a subscript gives; slices, masks and lists of labels keep the columns."""
    cls = class_of(known)
    if cls is None or "numpy" not in sys.modules:
        return None
    if cls is of("numpy", "ndarray"):
        return _of_array(known, key)
    if any(cls is of("pandas.core.indexing", name) for name in (*_BY_LABEL, *_BY_PLACE)):
        return _indexed(known.obj.obj, key) if type(known) is Value else None
    if cls is frame():
        return _column(known, key) if type(key) is str else known
    if cls is series() and key is None:
        return Instance(cls)
    if _is_grouped(cls):
        return _of_groups(known, cls, key)
    if type(known) is Value and type(key) is int and (found := labels(known.obj)):
        return Value(found[key]) if -len(found) <= key < len(found) else None
    return None


def _of_array(known: Value | Instance, key: object) -> Known | None:
    if type(known) is not Value or not safe.among(type(key), (int, str)):
        return None
    array: Any = known.obj
    try:
        return Value(array[key])
    except (IndexError, ValueError):
        return None


def _column(known: Value | Instance, key: str) -> Known:
    if type(known) is not Value:
        return Instance(series())
    found = keys(known.obj)
    if safe.strings(found).count(key) != 1 or not {*map(id, map(type, found))} <= _PLAIN:
        return Instance(series())
    column: Any = known.obj[key]
    return Value(column) if safe.among(type(column), (series(), frame())) else Instance(series())


def _of_groups(known: Value | Instance, cls: type, key: object) -> Instance:
    """The groups of some columns."""
    args = known.args if type(known) is Instance else ()
    if safe.name_of(cls) == "DataFrameGroupBy" and type(key) is str:
        return Instance(of("pandas.core.groupby", "SeriesGroupBy"), args)
    return Instance(cls, args)


def _indexed(held: object, key: object) -> Known | None:
    """What `.loc[key]` and `.iloc[key]` give; slices and masks keep the columns."""
    if type(held) is series():
        return Value(held) if key is None else element(Value(held))
    return Value(held) if key is None else row(Value(held))


def element(known: Value | Instance) -> Known | None:
    """An element of a series, an index or an array, a group of a `groupby`."""
    cls = class_of(known)
    if cls is not None and safe.name_of(cls) == "DataFrameGroupBy" and _is_grouped(cls):
        return Instance(tuple, (None, _group(known)))
    if type(known) is not Value:
        return None
    obj: Any = known.obj
    if cls is series():
        return Value(obj.iloc[0]) if len(obj) else None
    if cls is of("numpy", "ndarray"):
        return Value(obj[0]) if obj.ndim and len(obj) else None
    if (safe.module_of(type(obj)) + ".").startswith("pandas.") and (found := labels(obj)):
        return Value(found[0])
    return None


def _group(groups: Value | Instance) -> Known | None:
    """A group of a frame, which has its columns."""
    if type(groups) is Instance:
        return groups.args[0] if groups.args else None
    return Value(safe.field(groups.obj, "obj")) if isinstance(groups, Value) else None


def scalars(obj: object) -> Known | None:
    """The labels of a series, as what its `idxmax` gives."""
    return either([Value(one) for one in keys(obj)[:1]])
