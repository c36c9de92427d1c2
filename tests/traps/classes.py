"""Classes that define whatever a class, or its instance, can be asked."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from typing import Any

from . import property_traps, sprung, trap, traps
from .values import Convertible, Text

T = typing.TypeVar("T")


class Hooked(type):
    """A metaclass that defines whatever a class can be asked."""

    locals().update(
        traps(
            "metaclass",
            """
            __call__ __getitem__ __iter__ __len__ __contains__ __bool__ __hash__ __eq__ __or__ __ror__
            __instancecheck__ __subclasscheck__ __subclasses__ __repr__ __str__ __dir__ __getattr__
            __getattribute__
            """,
        )
    )
    locals().update(
        property_traps(
            "metaclass property",
            """
            __mro__ __bases__ __name__ __module__ __doc__ __annotations__ __annotate__ __signature__
            __text_signature__ __dict__ __parameters__ __orig_bases__ __match_args__ __dataclass_fields__
            __abstractmethods__ _fields _member_map_ __total__ __wrapped__
            """,
        )
    )


def hooked() -> Any:
    return Hooked("Hook", (), {"attribute": 1, "method": lambda self: sprung.append("method")})


class Told:
    """Attributes that usually tell about an object, each a property."""

    locals().update(
        property_traps(
            "property",
            """
            __annotations__ __annotate__ __signature__ __wrapped__ __text_signature__ __doc__
            __module__ __name__ __defaults__ __kwdefaults__ __code__ __globals__ __closure__
            __self__ __func__ __origin__ __args__ __parameters__ __orig_class__ __orig_bases__
            __fields__ _fields __match_args__ __dataclass_fields__ __spec__ __file__ __path__
            __all__ __loader__ __getnewargs__ columns index dtype iloc loc obj maps data shape
            ndim _name _accessor _proxies _sections func args keywords cr_frame gi_frame
            _asdict __objclass__ fget cell_contents _value_ groupindex
            """,
        )
    )


class Emptied:
    """Hides what it has behind a descriptor of its own."""

    __slots__ = ("_held",)
    __dict__ = property(trap("slots __dict__", {"lie": 1}))
    __weakref__ = property(trap("__weakref__"))


class Set:
    """A descriptor that is told its name, and asked by class and by instance."""

    __set_name__ = trap("__set_name__")
    __get__ = trap("set __get__")
    __set__ = trap("set __set__")
    __delete__ = trap("set __delete__")
    __isabstractmethod__ = property(trap("__isabstractmethod__"))


def with_descriptors() -> Any:
    class Owner:
        one = Set()
        two = types.DynamicClassAttribute(trap("DynamicClassAttribute"))
        three = classmethod(Set())
        four = staticmethod(Set())
        five = property(Set())
        six = functools.cached_property(Set())
        seven = functools.partialmethod(Set())
        eight = functools.singledispatchmethod(Set())

    return Owner


def described() -> Any:
    """An instance of them."""
    return with_descriptors()()


class Subscripted:
    __class_getitem__ = classmethod(trap("__class_getitem__"))
    __init_subclass__ = classmethod(trap("__init_subclass__"))
    __mro_entries__ = trap("__mro_entries__", ())


class Generic(typing.Generic[T]):
    def __init__(self, held: T) -> None:
        self.held = held

    def get(self) -> T:
        sprung.append("get")
        return self.held


class Members(enum.Enum):
    ONE = 1

    @classmethod
    def _missing_(cls, value: object) -> Any:
        sprung.append("_missing_")

    @types.DynamicClassAttribute
    def value(self) -> int:
        sprung.append("enum value")
        return 1

    def __eq__(self, other: object) -> bool:
        sprung.append("enum ==")
        return True

    __hash__ = trap("enum hash", 1)
    __str__ = trap("enum str", "")
    __repr__ = trap("enum repr", "")


@dataclasses.dataclass
class Record:
    field: Any
    other: Any = dataclasses.field(default_factory=trap("factory"))

    def __post_init__(self) -> None:
        sprung.append("__post_init__")

    __replace__ = trap("__replace__")
    __getattr__ = trap("record __getattr__")


def stated() -> Any:
    """What is neither a signature nor a callable, but says so."""

    class Call:
        __signature__ = Text("(x)")
        __text_signature__ = Text("(x)")
        __call__ = Set()

    return Call()


TRAPS: dict[str, Any] = {
    "Hook": hooked,
    "hook": lambda: object.__new__(hooked()),
    "told": Told,
    "emptied": Emptied,
    "Descriptors": with_descriptors,
    "descriptors": described,
    "Subscripted": lambda: Subscripted,
    "subscripted": Subscripted,
    "alias": lambda: types.GenericAlias(Subscripted, (Convertible(),)),
    "typed": lambda: typing.NewType("typed", Subscripted),
    "Generic": lambda: Generic,
    "generic": lambda: Generic(Convertible()),
    "generic_of": lambda: Generic(str.__new__(Text, "x")),
    "Members": lambda: Members,
    "member": lambda: type.__getattribute__(Members, "_member_map_")["ONE"],
    "Record": lambda: Record,
    "record": lambda: object.__new__(Record),
    "stated": stated,
    "bound": lambda: types.MethodType(Convertible(), Told()),
}
"""By its name what makes one."""
