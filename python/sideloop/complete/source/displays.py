"""What displays, comprehensions and lambdas in source make."""

from __future__ import annotations

import ast

from ..known import Definition, Instance
from ..known.elements import element
from ..known.facts import arguments, generator
from .bodies import targets
from .pieces import as_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..known import Known
    from .reading import Reader

_LITERALS: dict[type, type] = {
    ast.JoinedStr: str,
    ast.ListComp: list,
    ast.SetComp: set,
    ast.DictComp: dict,
}


def display(reader: Reader, node: ast.expr, limit: int) -> Known | None:
    """What a display, a comprehension or a lambda makes; `None` for what is none of them."""
    match node:
        case ast.List(elts=parts):
            return Instance(list, _first(reader, parts, limit))
        case ast.Set(elts=parts):
            return Instance(set, _first(reader, parts, limit))
        case ast.Tuple(elts=parts):
            return Instance(tuple, tuple(reader.node(one, limit) for one in parts))
        case ast.Dict(keys=keys, values=values):
            return _dict(reader, keys, values, limit)
        case ast.ListComp(elt=elt, generators=clauses) | ast.SetComp(elt=elt, generators=clauses):
            return Instance(_LITERALS[type(node)], (_in_comprehension(reader, clauses, limit)(elt),))
        case ast.GeneratorExp(elt=elt, generators=clauses):
            return generator(_in_comprehension(reader, clauses, limit)(elt))
        case ast.DictComp(key=key, value=value, generators=clauses):
            inside = _in_comprehension(reader, clauses, limit)
            return Instance(dict, (inside(key), inside(value)))
        case ast.Lambda(args=arguments, body=body):
            return Definition(as_function(arguments, body), reader, limit)
    kind = _LITERALS.get(type(node))
    return Instance(kind) if kind is not None else None


def _first(reader: Reader, parts: list[ast.expr], limit: int) -> tuple[Known | None, ...]:
    if parts and isinstance(parts[0], ast.Starred):
        return (element(reader.node(parts[0].value, limit)),)
    return (reader.node(parts[0], limit),) if parts else ()


def _dict(reader: Reader, keys: list[ast.expr | None], values: list[ast.expr], limit: int) -> Known | None:
    """A dict that is written down, perhaps with others' entries."""
    pairs = [(key, reader.node(value, limit)) for key, value in zip(keys, values, strict=True)]
    written = tuple((key.value, known) for key, known in pairs if isinstance(key, ast.Constant))
    if not pairs or pairs[0][0] is None:
        args = arguments(pairs[0][1]) if pairs else ()
    else:
        args = (reader.node(pairs[0][0], limit), pairs[0][1])
    return Instance(dict, args, keys=written)


def _in_comprehension(
    reader: Reader, clauses: list[ast.comprehension], limit: int
) -> Callable[[ast.expr], Known | None]:
    """Reads an expression with the targets of a comprehension."""
    more: list[dict[str, Any]] = []
    for clause in clauses:
        how = "async_for" if clause.is_async else "for"
        more += targets(clause.target, how, clause.iter, [])
    inner = reader.inside(limit, more)
    return lambda node: inner.node(node, len(inner.bindings))
