"""Where annotations stand, and where their names are looked up.

Invariant: annotations that nobody evaluated yet are asked for their source only.
"""

from __future__ import annotations

import sys
from types import FunctionType

from .. import safe
from ..known import Value
from . import checking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..known import Known


class Scope:
    """Where the names of an annotation are looked up.

    Args:
        lookup: What a name means; `None` when it is unknown.
        receiver: What `Self` is.
        given: Names that stand for something known already.

    `variables` holds what type variables stand for, by their `id`; in a scope that
    `is_open` they stand for themselves.
    """

    __slots__ = ("depth", "given", "is_open", "lookup", "receiver", "variables")

    def __init__(
        self,
        lookup: Callable[[str], Known | None],
        receiver: Known | None = None,
        given: dict[str, Known | None] | None = None,
    ) -> None:
        self.lookup = lookup
        self.receiver = receiver
        self.given = given or {}
        self.depth = 0
        self.variables: dict[int, Known] = {}
        self.is_open = False

    def inner(self) -> Scope:
        """The same, for what stands inside."""
        scope = Scope(self.lookup, self.receiver, self.given)
        scope.depth = self.depth + 1
        scope.variables, scope.is_open = self.variables, self.is_open
        return scope


def scope_of(
    names: dict[str, Any], receiver: Known | None = None, inner: dict[str, Any] | None = None
) -> Scope:
    """The scope of annotations in a module, or in a class of it."""

    def lookup(name: str) -> Known | None:
        for layer in (inner or {}, names, vars(sys.modules["builtins"])):
            if (found := safe.entry(layer, name)) is not safe.MISSING:
                return Value(found)
        module = safe.entry(names, "__name__")
        found = checking.lookup(module, name) if type(module) is str else safe.MISSING
        return None if found is safe.MISSING else Value(found)

    return Scope(lookup, receiver)


def scope_of_function(function: FunctionType, receiver: Known | None = None) -> Scope:
    """The scope of a function's annotations."""
    return scope_of(function.__globals__, receiver)


def scope_of_class(cls: type, receiver: Known | None = None) -> Scope:
    """The scope of a class's annotations."""
    module = safe.loaded(safe.module_of(cls))
    return scope_of(safe.own_dict(module) if module is not None else {}, receiver, dict(safe.class_dict(cls)))


def of_function(function: FunctionType) -> dict[str, Any]:
    """The annotations of a function; from Python 3.14 on as source."""
    if sys.version_info >= (3, 14):
        return _as_source(function.__annotate__)
    found = function.__annotations__
    return found if type(found) is dict else {}


def of_class(cls: type) -> dict[str, Any]:
    """The annotations that stand in the body of one class."""
    names = safe.class_dict(cls)
    found = names.get("__annotations__")
    if sys.version_info >= (3, 14) and found is None:
        return _as_source(names.get("__annotate_func__"))
    return found if type(found) is dict else {}


def _as_source(annotate: Any) -> dict[str, Any]:
    """Annotations that nobody evaluated yet: names stand for themselves."""
    if type(annotate) is not FunctionType:
        return {}
    import annotationlib  # type: ignore[import-not-found,unused-ignore]

    found: dict[str, Any] = annotationlib.call_annotate_function(annotate, annotationlib.Format.STRING)
    return found
