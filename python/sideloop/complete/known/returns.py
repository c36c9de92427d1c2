"""What builtins and the standard library return, where they carry no annotations: `returns.txt`."""

from __future__ import annotations

import os
import types

from .. import safe
from ..annotations import annotated, declarations
from . import Instance, Value
from .facts import arguments, class_of, either

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import Known

_sections: dict[str, str] = {}
_read: dict[str, dict[str, str]] = {}


def annotation(module: str, name: str) -> str:
    """The annotation of what a function returns or an attribute is; empty when it is not in the table.

    Args:
        module: The module's name.
        name: `function` or `Class.name`.
    """
    if not _sections:
        _load()
    if module not in _read:
        _read[module] = dict(_lines(_sections.get(module, "")))
    return _read[module].get(name, "")


def _load() -> None:
    with open(os.path.join(os.path.dirname(__file__), "returns.txt"), encoding="utf-8") as file:
        text = "\n" + file.read()
    for section in text.split("\n[")[1:]:
        modules, _, lines = section.partition("]\n")
        for module in modules.split():
            _sections[module] = f"{_sections.get(module, '')}\n{lines}"


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.strip().splitlines():
        owners, _, rest = line.partition(":")
        names, _, annotation = rest.partition(" -> ")
        prefixes = [f"{owner}." for owner in owners.split()] or [""]
        found += [(prefix + name, annotation) for prefix in prefixes for name in names.split()]
    return found


def told(function: Any, receiver: Known | None, given: list[Known | None]) -> Known | None:
    """What the table says that a function returns that was looked up on a receiver."""
    return in_words(source_of(function, receiver), receiver, given)


def source_of(function: Any, receiver: Known | None) -> str:
    """The line of the table for a function that was looked up on a receiver; empty when there is none."""
    kind = type(function)
    name = safe.text(function.__name__) if safe.among(kind, safe.FUNCTIONS) else ""
    module = (
        safe.text(function.__module__)
        if safe.among(kind, (types.FunctionType, types.BuiltinFunctionType))
        else ""
    )
    if type(receiver) is Value and safe.is_class(receiver.obj):
        cls: type | None = receiver.obj
    else:
        cls = class_of(receiver)
    for owner in safe.mro(cls) if cls is not None else ():
        if source := annotation(safe.module_of(owner), f"{safe.name_of(owner)}.{name}"):
            return source
    return annotation(module, name) if type(module) is str else ""


def in_words(source: str, receiver: Known | None, given: list[Known | None]) -> Known | None:
    """What a line of the table says here."""
    if not source:
        return None
    from .elements import element
    from .protocols import awaited

    owner = receiver
    if type(receiver) is Value and safe.is_class(receiver.obj):
        owner = Instance(receiver.obj)
    first = given[0] if given else None
    parameters = (*arguments(owner), None, None)

    given_names = {
        "Self": Instance(owner.cls, owner.args) if type(owner) is Instance else _like(owner),
        "K": parameters[0],
        "V": parameters[1],
        "A": first,
        "E": element(first) if len(given) < 2 else either(given),
        "F": element(first),
        "S": element(given[1]) if len(given) > 1 else None,
        "R": awaited(first),
    }
    if "C]" in source:
        from .results import result

        given_names["C"] = result(first, given[1:])
    return annotated.of_source(source, declarations.Scope(_class_named, owner, given_names))


def _like(owner: Known | None) -> Known | None:
    cls = class_of(owner)
    return Instance(cls, arguments(owner)) if cls is not None else owner


def _class_named(name: str) -> Known | None:
    builtins = safe.own_dict(safe.loaded("builtins"))
    if name in builtins:
        return Value(builtins[name])
    if name in _BUILTIN:
        return Value(_BUILTIN[name])
    import collections.abc

    if (found := safe.own_dict(collections.abc).get(name)) is not None:
        return Value(found)
    module = safe.loaded(name)
    return Value(module) if module is not None else None


_BUILTIN: dict[str, Any] = {
    "dict_items": type({}.items()),
    "dict_keys": type({}.keys()),
    "dict_values": type({}.values()),
    "coroutine": types.CoroutineType,
    "generator": types.GeneratorType,
    "function": types.FunctionType,
    "traceback": types.TracebackType,
    "frame": types.FrameType,
    "code": types.CodeType,
    "module": types.ModuleType,
}
