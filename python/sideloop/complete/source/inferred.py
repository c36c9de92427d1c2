"""What functions without annotations return, and what `__init__` stores, by their source.

Invariant: bodies are read as every other source is, nothing of them runs. How many are
read for one question is bounded, since they lead to each other.
"""

from __future__ import annotations

import ast
import types
from functools import partial

from .. import pace, safe
from ..annotations import annotated, checking
from ..known import Definition, Instance
from ..known.facts import async_generator, coroutine, either, generator, plain
from . import bodies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..known import Known
    from .bodies import Body, Function
    from .reading import Reader

_DEEPEST = 5  # functions that lead to each other
_AT_LEAST = 50  # what the smallest body counts
_RETURNS = 6  # `return` statements of one function
_INITIAL = ("__init__", "__post_init__", "__new__", "setUp")


class _Reading:
    """How far the reading of bodies has gone; completions run on one thread."""

    depth = 0


def returned(function: types.FunctionType, receiver: Known | None, given: list[Known | None]) -> Known | None:
    """What a call returns, by the `return` statements of a function that has no annotation."""
    body = bodies.of(function)
    if body is None:
        return None
    return _bounded(body, lambda: _of_body(body, _reader(function, body, receiver, given)))


def defined(definition: Definition, given: list[Known | None]) -> Known | None:
    """What a call of a function gives that is known by its tree."""
    known = _defined(definition, given)
    return manager(known) if definition.manages and type(known) is Instance else known


def manager(yielded: Instance) -> Known:
    """What a function that `contextmanager` decorates returns, by the iterator it returns undecorated."""
    kind = "Async" * ("async" in safe.name_of(yielded.cls).lower()) or ""
    names = safe.own_dict(safe.loaded("contextlib"))
    manager = safe.entry(names, f"_{kind}GeneratorContextManager")
    return Instance(manager, yielded.args[:1]) if safe.is_class(manager) else yielded


def _defined(definition: Definition, given: list[Known | None]) -> Known | None:
    node, outer = definition.node, definition.reader
    if node.returns is not None:
        known = annotated.of_node(node.returns, outer.scope(definition.limit, definition.receiver))
        return coroutine(known) if isinstance(node, ast.AsyncFunctionDef) else known
    receiver = [definition.receiver] if definition.receiver is not None else []
    body = bodies.Body(node)
    bound = [*_parameters(node, [*receiver, *given]), *body.bindings]
    reader = outer.inside(definition.limit, bound)
    return _bounded(body, lambda: _of_body(body, reader))


def _of_body(body: Body, reader: Reader) -> Known | None:
    """What a definition gives whose body the reader's bindings are of."""
    limit = len(reader.bindings)
    if body.yielded:
        element = either([_yielded(one, reader, limit) for one in body.yielded[:_RETURNS]])
        return async_generator(element) if isinstance(body.node, ast.AsyncFunctionDef) else generator(element)
    known = either([plain(reader.node(one, limit)) for one in body.returned[:_RETURNS]])
    return coroutine(known) if isinstance(body.node, ast.AsyncFunctionDef) else known


def _yielded(node: ast.Yield | ast.YieldFrom, reader: Reader, limit: int) -> Known | None:
    from ..known.elements import element

    known = reader.node(node.value, limit) if node.value is not None else None
    return plain(element(known) if isinstance(node, ast.YieldFrom) else known)


def attribute(cls: type, name: str, receiver: Known) -> Known | None:
    """What the source of a class's `__init__` stores under a name."""
    for owner in safe.mro(cls):
        for method in _INITIAL:
            raw = safe.class_dict(owner).get(method)
            if type(raw) is types.FunctionType and name in raw.__code__.co_names:
                body = bodies.of(raw)
                found = _bounded(body, partial(_stored, raw, body, name, receiver)) if body else None
                if found is not None:
                    return found
    return None


def _stored(function: types.FunctionType, body: Body, name: str, receiver: Known) -> Known | None:
    reader = _reader(function, body, receiver, list(receiver.given) if type(receiver) is Instance else [])
    limit = len(reader.bindings)
    for annotation, value in body.stored(name):
        if annotation is not None:
            return reader.annotation(annotation, limit, receiver)
        if (known := reader.node(value, limit) if value is not None else None) is not None:
            return plain(known)
    return None


def _reader(
    function: types.FunctionType, body: Body, receiver: Known | None, given: list[Known | None]
) -> Reader:
    """Reads expressions of a function's body."""
    from .reading import Reader

    bound = _parameters(body.node, given if receiver is None else [receiver, *given])
    return Reader(_lookup(function), [*bound, *body.bindings], receiver=receiver)


def _parameters(node: Function, given: list[Known | None]) -> list[dict[str, Any]]:
    told = dict(zip((one.arg for one in _positional(node)), given, strict=False))
    return [_parameter(one, told.get(one.arg), default) for one, default in _defaults(node)]


def _parameter(argument: ast.arg, known: Known | None, default: ast.expr | None) -> dict[str, Any]:
    """The binding of a parameter: by what it is given, its annotation or its default."""
    if known is not None:
        return {"name": argument.arg, "how": "known", "source": known}
    if argument.annotation is not None:
        return {"name": argument.arg, "how": "annotation", "source": argument.annotation}
    if default is not None and not (isinstance(default, ast.Constant) and default.value is None):
        return {"name": argument.arg, "how": "assign", "source": default}
    return {"name": argument.arg, "how": "annotation", "source": ""}


def _positional(node: Function) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args]


def _defaults(node: Function) -> list[tuple[ast.arg, ast.expr | None]]:
    """The parameters of a definition with their defaults; `*args` and `**kwargs` as what they hold."""
    positional = _positional(node)
    missing: list[ast.expr | None] = [None] * (len(positional) - len(node.args.defaults))
    found = list(zip(positional, [*missing, *node.args.defaults], strict=True))
    found += zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    for one, kind in ((node.args.vararg, "tuple"), (node.args.kwarg, "dict")):
        if one is not None:
            found.append((ast.arg(one.arg, ast.Name(kind)), None))
    return found


def _lookup(function: types.FunctionType) -> Callable[[str], Any]:
    """Names of a function that it does not bind: its closure's, its module's, builtins."""

    def lookup(name: str) -> Any:
        for free, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=False):
            if free == name:
                try:
                    return cell.cell_contents
                except ValueError:
                    raise KeyError(name) from None
        names = function.__globals__
        for layer in (names, safe.own_dict(safe.loaded("builtins"))):
            if (found := safe.entry(layer, name)) is not safe.MISSING:
                return found
        module = safe.entry(names, "__name__")
        found = checking.lookup(module, name) if type(module) is str else safe.MISSING
        if found is safe.MISSING:
            raise KeyError(name)
        return found

    return lookup


def spend() -> bool:
    """Counts a node of a body that is read; whether one more may be."""
    return pace.spend(1 if _Reading.depth else 0)


def _bounded(body: Body, read: Callable[[], Known | None]) -> Known | None:
    """Reads a body, where not too many were read already."""
    if _Reading.depth >= _DEEPEST or pace.Turn.left < body.size:
        return None
    _Reading.depth += 1
    pace.spend(body.size + _AT_LEAST)
    try:
        return read()
    finally:
        _Reading.depth -= 1
