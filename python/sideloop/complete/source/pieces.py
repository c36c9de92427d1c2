"""The pieces of source that a reader meets: definitions, imports, operators."""

from __future__ import annotations

import ast

from .. import safe
from ..known import Instance, Unloaded, Value
from ..known.attributes import attribute
from ..known.facts import class_of
from .bodies import REFUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..known import Known

OPERATORS: dict[type, str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "truediv",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.BitOr: "or",
    ast.BitAnd: "and",
    ast.MatMult: "matmul",
    ast.Pow: "pow",
}


def without_value(known: Known | None) -> Known | None:
    """Another value of the same class."""
    cls = class_of(known)
    return Instance(cls) if cls is not None else known


def module(name: str) -> Known:
    """A module by its name, loaded or not."""
    found = safe.loaded(name)
    return Value(found) if found is not None else Unloaded(name)


def imported(source: str, home: str) -> Known | None:
    """`module:attribute`, where leading dots start from the package `home`."""
    from ..modules import absolute

    origin, _, name = source.partition(":")
    package = origin.lstrip(".")
    where = absolute(package, len(origin) - len(package), home)
    return attribute(module(where), name) if where else None


def definition(name: str, source: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """A function of the input, by its signature and perhaps its body; `None` for a broken one."""
    is_async = source.startswith("async ")
    head = f"{'async ' * is_async}def {name}{source.removeprefix('async ')}"
    for text in (head, f"{head}: pass"):
        try:
            only = ast.parse(text).body[0]
        except REFUSED:
            continue
        return only if isinstance(only, ast.FunctionDef | ast.AsyncFunctionDef) else None
    return None


def as_function(arguments: ast.arguments, body: ast.expr) -> ast.FunctionDef:
    """A lambda as the definition that it stands for."""
    return ast.FunctionDef(
        name="<lambda>", args=arguments, body=[ast.Return(body)], decorator_list=[], returns=None
    )
