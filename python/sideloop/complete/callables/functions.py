"""The signatures of functions written in Python: by code objects, and as `inspect` states them."""

from __future__ import annotations

import types

from .. import safe, spelling
from ..annotations import declarations
from .parameters import BOTH, KEYWORD, KEYWORDS, MANY, ONLY, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .parameters import Signature

_VARARGS, _VARKEYWORDS = 4, 8  # flags of code objects


def of_function(function: types.FunctionType) -> list[Signature]:
    """Its overloads, else its own."""
    return [_of_function(one) for one in overloads(function)] or [_of_function(function)]


def overloads(function: types.FunctionType) -> list[types.FunctionType]:
    """What `typing.overload` was told of a function."""
    typing = safe.loaded("typing")
    named = type(function.__module__) is str and type(function.__qualname__) is str
    if typing is None or not named or "get_overloads" not in safe.own_dict(typing):
        return []
    return [one for one in typing.get_overloads(function) if type(one) is types.FunctionType]


def _of_function(function: types.FunctionType) -> Signature:
    """By the code object; of a function that wraps another one, by that one."""
    stated = safe.entry(safe.own_dict(function), "__signature__")
    if is_stated(stated):
        return of_stated(safe.text(function.__name__), stated)
    wrapped, depth = function, 0
    while (
        type(inner := safe.entry(safe.own_dict(wrapped), "__wrapped__")) is types.FunctionType and depth < 20
    ):
        wrapped, depth = inner, depth + 1
    return _by_code(safe.text(function.__name__), wrapped)


def _by_code(name: str, function: types.FunctionType) -> Signature:
    code = function.__code__
    declared = {key: spelling.annotation(one) for key, one in declarations.of_function(function).items()}
    count, only, keyword = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    variables = code.co_varnames
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    parameters = []
    for number, one in enumerate(variables[:count]):
        default = defaults[number - count] if number >= count - len(defaults) else safe.MISSING
        parameters.append(parameter(one, ONLY if number < only else BOTH, declared.get(one, ""), default))
    rest = count + keyword
    if code.co_flags & _VARARGS:
        parameters.append(parameter(variables[rest], MANY, declared.get(variables[rest], "")))
        rest += 1
    for one in variables[count : count + keyword]:
        default = keyword_defaults.get(one, safe.MISSING)
        parameters.append(parameter(one, KEYWORD, declared.get(one, ""), default))
    if code.co_flags & _VARKEYWORDS:
        parameters.append(parameter(variables[rest], KEYWORDS, declared.get(variables[rest], "")))
    return {"name": name, "parameters": parameters, "returns": declared.get("return", "")}


def is_stated(stated: object) -> bool:
    """Whether a `__signature__` is a plain one."""
    return safe.name_of(type(stated)) == "Signature" and safe.is_from(type(stated), "inspect")


def of_stated(name: str, stated: Any) -> Signature:
    """From an `inspect.Signature` that is one."""
    import inspect

    kinds = (ONLY, BOTH, MANY, KEYWORD, KEYWORDS)
    parameters = []
    for one in stated.parameters.values():
        declared = "" if one.annotation is inspect.Parameter.empty else spelling.annotation(one.annotation)
        default = safe.MISSING if one.default is inspect.Parameter.empty else one.default
        parameters.append(parameter(one.name, kinds[one.kind], declared, default))
    returns = stated.return_annotation
    returns = "" if returns is inspect.Signature.empty else spelling.annotation(returns)
    return {"name": name, "parameters": parameters, "returns": returns}
