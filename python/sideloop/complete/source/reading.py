"""What an expression in source gives, read and not run.

Names mean what the input binds before them, else what the session's namespace holds.
"""

from __future__ import annotations

import ast

from .. import safe
from ..annotations import annotated, declarations, generics
from ..known import InputClass, InputInstance, Instance, Value
from ..known.attributes import attribute
from ..known.facts import either, instance_of
from ..known.postponed import imported, is_postponed
from ..known.promises import declared, is_empty
from ..known.protocols import awaited
from . import defined, inferred, operations
from .bindings import bound
from .bodies import REFUSED
from .displays import display

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..known import Known

_DEEPEST = 24


class Reader:
    """Reads expressions.

    Args:
        lookup: The value of a name of the namespace; raises `KeyError`.
        bindings: What the input binds, as the prompt sends it.
        deep: Whether more than names and attributes of live objects is looked at.
        receiver: Whose method the expressions stand in, for the type variables in annotations.
    """

    def __init__(
        self,
        lookup: Callable[[str], Any],
        bindings: list[dict[str, Any]],
        deep: bool = True,
        receiver: Known | None = None,
    ) -> None:
        self.lookup = lookup
        self.bindings = bindings
        self._deep = deep
        self._receiver = receiver
        self._depth = 0

    def inside(self, limit: int, bindings: list[dict[str, Any]]) -> Reader:
        """The same behind the first `limit` bindings and some more, as in a comprehension."""
        inner = Reader(self.lookup, [*self.bindings[:limit], *bindings], self._deep, self._receiver)
        inner._depth = self._depth
        return inner

    def known(self, source: str) -> Known | None:
        """What is known of an expression's value."""
        return self.source(source, len(self.bindings))

    def declared(self, annotation: str) -> Known | None:
        """What an annotation says."""
        return self.annotation(annotation, len(self.bindings))

    def promised(self, source: str) -> Known | None:
        """What annotations say of a name or attribute, whatever it is now; else what is known of it."""
        known = self.known(source)
        owner, _, name = source.rpartition(".")
        if type(known) is Value and name.isidentifier():
            told = declared(self.known(owner), name) if owner else self._promised(name)
            return told if told is not None else known
        return known

    def source(self, source: str | ast.expr, limit: int) -> Known | None:
        """What is known of an expression's value, with the bindings before `limit`."""
        if isinstance(source, ast.expr):
            return self.node(source, limit)
        try:
            tree = ast.parse(f"({source}\n)", mode="eval").body  # over several lines perhaps
        except REFUSED:
            return None
        return self.node(tree, limit)

    def node(self, node: ast.expr, limit: int) -> Known | None:
        """What is known of a tree, with the bindings before `limit`."""
        if self._depth > _DEEPEST or not inferred.spend():
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
                return attribute(self.node(value, limit), name)
            case ast.Constant(value=value):
                return Value(value)
        return self._deeper(node, limit) if self._deep else None

    def _deeper(self, node: ast.expr, limit: int) -> Known | None:
        match node:
            case ast.Call():
                return operations.call(self, node, limit)
            case ast.Subscript(value=value, slice=slice):
                return operations.item(self, value, slice, limit)
            case ast.Await(value=value):
                return awaited(self.node(value, limit))
            case ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.node(value, limit)
            case ast.BoolOp(values=values):
                return either([self.node(value, limit) for value in values])
            case ast.IfExp(body=body, orelse=orelse):
                return either([self.node(body, limit), self.node(orelse, limit)])
            case ast.UnaryOp() | ast.BinOp() | ast.Compare():
                return operations.operation(self, node, limit)
        return display(self, node, limit)

    def member(self, known: InputClass | InputInstance, name: str) -> Known | None:
        """What `known.name` is, of a class that this reader's bindings define."""
        cls = known.of if isinstance(known, InputInstance) else known
        number = cls.members.get(name)
        if number is not None:
            found = self._bound(number, known)
            if known is cls and self.bindings[number]["how"] == "assign" and defined.is_enumeration(cls):
                return InputInstance(cls)
            if found is not None:
                return found
        for base in cls.bases:
            owner = instance_of(base) if type(known) is InputInstance else base
            if (inherited := attribute(owner, name)) is not None:
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
            value = self.lookup(name)
        except KeyError:
            return None
        if is_postponed(value):
            return imported(name, value)
        told = self._promised(name) if is_empty(value) or type(value) is dict else None
        if type(told) is Instance and "__total__" in safe.class_dict(told.cls):
            return either([Value(value), told])
        return (told if is_empty(value) else None) or Value(value)

    def _promised(self, name: str) -> Known | None:
        """What the namespace's annotations say of a name; more than an empty list does."""
        try:
            declared = safe.entry(self.lookup("__annotations__"), name)
        except KeyError:
            return None
        if declared is safe.MISSING:
            return None
        return annotated.meaning(declared, self.scope(0, None))

    def _bound(self, number: int, receiver: Known | None) -> Known | None:
        """What a binding gives its name."""
        if self._depth > _DEEPEST:
            return None
        self._depth += 1
        try:
            return bound(self, number, receiver)
        finally:
            self._depth -= 1

    def annotation(self, source: str | ast.expr, limit: int, receiver: Known | None = None) -> Known | None:
        """What an annotation says that stands behind the first `limit` bindings."""
        read = annotated.of_node if isinstance(source, ast.expr) else annotated.of_source
        return read(source, self.scope(limit, receiver))  # type: ignore[arg-type]

    def scope(self, limit: int, receiver: Known | None) -> declarations.Scope:
        """Where names of annotations are looked up there."""
        receiver = receiver if receiver is not None else self._receiver
        scope = declarations.Scope(lambda name: self.name(name, limit), receiver)
        scope.variables = generics.of_receiver(receiver)
        if type(receiver) is InputInstance:
            scope.given = receiver.variables
        return scope
