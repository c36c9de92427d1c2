"""The one hook of the user's that may be called: `__dir__`, which is made for that.

It cannot be interrupted. So what is known without it is told before, and a class whose
`__dir__` was slow once, or raised, is not asked again.
"""

from __future__ import annotations

import time
import types

from . import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_BUDGET = 0.05  # seconds
_too_slow: list[type] = []
_quick: list[type] = []


def has_dir(obj: object) -> bool:
    """Whether an object has a `__dir__` of its own, by its class or, for a module, by itself."""
    kind = type(obj)
    if not safe.is_module(obj):
        return safe.has_hook(kind, "__dir__", object, type)
    own = safe.entry(safe.own_dict(obj), "__dir__") is not safe.MISSING
    asks = safe.has_hook(kind, "__getattribute__", types.ModuleType)
    return (kind is not types.ModuleType or own) and not asks


def call_dir(obj: object, before: Callable[[], None], log: Callable[[BaseException], None]) -> list[str]:
    """The names that a `__dir__` says.

    Args:
        obj: An object that has one.
        before: Called first, where nobody knows how long it will take.
        log: Takes what it raised.
    """
    kind = type(obj)
    if safe.among(kind, _too_slow):
        return []
    is_new = not safe.is_module(obj) and not safe.among(kind, _quick)
    if is_new:
        before()
    began = time.perf_counter()
    try:
        names = safe.strings(dir(obj))
    except Exception as error:
        if is_new:
            _too_slow.append(kind)
        log(error)
        return []
    if is_new:
        (_too_slow if time.perf_counter() - began > _BUDGET else _quick).append(kind)
    return [name for name in names if name.isidentifier()]
