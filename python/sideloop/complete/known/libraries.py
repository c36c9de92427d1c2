"""What attributes, methods and constructors of pandas give, where the labels are known."""

from __future__ import annotations

from types import FunctionType

from .. import safe
from . import Instance, Method, Value, frames
from .facts import class_of, generator, plain
from .frames import element, item, keys, keys_of_instance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

__all__ = ["attribute", "element", "item", "keys", "keys_of_instance"]

_SAME = (
    "assign",
    "copy",
    "drop_duplicates",
    "dropna",
    "fillna",
    "head",
    "nlargest",
    "nsmallest",
    "query",
    "reset_index",
    "sample",
    "set_index",
    "sort_index",
    "sort_values",
    "tail",
)
_REDUCED = ("count", "first", "last", "max", "mean", "median", "min", "nunique", "std", "sum", "var")
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
    "func",
    "dtype",
    "id_vars",
    "value_vars",
    "x",
    "y",
)
_PARTED = ("extract", "extractall", "get_dummies", "partition", "rpartition")
"""What of `.str` gives a frame; `split` does so when it is asked to."""
_WINDOWS = {
    "groupby": ("pandas.core.groupby", "DataFrameGroupBy"),
    "resample": ("pandas.core.resample", "DatetimeIndexResampler"),
    "rolling": ("pandas.core.window.rolling", "Rolling"),
    "expanding": ("pandas.core.window.expanding", "Expanding"),
}


def attribute(known: Value | Instance, name: str) -> Known | None:
    """A column that is an attribute, an axis, or an accessor such as `.str`."""
    cls = class_of(known)
    if cls is None or not (safe.module_of(cls) + ".").startswith("pandas."):
        return None
    frame, series = frames.frame(), frames.series()
    if (cls is frame and name in ("index", "columns")) or (cls is series and name == "index"):
        return (
            Value(getattr(known.obj, name))
            if type(known) is Value
            else Instance(frames.of("pandas", "Index"))
        )
    if name in safe.strings(columns_of(known)) and safe.find(cls, name) is None:
        return item(known, name)
    if type(known) is Value and safe.among(cls, (frame, series)) and name in ("loc", "at", "iloc", "iat"):
        return Value(getattr(known.obj, name))
    if cls is frame and name == "dtypes":
        return frames.row(known)
    raw = safe.find(cls, name)
    if raw and safe.name_of(type(raw[1])) in ("CachedAccessor", "Accessor"):
        accessor = safe.field(raw[1], "_accessor")
        return Instance(accessor, (known,)) if safe.is_class(accessor) else None
    return None


def columns_of(known: Value | Instance) -> list[Any]:
    """The columns of a frame or of groups of one, which are attributes too."""
    cls = class_of(known)
    if cls is None or not (safe.module_of(cls) + ".").startswith("pandas."):
        return []
    if isinstance(known, Value):
        return keys(known.obj)
    written = [key for key, _ in known.keys] if cls is frames.frame() else []
    is_named = frames.is_row(known) or safe.name_of(cls).endswith("GroupBy")
    return [*written, *(keys_of_instance(known) if is_named else [])]


def made(cls: type, given: list[Known | None]) -> Known | None:
    """A frame that is made of a dict which is written down."""
    first = given[0] if given else None
    if cls is not frames.frame() or type(first) is not Instance:
        return None
    return Instance(cls, keys=first.keys)


def result(function: object, receiver: Known | None) -> Known | None:
    """What a method of a frame gives whose columns are known."""
    if type(function) is not FunctionType:
        return None
    cls, name = class_of(receiver), safe.text(function.__name__)
    if cls is frames.of("pandas.core.strings.accessor", "StringMethods"):
        return Instance(frames.frame() if name in _PARTED else frames.series())
    if type(receiver) is Value and cls is frames.series():
        return _of_series(name, receiver)
    if type(receiver) is Instance and name in _REDUCED:
        return _reduced(receiver)
    return _of_frame(name, receiver) if type(receiver) is Value and cls is frames.frame() else None


def _of_series(name: str, receiver: Value) -> Known | None:
    """A label, an entry or a mean of a series that is at hand."""
    match name:
        case "idxmax" | "idxmin":
            return frames.scalars(receiver.obj)
        case "max" | "min" | "sum":
            return plain(element(receiver))
        case "mean" | "median" | "std" | "var":
            return Instance(frames.of("numpy", "float64"))
    return None


def _of_frame(name: str, receiver: Value) -> Known | None:
    match name:
        case "iterrows":
            return generator(Instance(tuple, (None, frames.row(receiver))))
        case "itertuples":
            names = ["Index", *safe.strings(keys(receiver.obj))]
            return generator(Instance(tuple, keys=tuple((one, None) for one in names)))
        case "items":
            return generator(Instance(tuple, (Instance(str), Instance(frames.series()))))
        case _ if name in _WINDOWS:
            return Instance(frames.of(*_WINDOWS[name]), (receiver,))
        case _ if name in _SAME:
            return receiver
    return None


def _reduced(groups: Instance) -> Known | None:
    """What a statistic of groups gives."""
    match safe.name_of(groups.cls):
        case "SeriesGroupBy":
            return Instance(frames.series())
        case "DataFrameGroupBy" | "DatetimeIndexResampler":
            return Instance(frames.frame(), groups.args)
    return None


def given_to_lambda(function: object, receiver: Known | None) -> Known | None:
    """What `frame.assign`, `frame.pipe` and `frame.apply` call a lambda with."""
    cls = class_of(receiver)
    if type(function) is not FunctionType or receiver is None:
        return None
    if not safe.among(cls, (frames.frame(), frames.series())):
        return None
    match safe.text(function.__name__):
        case "assign" | "pipe" | "where" | "mask":
            return receiver
        case "apply" if cls is frames.frame():
            return frames.row(receiver)
    return None


def columns(callee: Known | None, parameter: str, first: Known | None) -> list[Any]:
    """The labels that an argument of a frame's or group's method names, or of `merge(first, ...)`."""
    if parameter not in _COLUMNS:
        return []
    receiver = callee.receiver if type(callee) is Method else callee
    if type(receiver) is Value and type(receiver.obj) is FunctionType:
        is_own = f"{safe.text(receiver.obj.__module__)}.".startswith("pandas.")
        receiver = first if is_own else None
    if type(receiver) is Value:
        return keys(receiver.obj)
    if type(receiver) is not Instance:
        return []
    return [*(key for key, _ in receiver.keys), *keys_of_instance(receiver)]


def names(obj: object) -> list[str]:
    """Columns that can be written as attributes."""
    return [name for name in safe.strings(columns_of(Value(obj))) if name.isidentifier()]
