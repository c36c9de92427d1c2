"""What calls, subscripts and operators in source give."""

from __future__ import annotations

import ast

from .. import safe
from ..annotations import annotated
from ..known import InputClass, Instance, Value, elements
from ..known.attributes import attribute
from ..known.facts import class_of, either, instance_of
from ..known.results import result
from . import calls
from .pieces import OPERATORS, without_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..known import Known
    from .reading import Reader


def call(reader: Reader, node: ast.Call, limit: int) -> Known | None:
    """What a call gives."""
    if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
        return _super(reader, limit)
    callee = reader.node(node.func, limit)
    if (told := calls.told(reader, callee, node, limit)) is not None:
        return told
    given = [reader.node(one, limit) for one in node.args]
    return calls.file(result(callee, given), node)


def _super(reader: Reader, limit: int) -> Known | None:
    for binding in reversed(reader.bindings[:limit]):
        if binding["how"] == "instance":
            owner = reader.name(binding["source"], limit)
            bases = owner.bases if type(owner) is InputClass else []
            return either([instance_of(base) for base in bases]) if bases else Instance(object)
    of = reader.name("__class__", limit)  # of a method that is read by its source
    outer = safe.mro(of.obj)[1:2] if type(of) is Value and safe.is_class(of.obj) else ()
    return either([Instance(base) for base in outer])


def item(reader: Reader, value: ast.expr, slice: ast.expr, limit: int) -> Known | None:
    """What a subscript gives."""
    of = reader.node(value, limit)
    if type(of) is Value and safe.is_class(of.obj) and not safe.find(type(of.obj), "__getitem__"):
        declared = annotated.of_source(ast.unparse(ast.Subscript(value, slice)), reader.scope(limit, None))
        return Value(declared.cls) if type(declared) is Instance else of
    sliced = isinstance(slice, ast.Slice)
    key = None if sliced or isinstance(slice, ast.Compare | ast.Tuple) else reader.node(slice, limit)
    return elements.item(of, key, sliced=sliced)


def operation(reader: Reader, node: ast.UnaryOp | ast.BinOp | ast.Compare, limit: int) -> Known | None:
    """What an operator gives."""
    match node:
        case ast.UnaryOp(op=ast.Not()):
            return Instance(bool)
        case ast.UnaryOp(operand=operand):
            return without_value(reader.node(operand, limit))
        case ast.Compare(left=left):
            return _comparison(reader.node(left, limit))
        case ast.BinOp():
            return _binary(reader, node, limit)


def _comparison(left: Known | None) -> Known | None:
    """Comparing arrays and columns gives others of the kind; else a truth."""
    library = safe.module_of(cls).partition(".")[0] if (cls := class_of(left)) is not None else ""
    return without_value(left) if library in ("numpy", "pandas") else Instance(bool)


def _binary(reader: Reader, node: ast.BinOp, limit: int) -> Known | None:
    """What an operator between two values gives."""
    left, right = reader.node(node.left, limit), reader.node(node.right, limit)
    kinds = (class_of(left), class_of(right))
    if safe.among(kinds[0], (int, bool)) and safe.among(kinds[1], (int, bool, float)):
        return Instance(float if isinstance(node.op, ast.Div) or kinds[1] is float else int)
    if kinds[0] is float:
        return Instance(float)
    name = OPERATORS.get(type(node.op), "")
    found = result(attribute(left, f"__{name}__"), [right])
    if found is None:
        found = result(attribute(right, f"__r{name}__"), [left])
    return found if found is not None else without_value(left)
