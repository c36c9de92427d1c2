"""Names in reach, as candidates: the input's own, the namespace's, builtins, keywords."""

from __future__ import annotations

from functools import partial

from . import pace, preview, safe
from .known import InputClass, InputInstance, Value
from .known.facts import class_of, options
from .source import defined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from typing import Any

    from .known import Known
    from .source.reading import Reader

    Steps = Generator[None, None, list[dict[str, Any]]]

AT_ONCE = 100
"""Candidates that are made in one step: a millisecond."""

_ASKED_FOR = 200
"""How likely the values are that a place asks for: before all else."""

_CONSTANTS = {"None", "True", "False"}


def names(reader: Reader, namespace: Iterable[Any]) -> Steps:
    """Every name that means something at the cursor, in steps."""
    found: dict[str, dict[str, Any]] = {}
    for number, name in enumerate(safe.strings(namespace)):
        if name.isidentifier():
            found[name] = preview.of_known(name, reader.name(name, 0))
        if number % AT_ONCE == AT_ONCE - 1:
            yield
    for number, binding in enumerate(reader.bindings):
        if "." not in binding["name"]:
            known = yield from pace.attempts(partial(reader.name, binding["name"], number + 1))
            found[binding["name"]] = preview.of_known(binding["name"], known)
    for name in _CONSTANTS & found.keys():
        found[name]["kind"] = "constant"
    return list(found.values())


def keywords(words: Iterable[str]) -> list[dict[str, Any]]:
    """Keywords of the language."""
    return [preview.candidate(word, "constant" if word in _CONSTANTS else "keyword") for word in words]


def exceptions(reader: Reader, namespace: Iterable[Any]) -> Steps:
    """Classes of exceptions, and what may lead to one: modules, the input's own names."""
    found = []
    for one in (yield from names(reader, namespace)):
        known = yield from pace.attempts(partial(reader.name, one["text"], len(reader.bindings)))
        if type(known) is InputClass:
            found.append({**one, "kind": "exception"})
        elif one["kind"] in ("exception", "module") or _is_exception(known):
            found.append(one)
    return found


def _is_exception(known: Known | None) -> bool:
    cls = class_of(known)
    return cls is not None and safe.is_subclass(cls, BaseException)


def values(known: Known | None, source: str, annotated: bool) -> list[dict[str, Any]]:
    """The values that something can have, where they are few: members, literals, truth.

    Args:
        known: What is known of it.
        source: How its class can be written, if `annotated`.
        annotated: Whether `source` is an annotation.
    """
    found: list[dict[str, Any]] = []
    for one in options(known):
        if type(one) is InputInstance:
            found += _input_members(one)
        cls = class_of(one)
        if cls is None:
            continue
        literals = getattr(one, "literals", ())
        found += [preview.candidate(repr(literal), "enum_member") for literal in literals]
        members = safe.class_dict(cls).get("_member_map_")
        if type(members) is dict:
            found += _members(cls, members, source if annotated else "")
        elif cls is bool and not literals and type(one) is not Value:
            found += [preview.candidate(word, "enum_member") for word in ("True", "False")]
    return [{**one, "likely": _ASKED_FOR} for one in found]


def _input_members(known: InputInstance) -> list[dict[str, Any]]:
    """The members of an enumeration of the input."""
    of = known.of
    is_enumeration = defined.is_enumeration(of)
    names = [name for name in of.members if not name.startswith("_")] if is_enumeration else []
    return [preview.candidate(f"{of.name}.{name}", "enum_member") for name in names]


def _members(cls: type, members: dict[Any, Any], source: str) -> list[dict[str, Any]]:
    name = safe.name_of(cls)
    owner = source if source.rpartition(".")[2] == name else name
    return [
        preview.candidate(f"{owner}.{member}", "enum_member", preview.detail_of(value))
        for member, value in members.items()
        if type(member) is str
    ]


def overrides(bases: list[Known | None]) -> list[dict[str, Any]]:
    """Methods that a class body can override, each with the rest of its `def` line behind it."""
    from .callables.signature import header
    from .known import Value
    from .special import SPECIAL, USUAL

    found: dict[str, dict[str, Any]] = {}
    done: set[str] = set()
    for name, line in SPECIAL.items():
        found[name] = preview.candidate(name, "method", "", line)
    for base in [*bases, Value(object)]:
        if type(base) is Value and safe.is_class(base.obj):
            for owner in safe.mro(base.obj):
                for name, raw in safe.class_dict(owner).items():
                    if type(name) is str and name not in done and (line := header(raw, name)):
                        done.add(name)
                        found[name] = preview.candidate(name, "method", safe.name_of(owner), line)
    for number, name in enumerate(USUAL):
        if name in found:
            found[name]["likely"] = len(USUAL) - number
    return list(found.values())
