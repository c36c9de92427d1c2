"""Values and annotations in words: their source, on one short line.

Invariant: only objects of exactly the builtin types are printed.
"""

from __future__ import annotations

import types

from . import safe
from .annotations import annotated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WIDTH = 40
"""Characters of a preview, at most."""

PLAIN = (bool, int, float, complex, str, bytes, type(None), type(...))
"""Classes whose values say what they are."""

_LONGEST = 100_000  # bits of a number that is worth printing


def cut(text: str) -> str:
    """One line of at most `WIDTH` characters."""
    if len(text) <= WIDTH and text.isprintable():
        return text
    line = " ".join(text[: 4 * WIDTH].split())
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "\N{HORIZONTAL ELLIPSIS}"


def short(value: Any) -> str:
    """The `repr` of a plain value, made of no more than what is shown."""
    if type(value) is int and value.bit_length() > _LONGEST:
        return "int"
    return cut(repr(value[:WIDTH] if safe.among(type(value), (str, bytes)) else value))


def annotation(declared: object) -> str:
    """An annotation as source; empty when it is an object of no known kind."""
    kind = type(declared)
    if declared is None or kind is str:
        return str(declared)
    if declared is ...:
        return "..."
    if safe.is_class(declared):
        return safe.qualname_of(declared)
    if kind is list:
        return f"[{', '.join(map(annotation, declared))}]"  # type: ignore[call-overload]
    if kind is types.GenericAlias:
        return _generic(declared.__origin__, declared.__args__)  # type: ignore[attr-defined]
    if kind is type(int | str):
        return " | ".join(map(annotation, declared.__args__))  # type: ignore[attr-defined]
    if safe.is_from(kind, "typing", "typing_extensions"):
        return _of_typing(declared, kind)
    return short(declared) if safe.among(kind, PLAIN) else ""


def _of_typing(declared: Any, kind: type) -> str:
    for name in ("__name__", "__forward_arg__", "_name"):
        found = safe.field(declared, name)
        args = safe.field(declared, "__args__")
        if type(found) is str and args is safe.MISSING:
            return found
    args, origin = safe.field(declared, "__args__"), safe.field(declared, "__origin__")
    if safe.name_of(kind) in ("TypeVar", "ParamSpec", "TypeVarTuple"):
        return safe.text(declared.__name__)
    if origin is safe.MISSING or args is safe.MISSING:
        return annotated.special(declared)
    if annotated.special(origin) == "Union":
        return " | ".join(map(annotation, args))
    if safe.name_of(kind) == "_AnnotatedAlias":
        return annotation(origin)
    return _generic(origin, args)


def _generic(origin: Any, args: tuple[Any, ...]) -> str:
    name = safe.qualname_of(origin) if safe.is_class(origin) else annotated.special(origin)
    return f"{name}[{', '.join(map(annotation, args))}]"
