"""Values, texts and containers that mind what is done with them."""

from __future__ import annotations

import collections
import collections.abc
import configparser
import contextvars
import types
from typing import Any

from . import sprung, trap, traps


class Text(str):
    """A string that minds what is done with it."""

    __slots__ = ()
    __hash__ = trap("text __hash__", 7)
    __eq__ = trap("text __eq__", True)
    __str__ = trap("text __str__", "text")
    __repr__ = trap("text __repr__", "text")
    __format__ = trap("text __format__", "text")
    __len__ = trap("text __len__", 1)
    __iter__ = trap("text __iter__", iter("x"))
    __contains__ = trap("text __contains__", True)
    __add__ = trap("text __add__", "x")
    __getattribute__ = trap("text __getattribute__")
    split = strip = encode = startswith = endswith = partition = rpartition = trap("text method", [])


class Names(dict):
    """A namespace that minds."""

    locals().update(
        traps(
            "names",
            """
            __getitem__ __contains__ __iter__ __len__ get items keys values
            """,
        )
    )
    __missing__ = trap("names __missing__")
    __eq__ = trap("names __eq__", True)
    __bool__ = trap("names __bool__", True)
    __hash__ = None


class Convertible:
    """Everything that can be asked of a value."""

    locals().update(
        traps(
            "value",
            """
            __bool__ __str__ __repr__ __format__ __bytes__ __index__ __int__ __float__ __complex__ __len__
            __length_hint__ __contains__ __iter__ __next__ __reversed__ __hash__ __eq__ __ne__ __lt__ __gt__
            __le__ __ge__ __add__ __radd__ __neg__ __call__ __getitem__ __missing__ __enter__ __exit__
            __aenter__ __aexit__ __aiter__ __anext__ __await__ __fspath__ __copy__ __deepcopy__ __reduce__
            __reduce_ex__ __getstate__ __sizeof__ __instancecheck__ __subclasscheck__ __mro_entries__
            __set_name__ __buffer__ __round__ __array__ __array_interface__ __dataframe__ __rich__
            _repr_html_ _repr_pretty_ _ipython_display_ __length_hint__ __class_getitem__
            """,
        )
    )


class Missing(dict):
    def __missing__(self, key: object) -> object:
        sprung.append("__missing__")
        return self


class Abstract(collections.abc.Mapping):
    __getitem__ = trap("mapping __getitem__")
    __iter__ = trap("mapping __iter__")
    __len__ = trap("mapping __len__", 1)


class Mapped(collections.UserDict):
    __getitem__ = trap("UserDict __getitem__")
    __iter__ = trap("UserDict __iter__")
    __missing__ = trap("UserDict __missing__")
    keys = trap("UserDict keys")


class Parser(configparser.ConfigParser):
    __getitem__ = trap("parser __getitem__")
    sections = trap("parser sections")
    optionxform = trap("parser optionxform", "x")


class Sorted(set):
    locals().update(
        traps(
            "set",
            """
            __iter__ __len__ __contains__ __eq__ pop
            """,
        )
    )


class Listed(list):
    locals().update(
        traps(
            "list",
            """
            __getitem__ __iter__ __len__ __eq__ __reversed__ pop copy
            """,
        )
    )


class Plain:
    pass


def own_dict() -> Any:
    """An instance whose attributes are kept in a dict that minds."""
    made = Plain()
    made.__dict__ = Names()
    return made


def keyed() -> Any:
    """Dicts and sets whose keys mind, also inside of other containers."""
    key, found = Convertible.__new__(Convertible), Missing()
    hidden = {"plain": 1}
    text = str.__new__(Text, "plain")
    type.__setattr__(Text, "__hash__", str.__hash__)  # to be put in
    dict.__setitem__(found, text, 1)
    hidden[text] = 2
    type.__setattr__(Text, "__hash__", trap("text __hash__", 7))
    return [found, hidden, {"inner": hidden}, [key], (key,)]


TRAPS: dict[str, Any] = {
    "text": lambda: str.__new__(Text, "text"),
    "names_": Names,
    "value": Convertible,
    "Value": lambda: Convertible,
    "mapped": lambda: object.__new__(Mapped),
    "parser": lambda: object.__new__(Parser),
    "missing": lambda: Missing(a=1),
    "abstract": Abstract,
    "view": lambda: types.MappingProxyType(Missing(a=1)),
    "view_of_names": lambda: types.MappingProxyType(Names(a=1)),
    "view_of_mapping": lambda: types.MappingProxyType(Abstract()),
    "chain": lambda: collections.ChainMap(Names(a=1), Abstract(), {"a": Convertible()}),
    "counter": lambda: collections.Counter({"a": 1}),
    "defaults": lambda: collections.defaultdict(trap("default_factory"), {"a": Convertible()}),
    "a_set": Sorted,
    "a_list": lambda: Listed([Convertible()]),
    "own_dict": own_dict,
    "keyed": keyed,
    "variable": lambda: contextvars.ContextVar("variable", default=Convertible()),  # noqa: B039
    "cell": lambda: types.CellType(Convertible()),
}
"""By its name what makes one."""
