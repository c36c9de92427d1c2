"""What an expression in source gives, read and not run.

Names mean what the input binds before them, else what the session's namespace holds.
"""

from __future__ import annotations

import ast

from . import annotated, declarations, elements, preview, safe
from .attributes import attribute, declared, is_empty
from .known import (
    Definition,
    Either,
    InputClass,
    InputInstance,
    Instance,
    Value,
    class_of,
    coroutine,
    either,
    generator,
    instance_of,
)
from .results import result
from .sources import (
    OPERATORS,
    REFUSED,
    as_function,
    definition,
    imported,
    module,
    named_tuple,
    opened,
    targets,
    text_file,
    without_value,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .known import Known

_DEEPEST = 24
_LITERALS: dict[type, type] = {
    ast.JoinedStr: str,
    ast.ListComp: list,
    ast.SetComp: set,
    ast.DictComp: dict,
    ast.Compare: bool,
}


def _is_enumeration(cls: InputClass) -> bool:
    """Whether the values in a class's body are members."""
    return any(type(one) is Value and preview.is_enumeration(one.obj) for one in cls.bases)


class Reader:
    """Reads expressions.

    Args:
        lookup: The value of a name of the namespace; raises `KeyError`.
        bindings: What the input binds, as the prompt sends it.
        deep: Whether more than names and attributes of live objects is looked at.
    """

    def __init__(
        self, lookup: Callable[[str], Any], bindings: list[dict[str, Any]], deep: bool = True
    ) -> None:
        self._lookup = lookup
        self.bindings = bindings
        self._deep = deep
        self._depth = 0

    def known(self, source: str) -> Known | None:
        """What is known of an expression's value."""
        return self._source(source, len(self.bindings))

    def declared(self, annotation: str) -> Known | None:
        """What an annotation says."""
        return self._annotation(annotation, len(self.bindings))

    def promised(self, source: str) -> Known | None:
        """What annotations say of a name or attribute, whatever it is now; else what is known of it."""
        known = self.known(source)
        owner, _, name = source.rpartition(".")
        if type(known) is Value and name.isidentifier():
            told = declared(self.known(owner), name) if owner else self._promised(name)
            return told if told is not None else known
        return known

    def _source(self, source: str, limit: int) -> Known | None:
        try:
            tree = ast.parse(source.strip(), mode="eval").body
        except REFUSED:
            return None
        return self.node(tree, limit)

    def node(self, node: ast.expr, limit: int) -> Known | None:
        """What is known of a tree, with the bindings before `limit`."""
        if self._depth > _DEEPEST:
            return None
        self._depth += 1
        try:
            return self._node(node, limit)
        finally:
            self._depth -= 1

    def _node(self, node: ast.expr, limit: int) -> Known | None:
        match node:
            case ast.Name(id=name):
                return self.name(name, limit)
            case ast.Attribute(value=value, attr=name):
                return self.attribute(self.node(value, limit), name)
            case ast.Constant(value=value):
                return Value(value)
        return self._deeper(node, limit) if self._deep else None

    def _deeper(self, node: ast.expr, limit: int) -> Known | None:
        match node:
            case ast.Call():
                return self._call(node, limit)
            case ast.Subscript(value=value, slice=slice):
                return self._item(value, slice, limit)
            case ast.Await(value=value):
                return elements.awaited(self.node(value, limit))
            case ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.node(value, limit)
            case ast.BoolOp(values=values):
                return either([self.node(value, limit) for value in values])
            case ast.IfExp(body=body, orelse=orelse):
                return either([self.node(body, limit), self.node(orelse, limit)])
            case ast.UnaryOp(op=ast.Not()):
                return Instance(bool)
            case ast.UnaryOp(operand=operand):
                return without_value(self.node(operand, limit))
            case ast.BinOp():
                return self._operation(node, limit)
        return self._display(node, limit)

    def _display(self, node: ast.expr, limit: int) -> Known | None:
        match node:
            case ast.List(elts=parts):
                return Instance(list, self._first(parts, limit))
            case ast.Set(elts=parts):
                return Instance(set, self._first(parts, limit))
            case ast.Tuple(elts=parts):
                return Instance(tuple, tuple(self.node(one, limit) for one in parts))
            case ast.Dict(keys=keys, values=values):
                return Instance(
                    dict, self._first([one for one in keys if one], limit) + self._first(values, limit)
                )
            case ast.ListComp(elt=elt, generators=clauses) | ast.SetComp(elt=elt, generators=clauses):
                return Instance(_LITERALS[type(node)], (self._in_comprehension(clauses, limit)(elt),))
            case ast.GeneratorExp(elt=elt, generators=clauses):
                return generator(self._in_comprehension(clauses, limit)(elt))
            case ast.DictComp(key=key, value=value, generators=clauses):
                inside = self._in_comprehension(clauses, limit)
                return Instance(dict, (inside(key), inside(value)))
            case ast.Lambda(args=arguments, body=body):
                return Definition(as_function(arguments, body), limit, None)
        kind = _LITERALS.get(type(node))
        return Instance(kind) if kind is not None else None

    def _first(self, parts: list[ast.expr], limit: int) -> tuple[Known | None, ...]:
        return (self.node(parts[0], limit),) if parts else ()

    def _in_comprehension(
        self, clauses: list[ast.comprehension], limit: int
    ) -> Callable[[ast.expr], Known | None]:
        """Reads an expression with the targets of a comprehension."""
        inner = Reader(self._lookup, self.bindings[:limit], self._deep)
        inner._depth = self._depth
        for clause in clauses:
            how = "async_for" if clause.is_async else "for"
            inner.bindings = [*inner.bindings, *targets(clause.target, how, ast.unparse(clause.iter), [])]
        return lambda node: inner.node(node, len(inner.bindings))

    def _call(self, node: ast.Call, limit: int) -> Known | None:
        if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
            return self._super(limit)
        callee = self.node(node.func, limit)
        if type(callee) is Definition:
            return self._returned(callee)
        if (made := named_tuple(callee, node)) is not None:
            return made
        given = [self.node(one, limit) for one in node.args]
        found = result(callee, given)
        return opened(found, node) if class_of(found) is text_file() else found

    def _super(self, limit: int) -> Known | None:
        for binding in reversed(self.bindings[:limit]):
            if binding["how"] == "instance":
                owner = self.name(binding["source"], limit)
                bases = owner.bases if type(owner) is InputClass else []
                return either([instance_of(base) for base in bases]) if bases else Instance(object)
        return None

    def _returned(self, definition: Definition) -> Known | None:
        """What a function of the input returns."""
        node = definition.node
        if node.returns is None:
            only = node.body[0]
            value = only.value if isinstance(only, ast.Return) else None
            return self.node(value, definition.limit) if value else None
        known = annotated.of_node(node.returns, self._scope(definition.limit, definition.receiver))
        return coroutine(known) if isinstance(node, ast.AsyncFunctionDef) else known

    def _item(self, value: ast.expr, slice: ast.expr, limit: int) -> Known | None:
        of = self.node(value, limit)
        if type(of) is Value and safe.is_class(of.obj) and not safe.find(type(of.obj), "__getitem__"):
            declared = annotated.of_source(ast.unparse(ast.Subscript(value, slice)), self._scope(limit, None))
            return Value(declared.cls) if type(declared) is Instance else of
        sliced = isinstance(slice, ast.Slice)
        key = None if sliced or isinstance(slice, ast.Compare | ast.Tuple) else self.node(slice, limit)
        return elements.item(of, key, sliced=sliced)

    def _operation(self, node: ast.BinOp, limit: int) -> Known | None:
        left, right = self.node(node.left, limit), self.node(node.right, limit)
        kinds = (class_of(left), class_of(right))
        if safe.among(kinds[0], (int, bool)) and safe.among(kinds[1], (int, bool, float)):
            return Instance(float if isinstance(node.op, ast.Div) or kinds[1] is float else int)
        if kinds[0] is float:
            return Instance(float)
        name = OPERATORS.get(type(node.op), "")
        found = result(self.attribute(left, f"__{name}__"), [right])
        if found is None:
            found = result(self.attribute(right, f"__r{name}__"), [left])
        return found if found is not None else without_value(left)

    def attribute(self, known: Known | None, name: str) -> Known | None:
        """What `known.name` is, also of a class of the input."""
        if type(known) is Either:
            return either([self.attribute(one, name) for one in known.options])
        if not isinstance(known, InputClass | InputInstance):
            return attribute(known, name)
        cls = known.of if isinstance(known, InputInstance) else known
        number = cls.members.get(name)
        if number is not None:
            found = self._bound(number, known)
            if known is cls and self.bindings[number]["how"] == "assign" and _is_enumeration(cls):
                return InputInstance(cls)
            if found is not None:
                return found
        for base in cls.bases:
            owner = instance_of(base) if type(known) is InputInstance else base
            if (inherited := self.attribute(owner, name)) is not None:
                return inherited
        return None

    def name(self, name: str, limit: int) -> Known | None:
        """What a name means to the text behind the first `limit` bindings."""
        for number in range(limit - 1, -1, -1):
            if self.bindings[number]["name"] == name:
                known = self._bound(number, None)
                if known is not None or self.bindings[number]["how"] == "annotation":
                    return known
        try:
            value = self._lookup(name)
        except KeyError:
            return None
        return (self._promised(name) if is_empty(value) else None) or Value(value)

    def _promised(self, name: str) -> Known | None:
        """What the namespace's annotations say of a name; more than an empty list does."""
        try:
            declared = safe.entry(self._lookup("__annotations__"), name)
        except KeyError:
            return None
        if declared is safe.MISSING:
            return None
        return annotated.meaning(declared, self._scope(0, None))

    def _bound(self, number: int, receiver: Known | None) -> Known | None:
        """What a binding gives its name."""
        binding = self.bindings[number]
        source, how = binding["source"], binding["how"]
        if self._depth > _DEEPEST:
            return None
        self._depth += 1
        try:
            match how:
                case "import":
                    return module(source)
                case "import_from":
                    return imported(source, self._home())
                case "function":
                    name = binding["name"].rpartition(".")[2]
                    return definition(name, source, number + (receiver is None), receiver)
                case "class":
                    return self._class(number)
                case "instance":
                    return instance_of(self.name(source, number))
            return elements.part(self._sourced(how, source, number, receiver), binding.get("index") or [])
        finally:
            self._depth -= 1

    def _home(self) -> str:
        """The package that relative imports start from."""
        try:
            home = self._lookup("__package__")
        except KeyError:
            return ""
        return home if type(home) is str else ""

    def _sourced(self, how: str, source: str, number: int, receiver: Known | None) -> Known | None:
        match how:
            case "annotation":
                return self._annotation(source, len(self.bindings), receiver) if source else None
            case "narrow" | "except":
                return self._annotation(source, number)
        known = self._source(source, number)
        match how:
            case "for":
                return elements.element(known)
            case "async_for":
                return elements.async_element(known)
            case "with":
                return elements.entered(known)
            case "async_with":
                return elements.async_entered(known)
        return known

    def _annotation(self, source: str, limit: int, receiver: Known | None = None) -> Known | None:
        return annotated.of_source(source, self._scope(limit, receiver))

    def _scope(self, limit: int, receiver: Known | None) -> declarations.Scope:
        return declarations.Scope(lambda name: self.name(name, limit), receiver)

    def _class(self, number: int) -> InputClass:
        binding = self.bindings[number]
        name = binding["name"]
        try:
            call = ast.parse(f"f({binding['source']})", mode="eval").body
        except REFUSED:
            call = None
        bases = call.args if isinstance(call, ast.Call) else []
        members = {
            one["name"][len(name) + 1 :]: place
            for place, one in enumerate(self.bindings)
            if one["name"].startswith(name + ".")
        }
        return InputClass(name, [self.node(base, number) for base in bases], members)
