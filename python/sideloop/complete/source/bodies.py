"""The source of functions, as trees: what a body binds, returns and stores in `self`.

Invariant: source is read from files and from the texts of inputs; nothing is executed.
"""

from __future__ import annotations

import ast
import itertools
import types

from .. import pace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Function = ast.FunctionDef | ast.AsyncFunctionDef

REFUSED = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What parsing a source that is no Python raises."""

_LONGEST = 200  # lines of a function that is read
_MOST = 500  # bodies that are kept
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class Body:
    """What the body of a definition says.

    Args:
        node: The definition.
    """

    __slots__ = ("_assigned", "_nodes", "bindings", "node", "returned", "yielded")

    def __init__(self, node: Function) -> None:
        self.node = node
        self._nodes = list(inside(node.body))
        self._assigned = [one for node in self._nodes for one in _assigned(node)]
        self.bindings = [one for node in self._nodes for one in _bound(node)]
        """The names that it binds, as the prompt tells those of an input; sources are trees."""
        found = [node.value for node in self._nodes if isinstance(node, ast.Return)]
        self.returned = [value for value in found if value is not None]
        """What its `return` statements say."""
        self.yielded = [node for node in self._nodes if isinstance(node, ast.Yield | ast.YieldFrom)]
        """Its `yield` expressions."""

    @property
    def size(self) -> int:
        """How many nodes it has."""
        return len(self._nodes)

    def stored(self, attribute: str) -> Iterator[tuple[ast.expr | None, ast.expr | None]]:
        """The annotations and values with which it assigns an attribute of its first parameter."""
        receiver = [*self.node.args.posonlyargs, *self.node.args.args][:1]
        for target, annotation, value in self._assigned if receiver else ():
            owner = target.value if isinstance(target, ast.Attribute) and target.attr == attribute else None
            if isinstance(owner, ast.Name) and owner.id == receiver[0].arg:
                yield annotation, value

    def stored_parameters(self) -> dict[str, str]:
        """The parameters that it stores as they are, by the attributes."""
        given = self.node.args
        names = {one.arg for one in [*given.posonlyargs, *given.args, *given.kwonlyargs]}
        return {
            target.attr: value.id
            for target, _, value in self._assigned
            if isinstance(target, ast.Attribute) and isinstance(value, ast.Name) and value.id in names
        }


def of(function: types.FunctionType) -> Body | None:
    """The body of a function; `None` where its source is not at hand, and for a lambda."""
    from . import origin

    file, line = origin.place(function)
    return _body(file, line, function.__code__.co_name) if file else None


@pace.piece(_MOST)
def _body(file: str, line: int, name: str) -> Body | None:
    node = _parsed(file, line, name)
    return Body(node) if node is not None else None


@pace.piece(_MOST)
def _parsed(file: str, line: int, name: str) -> Function | None:
    import textwrap

    lines = lines_of(file)[line - 1 :]
    try:
        body = ast.parse(textwrap.dedent("".join(_block(lines)))).body
    except REFUSED:
        return None
    only = body[0] if body else None
    is_it = isinstance(only, ast.FunctionDef | ast.AsyncFunctionDef) and only.name == name
    return only if is_it else None  # type: ignore[return-value]


def lines_of(file: str) -> list[str]:
    """The lines of a file or input; empty where it cannot be read."""
    import linecache

    known = file in linecache.cache
    lines = linecache.getlines(file)
    if not known and file in linecache.cache:
        pace.end_if_over()
    return lines


def _block(lines: list[str]) -> Iterator[str]:
    """The lines of the definition that begins with the first, decorators and all."""
    margin, begun = len(lines[0]) - len(lines[0].lstrip()) if lines else 0, False
    for line in itertools.islice(lines, _LONGEST):
        text = line.lstrip()
        outside = len(line) - len(text) <= margin and bool(text) and text[0] not in "#)"
        if begun and outside:
            return
        begun = begun or text.startswith(("def ", "async def "))
        yield line


def inside(statements: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All nodes of a body but those of functions and classes in it, in their order."""
    waiting = [*statements][::-1]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _SCOPES):
            waiting += [*ast.iter_child_nodes(node)][::-1]


def _assigned(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr | None, ast.expr | None]]:
    """Targets with the annotation and the value that a statement gives them."""
    if isinstance(node, ast.AnnAssign):
        yield node.target, node.annotation, node.value
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            for one, value in pairs:
                yield one, None, value


def _bound(node: ast.AST) -> Iterator[dict[str, Any]]:
    match node:
        case ast.Assign() | ast.AnnAssign():
            for target, annotation, value in _assigned(node):
                how, source = ("assign", value) if annotation is None else ("annotation", annotation)
                yield from targets(target, how, source, []) if source is not None else ()
        case ast.For(target=target, iter=source) | ast.AsyncFor(target=target, iter=source):
            yield from targets(target, "for" if isinstance(node, ast.For) else "async_for", source, [])
        case ast.With(items=items) | ast.AsyncWith(items=items):
            how = "with" if isinstance(node, ast.With) else "async_with"
            for item in items:
                yield from targets(item.optional_vars, how, item.context_expr, [])
        case ast.NamedExpr(target=target, value=value):
            yield from targets(target, "assign", value, [])
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield {"name": name, "how": "function", "source": node}
        case ast.Import() | ast.ImportFrom():
            yield from _imported(node)


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[dict[str, Any]]:
    for one in node.names:
        if isinstance(node, ast.ImportFrom):
            origin = f"{'.' * node.level}{node.module or ''}:{one.name}"
            yield {"name": one.asname or one.name, "how": "import_from", "source": origin}
        else:
            module = one.name if one.asname else one.name.partition(".")[0]
            yield {"name": one.asname or module, "how": "import", "source": module}


def targets(
    target: ast.expr | None, how: str, source: str | ast.expr, index: list[int]
) -> list[dict[str, Any]]:
    """The bindings of an assignment's, a loop's or a comprehension's target."""
    if isinstance(target, ast.Name):
        return [{"name": target.id, "how": how, "source": source, "index": index}]
    found: list[dict[str, Any]] = []
    for number, one in enumerate(getattr(target, "elts", [])):
        if isinstance(one, ast.Starred):
            return [*found, *targets(one.value, "rest", source, index)]
        found += targets(one, how, source, [*index, number])
    return found
