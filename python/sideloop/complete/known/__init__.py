"""What is known of an expression that was not run: its value, its class, or its declaration."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from typing import Any, TypeAlias

    from ..source.reading import Reader


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
    """A class that a text defines. `members` lead to bindings of its reader, by their numbers.

    `parameters` are the type variables that it is generic in, by their names.
    """

    __slots__ = ("bases", "members", "name", "parameters", "reader")

    def __init__(
        self,
        name: str,
        reader: Reader,
        bases: list[Known | None],
        members: dict[str, int],
        parameters: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.reader = reader
        self.bases = bases
        self.members = members
        self.parameters = parameters


class InputInstance:
    """Some instance of a class that a text defines; `variables` stand for something known, by their names."""

    __slots__ = ("of", "variables")

    def __init__(self, of: InputClass, variables: dict[str, Known | None] | None = None) -> None:
        self.of = of
        self.variables = variables or {}


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
