"""What an annotation says: from live objects of `typing`, and from source.

Invariant: names, attributes and subscripts of annotations are looked up; a call in one
is never made.
"""

from __future__ import annotations

from functools import partial
from types import GenericAlias, ModuleType

from .. import safe
from ..known import InputClass, InputInstance, Instance, Value, Variable
from ..known.facts import either, instance_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Sequence
    from typing import Any

    from ..known import Known
    from .declarations import Scope

_UNION = type(int | str)
_DEEPEST = 12
_TRANSPARENT = ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "Annotated", "InitVar")
_UNKNOWN = ("Any", "NoReturn", "Never", "TypeAlias", "Protocol", "Generic")


def meaning(annotation: Any, scope: Scope) -> Known | None:
    """What an annotation, a live object, says of a value."""
    if scope.depth > _DEEPEST:
        return None
    inner = scope.inner()
    kind = type(annotation)
    if annotation is None:
        return Instance(type(None))
    if kind is str:
        return of_source(annotation, inner)
    if safe.is_class(annotation):
        return _of_class(annotation)
    if kind is GenericAlias:
        return _generic(annotation.__origin__, annotation.__args__, inner)
    if kind is _UNION:
        return either([meaning(one, inner) for one in annotation.__args__])
    if safe.is_from(kind, "typing", "typing_extensions"):
        return _of_typing(annotation, kind, inner)
    return None


def _of_class(cls: Any) -> Known | None:
    vague = cls is object or (safe.module_of(cls) == "typing" and safe.name_of(cls) in _UNKNOWN)
    return None if vague else Instance(cls)


def _of_typing(annotation: Any, kind: type, scope: Scope) -> Known | None:
    match safe.name_of(kind):
        case "TypeVar":
            return _variable(annotation, scope)
        case "ForwardRef":
            source = safe.field(annotation, "__forward_arg__")
            return of_source(source, scope) if type(source) is str else None
        case "NewType":
            return meaning(safe.field(annotation, "__supertype__"), scope)
    args, origin = safe.field(annotation, "__args__"), safe.field(annotation, "__origin__")
    if origin is safe.MISSING:
        return scope.receiver if special(annotation) == "Self" else None
    if safe.name_of(kind) == "_AnnotatedAlias":
        return meaning(origin, scope)
    if args is safe.MISSING:
        return _of_class(origin) if safe.is_class(origin) else None
    return _generic(origin, args, scope)


def special(form: object) -> str:
    """The name of a special form such as `typing.Optional`, of an alias such as `typing.List`; or empty."""
    kind = type(form)
    if kind is not type and safe.module_of(kind) in ("typing", "typing_extensions"):
        name = safe.field(form, "_name")
        return name if type(name) is str else ""
    if safe.is_class(form) and safe.module_of(form) in ("typing", "typing_extensions"):
        return safe.name_of(form)
    return ""


def _variable(variable: Any, scope: Scope) -> Known | None:
    """A type variable: what it stands for in the scope, or its bound."""
    if scope.is_open:
        return Variable(variable)
    if (found := scope.variables.get(id(variable))) is not None:
        return found
    if getattr(variable, "__infer_variance__", False):
        return None  # `class A[T: bound]`: asking for the bound would evaluate it
    return meaning(variable.__bound__, scope) if variable.__bound__ is not None else None


def _generic(origin: Any, args: Sequence[Any], scope: Scope) -> Known | None:
    if special(origin) == "Literal":
        return literal(list(args))
    return subscripted(origin, [partial(meaning, one, scope) for one in args])


def literal(values: list[Any]) -> Known | None:
    """What `Literal[values]` says."""
    plain = tuple(value for value in values if safe.among(type(value), (str, bytes, int, bool)))
    kinds = {type(value) for value in plain}
    if len(kinds) == 1:
        return Instance(type(plain[0]), (), plain)
    return either([Instance(kind, (), tuple(one for one in plain if type(one) is kind)) for kind in kinds])


def subscripted(origin: Any, args: list[Callable[[], Known | None]]) -> Known | None:
    """What `origin[args]` says, where it is not `Literal`."""
    name = special(origin)
    if origin is type or name == "Type":
        inner = args[0]() if args else None
        if type(inner) is Variable:
            return Instance(type, (inner,))
        return Value(inner.cls) if type(inner) is Instance else None
    if name in ("Union", "Optional"):
        return either([one() for one in args])
    if name in _TRANSPARENT or name == "Unpack":
        return args[0]() if args else None
    if name == "Concatenate" or name in _UNKNOWN:
        return None
    if not safe.is_class(origin):
        origin = safe.field(origin, "__origin__")
    return Instance(origin, tuple(one() for one in args)) if safe.is_class(origin) else None


def of_source(source: str, scope: Scope) -> Known | None:
    """What an annotation in source says."""
    import ast

    try:
        return of_node(ast.parse(source.strip(), mode="eval").body, scope)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def of_node(node: ast.expr, scope: Scope) -> Known | None:
    """The same of a tree."""
    import ast

    if scope.depth > _DEEPEST:
        return None
    inner = scope.inner()
    match node:
        case ast.Constant(value=None):
            return Instance(type(None))
        case ast.Constant(value=str(source)):
            return of_source(source, inner)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return either([of_node(left, inner), of_node(right, inner)])
        case ast.Tuple(elts=elements):
            return either([of_node(one, inner) for one in elements])
        case ast.Name(id=name) if name in scope.given:
            return scope.given[name]
        case ast.Name() | ast.Attribute():
            found = named(node, inner)
            if type(found) is Value and not safe.is_class(found.obj):
                return meaning(found.obj, inner)
            return _of_class(found.obj) if type(found) is Value else instance_of(found) or found
        case ast.Subscript(value=origin, slice=slice):
            return _subscript(named(origin, inner), slice, inner)
    return None


def _subscript(origin: Known | None, slice: ast.expr, scope: Scope) -> Known | None:
    import ast

    args = slice.elts if isinstance(slice, ast.Tuple) else [slice]
    if type(origin) is InputClass:
        return InputInstance(
            origin, dict(zip(origin.parameters, (of_node(one, scope) for one in args), strict=False))
        )
    if type(origin) is not Value:
        return instance_of(origin) or origin
    if special(origin.obj) == "Literal":
        return literal([one.value for one in args if isinstance(one, ast.Constant)])
    if special(origin.obj) == "Annotated":
        args = args[:1]
    flat = [each for one in args for each in (one.elts if isinstance(one, ast.List) else [one])]
    return subscripted(origin.obj, [partial(of_node, one, scope) for one in flat])


def named(node: ast.expr, scope: Scope) -> Known | None:
    """What a dotted name in an annotation means."""
    import ast

    if isinstance(node, ast.Name):
        return scope.lookup(node.id)
    if isinstance(node, ast.Attribute):
        owner = named(node.value, scope)
        if type(owner) is Value and (safe.is_class(owner.obj) or type(owner.obj) is ModuleType):
            found = safe.entry(safe.own_dict(owner.obj), node.attr)
            return None if found is safe.MISSING else Value(found)
    return None
