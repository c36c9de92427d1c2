"""Classes that a text defines: what constructing, iterating and indexing them gives."""

from __future__ import annotations

import ast

from .. import preview, safe
from ..known import Definition, InputClass, InputInstance, Instance, Value
from ..known.attributes import attribute
from ..known.facts import either
from .bodies import REFUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..known import Known
    from .reading import Reader


def of_binding(reader: Reader, number: int) -> InputClass:
    """The class that a binding defines."""
    binding = reader.bindings[number]
    name = binding["name"]
    try:
        call = ast.parse(f"f({binding['source']})", mode="eval").body
    except REFUSED:
        call = None
    bases = call.args if isinstance(call, ast.Call) else []
    members = {
        one["name"][len(name) + 1 :]: place
        for place, one in enumerate(reader.bindings)
        if one["name"].startswith(name + ".")
    }
    parameters = [each.id for base in bases for each in _arguments(base) if isinstance(each, ast.Name)]
    known = [reader.node(base, number) for base in bases]
    return InputClass(name, reader, known, members, tuple(dict.fromkeys(parameters)))


def _arguments(base: ast.expr) -> list[ast.expr]:
    """What stands in the brackets behind a base."""
    if not isinstance(base, ast.Subscript):
        return []
    return base.slice.elts if isinstance(base.slice, ast.Tuple) else [base.slice]


def is_enumeration(cls: InputClass) -> bool:
    """Whether the values in a class's body are members."""
    return any(type(one) is Value and preview.is_enumeration(one.obj) for one in cls.bases)


def fields(cls: InputClass) -> list[str]:
    """What the annotations in a class's body declare, in their order."""
    return [
        name for name, number in cls.members.items() if cls.reader.bindings[number]["how"] == "annotation"
    ]


def made(cls: InputClass, given: list[Known | None]) -> InputInstance:
    """An instance that is made of these positional arguments, with what its type variables stand for then."""
    variables: dict[str, Known | None] = {}
    for annotation, known in zip(_taken(cls) if cls.parameters else [], given, strict=False):
        _solve(annotation, known, cls.parameters, variables)
    return InputInstance(cls, variables)


def _taken(cls: InputClass) -> list[ast.expr | None]:
    """The annotations of the positional parameters; of a dataclass, those of its fields."""
    init = attribute(cls, "__init__")
    if type(init) is Definition:
        return [one.annotation for one in [*init.node.args.posonlyargs, *init.node.args.args][1:]]
    return [_parsed(cls.reader.bindings[cls.members[name]]["source"]) for name in fields(cls)]


def _parsed(source: Any) -> ast.expr | None:
    if type(source) is not str:
        return source if isinstance(source, ast.expr) else None
    try:
        return ast.parse(source, mode="eval").body
    except REFUSED:
        return None


def _solve(
    annotation: ast.expr | None,
    known: Known | None,
    parameters: tuple[str, ...],
    variables: dict[str, Known | None],
) -> None:
    """What variables stand for, by an annotation and what is given for it: `T`, or a container of `T`."""
    from ..known.elements import element

    match annotation:
        case ast.Name(id=name) if name in parameters and known is not None:
            is_text = type(known) is Value and safe.among(type(known.obj), (str, int, float, bool, bytes))
            variables.setdefault(name, Instance(type(known.obj)) if is_text else known)  # type: ignore[union-attr]
        case ast.Subscript(slice=ast.Name() as inner):
            _solve(inner, element(known), parameters, variables)


def element(known: InputClass | InputInstance) -> Known | None:
    """What `for` over a named tuple or an enumeration gives; of others the caller asks `__iter__`."""
    if isinstance(known, InputClass):
        return InputInstance(known) if is_enumeration(known) else None
    if not _is_named_tuple(known.of):
        return None
    return either([attribute(known, name) for name in fields(known.of)])


def item(known: InputClass | InputInstance, key: object) -> Known | None:
    """A member of an enumeration, a field of a named tuple, an entry of a `TypedDict`."""
    if isinstance(known, InputClass):
        return InputInstance(known) if is_enumeration(known) and type(key) is str else known
    names = fields(known.of)
    if type(key) is int and _is_named_tuple(known.of) and -len(names) <= key < len(names):
        return attribute(known, names[key])
    if type(key) is str and is_typed_dict(known.of) and key in names:
        return attribute(known, key)
    return None


def _is_named_tuple(cls: InputClass) -> bool:
    typing = safe.loaded("typing")
    root = safe.own_dict(typing).get("NamedTuple") if typing is not None else None
    return any(type(one) is Value and one.obj is root for one in cls.bases)


def is_typed_dict(cls: InputClass) -> bool:
    """Whether its instances are dicts with the keys that it declares."""
    typing = safe.loaded("typing")
    root = safe.own_dict(typing).get("TypedDict") if typing is not None else None
    return any(
        type(one) is Value
        and (one.obj is root or (safe.is_class(one.obj) and "__total__" in safe.class_dict(one.obj)))
        for one in cls.bases
    )
