"""What a string at the cursor can be: a literal that fits, a key, an attribute's name, a path."""

from __future__ import annotations

from . import accepted, arguments, keys, pace, paths, safe
from .known import Method, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from .known import Known
    from .members import Members
    from .source.reading import Reader

    Candidates = list[dict[str, Any]]

_NAMING = ("getattr", "hasattr", "setattr", "delattr")


def texts(
    kind: dict[str, Any], prefix: str, reader: Reader, called: Known | None, members: Members
) -> Generator[None, None, Candidates]:
    """The candidates for a string that begins with `prefix`.

    Args:
        kind: The question, as the prompt asks it.
        prefix: What is in the string up to the cursor.
        reader: Knows the names of the input.
        called: What is known of the call whose argument the string is.
        members: Finds attributes.
    """
    call, quote = kind["call"], kind["quote"]
    if call and call["positional"] == 1 and _names_attributes(called):
        known = yield from pace.attempts(lambda: reader.known(call["first"]))
        found = yield from members.of(known)
        return [{**one, "suffix": keys.closing(quote)} for one in found.values()]
    return (yield from pace.attempts(lambda: _fitting(kind, prefix, reader, called)))


def _fitting(kind: dict[str, Any], prefix: str, reader: Reader, called: Known | None) -> Candidates:
    """What the call takes, what is declared of the thing beside, else paths."""
    call, quote = kind["call"], kind["quote"]
    parameter = ""
    if call:
        parameter, declared, _ = arguments.parameter_of(call, reader)
        if fitting := keys.literals(declared, quote) or keys.declared(declared, quote):
            return fitting
        first = reader.known(call["first"]) if call["first"] else None
        accepts = keys.literals(accepted.strings(called, parameter, prefix), quote)
        columns = keys.columns(called, parameter, first, quote)
        if fitting := [*accepts, *columns] or keys.of_call(called, call, quote):
            return fitting
    if kind["beside"]:
        beside = _beside(kind, reader)
        if fitting := [*keys.literals(beside, quote), *keys.declared(beside, quote)]:
            return fitting
    if paths.looks_like_path(prefix) or (call and paths.takes_path(call["callee"], parameter)):
        return paths.paths(prefix, quote)
    return []


def _names_attributes(called: Known | None) -> bool:
    """Whether the second argument is an attribute of the first."""
    if type(called) is Method or type(called) is not Value:
        return False
    builtins = safe.own_dict(safe.loaded("builtins"))
    return any(called.obj is builtins.get(name) for name in _NAMING)


def _beside(kind: dict[str, Any], reader: Reader) -> Known | None:
    """What is declared of the thing that a string is compared with or assigned to."""
    return reader.declared(kind["beside"]) if kind["annotation"] else reader.promised(kind["beside"])
