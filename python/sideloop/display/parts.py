"""What containers are made of: one function for each kind of `repr` that is known.

The key is the `__repr__` itself, so that a subclass that inherits it is laid out like
its base, and one that has its own is left alone.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType
    from typing import Any

    # What stands before an item: text, and objects (each in a tuple) in place of their repr.
    Label = tuple[str | tuple[object], ...]
    Items = Iterable[tuple[Label, object]]


class Parts:
    """An opening, labelled items, a closing: `{`, `'a': ` and `1`, `}`.

    `last` is what follows the last item, a comma in a tuple of one. `inside_itself` is
    what stands for a container that holds itself; empty for the kinds whose `repr` does
    not look out for that.
    """

    __slots__ = ("closing", "inside_itself", "items", "last", "opening")

    def __init__(self, opening: str, items: Items, closing: str, inside_itself: str, last: str = "") -> None:
        self.opening = opening
        self.items = items
        self.closing = closing
        self.last = last
        self.inside_itself = inside_itself


def parts_of(value: Any) -> Parts | None:
    """The parts of `value`; `None` if it has none, or is no container that is known."""
    kind = type(value)
    method = kind.__repr__
    known = _BUILTIN.get(method)
    if known is not None:
        return known(value) if len(value) else None
    if hasattr(kind, "__dataclass_fields__") and _is_generated(method):
        return _dataclass(value)
    collections = sys.modules.get("collections")
    if collections is None or not issubclass(kind, _BASES):
        return _deque(value) if collections and method is collections.deque.__repr__ and value else None
    return _of_collections(value, method, collections) if len(value) else None


def _plain(values: Iterable[object]) -> Items:
    return (((), value) for value in values)


def _pairs(items: Iterable[tuple[object, object]]) -> Items:
    return ((((key,), ": "), value) for key, value in items)


def _fields(value: object, names: Iterable[str]) -> Items:
    return (((name + "=",), getattr(value, name)) for name in names)


def _list(value: list[object]) -> Parts:
    return Parts("[", _plain(value), "]", "[...]")


def _tuple(value: tuple[object, ...]) -> Parts:
    return Parts("(", _plain(value), ")", "(...)", last="," if len(value) == 1 else "")


def _dict(value: dict[object, object]) -> Parts:
    return Parts("{", _pairs(value.items()), "}", "{...}")


def _set(value: set[object]) -> Parts:
    if type(value) is set:
        return Parts("{", _plain(value), "}", "set(...)")
    name = type(value).__name__
    return Parts(name + "({", _plain(value), "})", name + "(...)")


def _view(value: Any) -> Parts:
    return Parts(type(value).__name__ + "([", _plain(value), "])", "...")


def _dataclass(value: Any) -> Parts | None:
    names = [field.name for field in value.__dataclass_fields__.values() if field.repr and _is_field(field)]
    if not names:
        return None
    return Parts(type(value).__qualname__ + "(", _fields(value, names), ")", "...")


def _is_field(field: Any) -> bool:
    """Whether it is no `ClassVar` or `InitVar`."""
    return field._field_type is sys.modules["dataclasses"]._FIELD  # type: ignore[attr-defined, unused-ignore]


def _is_generated(method: Any) -> bool:
    """Whether a `__repr__` is the one that `dataclass` writes."""
    return "__create_fn__" in getattr(getattr(method, "__wrapped__", None), "__qualname__", "")


def _of_collections(value: Any, method: object, collections: ModuleType) -> Parts | None:
    """Parts of what the module `collections` makes."""
    name = type(value).__name__
    if method is collections.OrderedDict.__repr__:
        if sys.version_info >= (3, 12):
            return Parts(name + "({", _pairs(value.items()), "})", "...")
        return Parts(name + "([", _plain(value.items()), "])", "...")
    if method is collections.defaultdict.__repr__:
        opening = f"{name}({value.default_factory!r}, " + "{"
        return Parts(opening, _pairs(value.items()), "})", "")
    if method is collections.Counter.__repr__:
        return Parts(name + "({", _pairs(value.most_common()), "})", "")
    if hasattr(value, "_fields") and getattr(method, "__globals__", None) is vars(collections):
        return Parts(name + "(", _fields(value, value._fields), ")", "")
    return None


def _deque(value: Any) -> Parts:
    closing = "])" if value.maxlen is None else f"], maxlen={value.maxlen})"
    return Parts(type(value).__name__ + "([", _plain(value), closing, "[...]")


_BASES = (dict, tuple)
_BUILTIN: dict[object, Callable[[Any], Parts]] = {
    list.__repr__: _list,
    tuple.__repr__: _tuple,
    dict.__repr__: _dict,
    set.__repr__: _set,
    frozenset.__repr__: _set,
    type({}.keys()).__repr__: _view,
    type({}.values()).__repr__: _view,
    type({}.items()).__repr__: _view,
}
