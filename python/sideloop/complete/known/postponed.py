"""What a `lazy import` binds (Python 3.15, PEP 810), without importing it."""

from __future__ import annotations

import types

from .attributes import attribute, module_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Known

_LAZY: type | None = getattr(types, "LazyImportType", None)


def is_postponed(value: object) -> bool:
    """Whether a value stands for an import that nobody has used yet."""
    return _LAZY is not None and type(value) is _LAZY


def imported(name: str, value: object) -> Known | None:
    """What a name of such a value will be.

    The value tells its module, or module and attribute, in its `repr` only: `<lazy_import 'a.b'>`.
    """
    top, *rest = repr(value).split("'")[1].split(".")
    known = module_named(top)
    if name == top:  # `lazy import a.b` binds `a`
        return known
    for part in rest:
        known = attribute(known, part)
    return known
