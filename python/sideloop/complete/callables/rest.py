"""The keyword arguments that a function takes by `**kwargs`, by its code or by what it hands them to."""

from __future__ import annotations

import types

from .. import safe
from ..known import Method, Value
from ..known.facts import class_of, function_of
from .parameters import KEYWORD, KEYWORDS, ONLY, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..known import Known

_KEYWORDS = 8  # CO_VARKEYWORDS
_LONGEST = 4_000  # bytes of code that is looked through
_TAKING = ("pop", "get", "setdefault")
_HANDED = {
    "popenargs": ("subprocess", "Popen"),
    "add_argument": ("argparse", "Action"),
    "add_subparsers": ("argparse", "_SubParsersAction"),
}
_CALLABLES = ("func", "function", "fn", "callable", "callback")
_ELSEWHERE = {("argparse", "add_argument"): ("action",)}
"""Keywords that a function of the standard library hands to another one, which looks them up."""


def taken(callee: Known | None) -> list[dict[str, Any]]:
    """The parameters that the code of a function looks up in its keyword arguments."""
    function = _function(callee)
    if function is None or not function.__code__.co_flags & _KEYWORDS:
        return []
    named = (safe.text(function.__module__), safe.text(function.__name__))
    elsewhere = _ELSEWHERE.get(named, ())
    return [parameter(name, KEYWORD) for name in dict.fromkeys([*_read(function.__code__), *elsewhere])]


def replaced(callee: Known | None, first: Known | None) -> list[dict[str, Any]]:
    """The fields of what `row._replace`, `dataclasses.replace` and `copy.replace` copy."""
    function = _function(callee)
    if function is None or safe.text(function.__name__) not in ("_replace", "replace"):
        return []
    copied = callee.receiver if type(callee) is Method else first
    cls = class_of(copied)
    if cls is None:
        return []
    fields = safe.class_dict(cls).get("_fields") or safe.class_dict(cls).get("__dataclass_fields__")
    names = safe.strings(fields) if type(fields) is tuple or type(fields) is dict else []
    return [parameter(name, KEYWORD) for name in names]


def handed_to(callee: Known | None, found: list[dict[str, Any]]) -> Known | None:
    """The class of the standard library to which a function of it gives the rest of its arguments."""
    function = _function(callee)
    names = {each["name"] for one in found for each in one["parameters"]}
    for name, (module, cls) in _HANDED.items():
        named = function is not None and (
            (safe.text(function.__module__), safe.text(function.__name__)) == (module, name)
        )
        loaded = safe.loaded(module)
        if loaded is not None and (named or name in names):
            return Value(safe.entry(safe.own_dict(loaded), cls))
    return None


def passed_on(found: list[dict[str, Any]], inner: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What a function takes for the callable that is its first argument, as `partial(function, ...)` does.

    Args:
        found: The signatures of the function.
        inner: Those of its first argument.
    """
    for one in found:
        first, kinds = one["parameters"][:1], [each["kind"] for each in one["parameters"]]
        if first and first[0]["name"] in _CALLABLES and KEYWORDS in kinds:
            return [{"parameters": [parameter("", ONLY), *each["parameters"]]} for each in inner]
    return []


def _function(callee: Known | None) -> types.FunctionType | None:
    obj = function_of(callee)
    obj = obj.__func__ if type(obj) is types.MethodType else obj
    return obj if type(obj) is types.FunctionType else None


def _read(code: types.CodeType) -> Iterator[str]:
    """The keys of `kwargs.pop("key")`, `kwargs["key"]` and `"key" in kwargs`."""
    if len(code.co_code) > _LONGEST:
        return
    import dis

    count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4)
    kwargs = code.co_varnames[count]
    steps = [one for one in dis.get_instructions(code) if one.opname not in ("PUSH_NULL", "CACHE", "PRECALL")]
    for before, step, behind, last in zip(steps, steps[1:], steps[2:], steps[3:], strict=False):
        if not step.opname.startswith("LOAD_FAST") or step.argval != kwargs:
            continue
        if behind.opname == "CONTAINS_OP":
            key = before.argval
        elif behind.argval in _TAKING:
            key = last.argval
        else:
            key = behind.argval if last.opname in ("BINARY_SUBSCR", "BINARY_OP") else None
        if type(key) is str and key.isidentifier():
            yield key
