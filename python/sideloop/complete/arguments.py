"""The arguments of the call at the cursor: keywords, and values that a parameter asks for."""

from __future__ import annotations

import types

from . import names, preview, safe
from .annotations import annotated, declarations
from .callables import rest
from .callables.parameters import BOTH, KEYWORD, MANY, ONLY
from .callables.signature import signatures
from .known import Definition, InputClass, Value
from .known.facts import function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known
    from .source.reading import Reader


def keywords(call: dict[str, Any], reader: Reader) -> list[dict[str, Any]]:
    """`name=` of the parameters that are not given yet."""
    if call["keyword"]:
        return []
    found: dict[str, dict[str, Any]] = {}
    callee = reader.known(call["callee"])
    first = reader.known(call["first"]) if call["first"] else None
    further = [{"parameters": rest.replaced(callee, first)}]
    if first is not None:
        further += rest.passed_on(signatures(callee, reader), signatures(first, reader))
    for one in [*forwarded(callee, reader), *further]:
        positional = 0
        for each in one["parameters"]:
            positional += each["kind"] in (ONLY, BOTH)
            taken = each["kind"] == BOTH and positional <= call["positional"]
            if each["kind"] in (BOTH, KEYWORD) and not taken and each["name"] not in call["given"]:
                detail = each["annotation"] or (f"={each['default']}" if each["default"] is not None else "")
                found.setdefault(each["name"], preview.candidate(f"{each['name']}=", "parameter", detail))
    return list(found.values())


def forwarded(callee: Known | None, reader: Reader) -> list[dict[str, Any]]:
    """The signatures of what is called, and what becomes of the rest of its arguments."""
    found = signatures(callee, reader)
    further = rest.handed_to(callee, found)
    read = {"parameters": rest.taken(callee)}
    return [*found, read, *(signatures(further, reader) if further is not None else [])]


def parameter_of(call: dict[str, Any], reader: Reader) -> tuple[str, Known | None, str]:
    """Where the cursor's argument goes: the parameter, what its annotation says, and that as source."""
    callee = reader.known(call["callee"])
    for one in signatures(callee, reader):
        name = call["keyword"] or _positional(one["parameters"], call["positional"])
        for each in one["parameters"]:
            if each["name"] == name:
                return name, _declared(callee, name, each["annotation"], reader), each["annotation"]
    return call["keyword"], None, ""


def _positional(parameters: list[dict[str, Any]], number: int) -> str:
    taking = [each for each in parameters if each["kind"] in (ONLY, BOTH)]
    if number < len(taking):
        return str(taking[number]["name"])
    return next((str(each["name"]) for each in parameters if each["kind"] == MANY), "")


def _declared(callee: Known | None, name: str, source: str, reader: Reader) -> Known | None:
    """What the annotation of a parameter says, in the scope of its function."""
    function = _function(callee)
    if function is not None:
        declared = safe.entry(declarations.of_function(function), name)
        if declared is not safe.MISSING:
            return annotated.meaning(declared, declarations.scope_of_function(function))
    if type(callee) is Value and safe.is_class(callee.obj):
        for owner in safe.mro(callee.obj):
            declared = safe.entry(declarations.of_class(owner), name)
            if declared is not safe.MISSING:
                return annotated.meaning(declared, declarations.scope_of_class(owner))
    if source and safe.among(type(callee), (Definition, InputClass)):
        return reader.declared(source)
    return None


def _function(callee: Known | None) -> types.FunctionType | None:
    obj = function_of(callee)
    if safe.is_class(obj):
        found = safe.find(obj, "__init__")
        obj = found[1] if found else None
    for _ in range(8):
        if type(obj) is types.MethodType:
            obj = obj.__func__
        inner = safe.entry(safe.own_dict(obj), "__wrapped__") if obj is not None else safe.MISSING
        if type(inner) is not types.FunctionType:
            break
        obj = inner
    return obj if type(obj) is types.FunctionType else None


def values(call: dict[str, Any], reader: Reader) -> list[dict[str, Any]]:
    """Members and literals that the parameter at the cursor asks for."""
    _, known, source = parameter_of(call, reader)
    return names.values(known, source, annotated=True)
