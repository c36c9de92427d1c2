"""What libraries bring that minds being looked at: lazy objects, proxies, mocks."""

from __future__ import annotations

import types
import unittest.mock
import weakref
from typing import Any

from . import property_traps, sprung, trap, traps
from .functions import inferred
from .values import Convertible


class LazyObject:
    """As Django's `SimpleLazyObject`: everything asks the wrapped one."""

    def __init__(self) -> None:
        object.__setattr__(self, "_wrapped", None)
        object.__setattr__(self, "_setupfunc", trap("django setup"))

    __getattr__ = trap("django __getattr__")
    __class__ = property(trap("django __class__", dict))
    locals().update(
        traps(
            "django",
            """
            __dir__ __str__ __repr__ __bool__ __eq__ __hash__ __getitem__ __len__ __iter__
            """,
        )
    )


class LocalProxy:
    """As werkzeug's: attributes through descriptors on the class, `__wrapped__` and all."""

    __slots__ = ("__local", "_get_current_object")
    locals().update(
        property_traps(
            "werkzeug",
            """
            __doc__ __wrapped__ __dict__ __class__ __annotations__ __name__ __call__
            """,
        )
    )
    __getattr__ = trap("werkzeug __getattr__")


class Instrumented:
    """As SQLAlchemy's attributes: a query when an expired one is loaded."""

    def __get__(self, instance: object, owner: object) -> object:
        sprung.append("sqlalchemy load" if instance is not None else "sqlalchemy clause")
        return self

    def __set__(self, instance: object, value: object) -> None:
        sprung.append("sqlalchemy set")

    __getattr__ = trap("sqlalchemy comparator")
    __eq__ = trap("sqlalchemy ==")
    __hash__ = trap("sqlalchemy hash", 1)


class Model:
    id = Instrumented()
    name: Instrumented = Instrumented()
    _sa_instance_state = Convertible()


class LazyModule(types.ModuleType):
    """As torch's and transformers' modules: importing by asking."""

    def __getattr__(self, name: str) -> Any:
        sprung.append(f"lazy import {name}")
        raise AttributeError(name)

    __all__ = property(trap("lazy __all__"))
    __path__ = property(trap("lazy __path__"))
    __file__ = property(trap("lazy __file__"))
    __spec__ = property(trap("lazy __spec__"))


class Jealous(types.ModuleType):
    def __getattribute__(self, name: str) -> Any:
        sprung.append(f"module __getattribute__ {name}")
        return super().__getattribute__(name)


def referring() -> Any:
    held = LazyObject()
    _kept.append(held)
    return weakref.proxy(held)


_kept: list[object] = []


TRAPS: dict[str, Any] = {
    "django": LazyObject,
    "werkzeug": lambda: object.__new__(LocalProxy),
    "Model": lambda: Model,
    "model": Model,
    "torch": lambda: LazyModule("torch_like"),
    "jealous": lambda: Jealous("jealous"),
    "weak_of": lambda: weakref.ref(Model),
    "proxy": referring,
    "mock": unittest.mock.Mock,
    "magic": unittest.mock.MagicMock,
    "specified": lambda: unittest.mock.create_autospec(inferred),
}
"""By its name what makes one."""
