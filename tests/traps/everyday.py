"""What Python code has every day: properties, hooks of attributes, containers, annotations."""

from __future__ import annotations

import functools
import types
from typing import Any

from . import sprung, trap


class Descriptor:
    def __get__(self, obj: object, owner: object = None) -> object:
        sprung.append("descriptor")
        return self


class DataDescriptor(Descriptor):
    def __set__(self, obj: object, value: object) -> None:
        sprung.append("data descriptor")


class Properties:
    @property
    def prop(self) -> str:
        sprung.append("property")
        return ""

    @functools.cached_property
    def cached(self) -> str:
        sprung.append("cached_property")
        return ""

    plain = Descriptor()
    data = DataDescriptor()
    __doc__ = property(trap("__doc__", "documentation"))  # type: ignore[assignment]
    __signature__ = property(trap("__signature__"))


class Greedy:
    def __getattr__(self, name: str) -> object:
        sprung.append(f"__getattr__ {name}")
        return self

    def __getattribute__(self, name: str) -> object:
        sprung.append(f"__getattribute__ {name}")
        return self


class Listing:
    __dir__ = trap("__dir__", ["listed"])


class Liar:
    """As lazy proxies do."""

    @property
    def __class__(self) -> type:  # type: ignore[override]
        sprung.append("__class__")
        return dict

    @property
    def __dict__(self) -> dict[str, object]:  # type: ignore[override]
        sprung.append("__dict__")
        return {"lie": 1}

    __getattr__ = trap("proxy")
    __wrapped__ = property(trap("__wrapped__"))


class Meta(type):
    __instancecheck__ = trap("__instancecheck__", True)
    __subclasscheck__ = trap("__subclasscheck__", True)
    __dir__ = trap("metaclass __dir__", [])
    __call__ = trap("metaclass __call__")
    __getitem__ = trap("metaclass __getitem__")
    __iter__ = trap("metaclass __iter__", iter([]))
    __hash__ = trap("metaclass __hash__", 1)
    __eq__ = trap("metaclass __eq__", True)
    __bool__ = trap("metaclass __bool__", True)

    def __getattribute__(cls, name: str) -> object:
        sprung.append(f"metaclass __getattribute__ {name}")
        return type.__getattribute__(cls, name)


class Made(metaclass=Meta):
    field: int = 1

    def method(self) -> str:
        sprung.append("method")
        return ""


class Sized:
    __len__ = trap("__len__", 1)
    __getitem__ = trap("__getitem__", "x")
    __iter__ = trap("__iter__", iter([]))
    __bool__ = trap("__bool__", True)
    __call__ = trap("__call__", "x")
    __enter__ = trap("__enter__")
    __exit__ = trap("__exit__")
    __await__ = trap("__await__", iter([]))
    __add__ = trap("__add__")
    keys = trap("keys", [])


class Key:
    __hash__ = trap("key __hash__", hash("name"))  # type: ignore[assignment]
    __eq__ = trap("key __eq__", False)
    __repr__ = trap("key __repr__", "key")


class Str(str):
    __slots__ = ()
    __repr__ = trap("str __repr__", "x")
    __hash__ = trap("str __hash__", 1)  # type: ignore[assignment]
    __eq__ = trap("str __eq__", False)
    __len__ = trap("str __len__", 1)
    __getitem__ = trap("str __getitem__", "x")


class Dict(dict):  # type: ignore[type-arg]
    __getitem__ = trap("dict __getitem__")
    __iter__ = trap("dict __iter__", iter([]))
    keys = trap("dict keys", [])
    items = trap("dict items", [])
    __len__ = trap("dict __len__", 1)
    __missing__ = trap("dict __missing__")


class List(list):  # type: ignore[type-arg]
    __getitem__ = trap("list __getitem__")
    __iter__ = trap("list __iter__", iter([]))
    __len__ = trap("list __len__", 1)


def calls(x: int) -> str:
    """Returns what its annotation says."""
    sprung.append("function")
    return ""


def strange(x: int) -> str:
    return ""


strange.__annotations__ = {"x": "trap('annotation')()", "return": "evil()"}
strange.__wrapped__ = Liar()  # type: ignore[attr-defined]
strange.__signature__ = Liar()  # type: ignore[attr-defined]
strange.__defaults__ = (Greedy(),)


class Strange:
    field: trap("class annotation")() = 1  # type: ignore[valid-type]
    other: types.SimpleNamespace


Strange.__annotations__ = {"field": "evil()", "other": "evil[evil()]", "third": "Made"}


class Tuple(tuple):  # type: ignore[type-arg]
    _fields = (Key(), Str("field"))
    __annotations__ = {"field": "evil()"}


class Frame:
    """As pandas has it, but for its class."""

    columns = property(trap("columns"))
    iloc = property(trap("iloc"))
    obj = property(trap("obj"))


class Compiled:
    """As Cython has it, but for its class."""

    __module__ = "_cython_3"
    __name__ = property(trap("__name__"))
    __get__ = trap("__get__")


Frame.__module__ = "pandas"
Frame.__name__ = "DataFrame"
Compiled.__name__ = "cython_function_or_method"


def taking(**kwargs: Any) -> str:
    sprung.append("function")
    return kwargs["name"]  # type: ignore[no-any-return]


class Slotted:
    __slots__ = ("slot",)


def module() -> types.ModuleType:
    made = types.ModuleType("trapped")
    made.__getattr__ = trap("module __getattr__")  # type: ignore[method-assign]
    made.value = 1  # type: ignore[attr-defined]
    return made


class Module(types.ModuleType):
    __getattr__ = trap("module type __getattr__")

    @property
    def lazy(self) -> None:
        sprung.append("module property")


def names() -> dict[str, Any]:
    """The namespace; made in a function, as some of the traps are sprung by the making."""
    instance = Made.__new__(Made)
    weird: dict[Any, Any] = {"name": Properties(), 1: 2}
    dict.__setitem__(weird, Key(), Greedy())
    dict.__setitem__(weird, Str("strange"), 1)
    return {
        "properties": Properties(),
        "greedy": Greedy(),
        "listing": Listing(),
        "liar": Liar(),
        "Made": Made,
        "made": instance,
        "sized": Sized(),
        "weird": weird,
        "string": Str("text"),
        "dictionary": Dict(a=1),
        "several": List([1]),
        "calls": calls,
        "strange": strange,
        "Strange": Strange,
        "fields": Tuple((1, 2)),
        "frame": Frame(),
        "compiled": Compiled(),
        "taking": taking,
        "__annotations__": {"several": "evil()", "weird": Liar()},
        "Slotted": Slotted,
        "slotted": Slotted(),
        "module": module(),
        "lazy": Module("lazy"),
        "evil": trap("evil"),
        "trap": trap,
        "partial": functools.partial(Sized()),
        "Properties": Properties,
        "Liar": Liar,
        "Sized": Sized,
        "Listing": Listing,
        "Greedy": Greedy,
    }
