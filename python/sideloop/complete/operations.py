"""What calls, subscripts and operators in source give."""

from __future__ import annotations

import ast

from . import annotated, elements, safe
from .known import Definition, InputClass, Instance, Value, class_of, coroutine, either, instance_of
from .results import result
from .sources import OPERATORS, named_tuple, opened, text_file, without_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .known import Known
    from .reading import Reader


def call(reader: Reader, node: ast.Call, limit: int) -> Known | None:
    """What a call gives."""
    if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
        return _super(reader, limit)
    callee = reader.node(node.func, limit)
    if type(callee) is Definition:
        return _returned(reader, callee)
    if (made := named_tuple(callee, node)) is not None:
        return made
    given = [reader.node(one, limit) for one in node.args]
    found = result(callee, given)
    return opened(found, node) if class_of(found) is text_file() else found


def _super(reader: Reader, limit: int) -> Known | None:
    for binding in reversed(reader.bindings[:limit]):
        if binding["how"] == "instance":
            owner = reader.name(binding["source"], limit)
            bases = owner.bases if type(owner) is InputClass else []
            return either([instance_of(base) for base in bases]) if bases else Instance(object)
    return None


def _returned(reader: Reader, definition: Definition) -> Known | None:
    """What a function of the input returns."""
    node = definition.node
    if node.returns is None:
        only = node.body[0]
        value = only.value if isinstance(only, ast.Return) else None
        return reader.node(value, definition.limit) if value else None
    known = annotated.of_node(node.returns, reader.scope(definition.limit, definition.receiver))
    return coroutine(known) if isinstance(node, ast.AsyncFunctionDef) else known


def item(reader: Reader, value: ast.expr, slice: ast.expr, limit: int) -> Known | None:
    """What a subscript gives."""
    of = reader.node(value, limit)
    if type(of) is Value and safe.is_class(of.obj) and not safe.find(type(of.obj), "__getitem__"):
        declared = annotated.of_source(ast.unparse(ast.Subscript(value, slice)), reader.scope(limit, None))
        return Value(declared.cls) if type(declared) is Instance else of
    sliced = isinstance(slice, ast.Slice)
    key = None if sliced or isinstance(slice, ast.Compare | ast.Tuple) else reader.node(slice, limit)
    return elements.item(of, key, sliced=sliced)


def operation(reader: Reader, node: ast.BinOp, limit: int) -> Known | None:
    """What an operator between two values gives."""
    left, right = reader.node(node.left, limit), reader.node(node.right, limit)
    kinds = (class_of(left), class_of(right))
    if safe.among(kinds[0], (int, bool)) and safe.among(kinds[1], (int, bool, float)):
        return Instance(float if isinstance(node.op, ast.Div) or kinds[1] is float else int)
    if kinds[0] is float:
        return Instance(float)
    name = OPERATORS.get(type(node.op), "")
    found = result(reader.attribute(left, f"__{name}__"), [right])
    if found is None:
        found = result(reader.attribute(right, f"__r{name}__"), [left])
    return found if found is not None else without_value(left)
