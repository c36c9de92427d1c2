"""What is known of an expression that was not run: its value, its class, or its declaration."""

from __future__ import annotations

from collections import deque
from types import CoroutineType, GeneratorType

from . import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from typing import Any, TypeAlias

    from .reading import Reader


class Value:
    """A live object."""

    __slots__ = ("obj",)

    def __init__(self, obj: Any) -> None:
        self.obj = obj


class Instance:
    """Some instance of a class; `args` are what its parameters stand for, as in `list[int]`.

    `literals` are the values of a `Literal[...]` annotation, `keys` the keys, with what
    stands behind them, of a dict that is written down, and `given` the positional
    arguments that it is made of.
    """

    __slots__ = ("args", "cls", "given", "keys", "literals")

    def __init__(
        self,
        cls: type,
        args: tuple[Known | None, ...] = (),
        literals: tuple[Any, ...] = (),
        keys: tuple[tuple[Any, Known | None], ...] = (),
        given: tuple[Known | None, ...] = (),
    ) -> None:
        self.cls = cls
        self.args = args
        self.literals = literals
        self.keys = keys
        self.given = given


class Method:
    """A function or builtin that was found in a class, with what it was looked up on."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Any, receiver: Known) -> None:
        self.function = function
        self.receiver = receiver


class Definition:
    """A function that is known by its tree. `limit` counts the bindings of the reader that it sees.

    One that `manages` is decorated with `contextmanager`: what it yields, `with` gives.
    """

    __slots__ = ("limit", "manages", "node", "reader", "receiver")

    def __init__(
        self,
        node: ast.FunctionDef | ast.AsyncFunctionDef,
        reader: Reader,
        limit: int,
        receiver: Known | None = None,
        manages: bool = False,
    ) -> None:
        self.node = node
        self.reader = reader
        self.limit = limit
        self.receiver = receiver
        self.manages = manages


class InputClass:
    """A class that the input itself defines. `members` lead to bindings, by their numbers."""

    __slots__ = ("bases", "members", "name")

    def __init__(self, name: str, bases: list[Known | None], members: dict[str, int]) -> None:
        self.name = name
        self.bases = bases
        self.members = members


class InputInstance:
    """Some instance of a class that the input itself defines."""

    __slots__ = ("of",)

    def __init__(self, of: InputClass) -> None:
        self.of = of


class Unloaded:
    """A module that an import of the input names and that is not imported yet."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Variable:
    """A type variable that stands for itself, where it is asked what it stands for."""

    __slots__ = ("of",)

    def __init__(self, of: Any) -> None:
        self.of = of


class Either:
    """One of several, as in `X | Y`."""

    __slots__ = ("options",)

    def __init__(self, options: list[Known]) -> None:
        self.options = options


if TYPE_CHECKING:
    Known: TypeAlias = (
        Value | Instance | Method | Definition | InputClass | InputInstance | Unloaded | Either | Variable
    )

_CONTAINERS = (list, tuple, set, frozenset, deque)
_CONSTANTS = (str, bytes, int, bool, float, type(None))


def either(options: list[Known | None]) -> Known | None:
    """One of several, of which `None` is not worth telling."""
    known = [one for one in options if one is not None]
    some = [one for one in known if type(one) is not Instance or one.cls is not type(None)]
    if len(some) > 1:
        return Either(some)
    return next(iter(some or known), None)


def options(known: Known | None) -> list[Known]:
    """All that it may be."""
    if known is None:
        return []
    if type(known) is Either:
        return [one for option in known.options for one in options(option)]
    return [known]


def class_of(known: Known | None) -> type | None:
    """The class of which the value is an instance, where there is such a class."""
    if type(known) is Value:
        return type(known.obj)
    return known.cls if type(known) is Instance else None


def function_of(known: Known | None) -> Any:
    """The object that a call of it calls; `None` where there is no live one."""
    if type(known) is Method:
        return known.function
    return known.obj if type(known) is Value else None


def instance_of(known: Known | None) -> Known | None:
    """An instance of a class that is known."""
    if type(known) is Value and safe.is_class(known.obj):
        return Instance(known.obj)
    return InputInstance(known) if type(known) is InputClass else None


def arguments(known: Known | None) -> tuple[Known | None, ...]:
    """What the parameters of a generic class stand for; for a container, by its first entry."""
    if type(known) is Instance:
        return known.args
    if type(known) is not Value:
        return ()
    obj, kind = known.obj, type(known.obj)
    for container in _CONTAINERS:
        if safe.is_subclass(kind, container) and container.__len__(obj):
            return (Value(next(container.__iter__(obj))),)
    if safe.is_subclass(kind, dict) and dict.__len__(obj):
        pair: tuple[object, object] = next(iter(dict.items(obj)))
        return Value(pair[0]), Value(pair[1])
    return ()


def plain(known: Known | None) -> Known | None:
    """What stands for every value of the class of a constant."""
    is_constant = type(known) is Value and safe.among(type(known.obj), _CONSTANTS)
    return Instance(type(known.obj)) if type(known) is Value and is_constant else known


def coroutine(result: Known | None) -> Instance:
    """What a coroutine function returns."""
    return Instance(CoroutineType, (None, None, result))


def generator(element: Known | None) -> Instance:
    """What a generator function returns."""
    return Instance(GeneratorType, (element, None, None))
