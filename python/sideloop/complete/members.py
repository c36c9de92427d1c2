"""The attributes that something has, as candidates."""

from __future__ import annotations

import types
from functools import partial

from . import hooks, pace, preview, safe, spelling, usual
from .annotations import declarations
from .known import Definition, Either, InputClass, InputInstance, Instance, Method, Unloaded, Value, libraries
from .known.attributes import attribute
from .names import AT_ONCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any

    from .known import Known

    Candidates = dict[str, dict[str, Any]]
    Steps = Generator[None, None, Candidates]


class Members:
    """Collects attributes.

    Args:
        custom_dir: Whether a class's own `__dir__` is called.
        log: Takes what a `__dir__` raised.
        early: Takes what is known before a `__dir__` of unknown speed is called.
    """

    def __init__(
        self,
        custom_dir: bool,
        log: Callable[[BaseException], None],
        early: Callable[[list[dict[str, Any]]], None],
    ) -> None:
        self._custom_dir = custom_dir
        self._log = log
        self._early = early

    def of(self, known: Known | None) -> Steps:
        """The attributes by name, in steps; empty when nothing is known."""
        match known:
            case Value():
                return (yield from self._of_value(known.obj))
            case Instance():
                found = yield from _of_class(known.cls, in_class=False)
                written = [*safe.strings(libraries.columns_of(known)), *_written(known)]
                named = {
                    name: {**preview.candidate(name, "variable"), "likely": usual.OWN} for name in written
                }
                yield
                return {**found, **_generated(known.cls), **named}
            case Either():
                found = {}
                for option in known.options:
                    found |= yield from self.of(option)
                return found
            case Method():
                return (yield from self._of_value(known.function))
            case Definition():
                return (yield from _of_class(types.FunctionType, in_class=False))
            case InputClass() | InputInstance():
                return (yield from self._of_input(known))
            case Unloaded():
                from . import unloaded

                yield from unloaded.parse(known.name)
                found = {one["text"]: one for one in unloaded.names_in(known.name)}
                return usual.weigh(found, known.name)
        return {}

    def _of_value(self, obj: object) -> Steps:
        found: Candidates = {}
        if safe.is_class(obj):
            found = {
                name: {**preview.of_raw(name, raw, in_class=False), "likely": -1}
                for name, raw in safe.class_dict(type).items()
            }
            found |= yield from _of_class(obj, in_class=True)
        else:
            found = yield from _of_class(type(obj), in_class=False)
            for number, (name, value) in enumerate(list(dict.items(safe.own_dict(obj)))):
                if type(name) is str:
                    found[name] = preview.of_object(name, value)
                if number % AT_ONCE == AT_ONCE - 1:
                    yield
        for name in self._listed(obj, found):
            if name not in found:
                found[name] = self._unlisted(name, obj)
        for name in libraries.names(obj):
            if safe.find(type(obj), name) is None:
                found[name] = {**preview.candidate(name, "property", "column"), "likely": usual.OWN}
        if safe.is_module(obj):
            own = safe.own_dict(obj)
            usual.weigh(found, safe.entry(own, "__name__"), safe.entry(own, "__all__"))
        return found

    def _unlisted(self, name: str, obj: object) -> dict[str, Any]:
        return preview.candidate(name, "variable" if not safe.is_module(obj) else "function")

    def _listed(self, obj: object, found: Candidates) -> list[str]:
        """What a `__dir__` says, where it may be called; `found` is known without it."""
        if not hooks.has_dir(obj) or not (self._custom_dir or safe.is_module(obj)):
            return []
        return hooks.call_dir(obj, lambda: self._early([*found.values()]), self._log)

    def _of_input(self, known: InputClass | InputInstance) -> Steps:
        is_class = type(known) is InputClass
        cls = known if is_class else known.of  # type: ignore[union-attr]
        found: Candidates = yield from _of_class(object, in_class=is_class)
        for base in reversed(cls.bases):  # type: ignore[union-attr]
            if type(base) is Value and safe.is_class(base.obj):
                found |= yield from self.of(base if is_class else Instance(base.obj))
            elif type(base) is InputClass:
                found |= yield from self._of_input(base if is_class else InputInstance(base))
        for name in cls.members:  # type: ignore[union-attr]
            member = yield from pace.attempts(partial(attribute, known, name))
            found[name] = {**preview.of_known(name, member), "likely": usual.OWN}
        return found


def _of_class(cls: type, *, in_class: bool) -> Steps:
    """What a class gives its instances, or itself."""
    found: Candidates = {}
    for owner in reversed(safe.mro(cls)):
        yield
        for name, declared in declarations.of_class(owner).items():
            if type(name) is str:
                found[name] = preview.candidate(name, "variable", spelling.annotation(declared))
        for number, (name, raw) in enumerate(list(safe.class_dict(owner).items())):
            if number % AT_ONCE == AT_ONCE - 1:
                yield
            if type(name) is str and not (name in found and _is_declared(raw)):
                found[name] = preview.of_raw(name, raw, in_class=in_class)
    usual.weigh_attributes(found, cls)
    members = safe.class_dict(cls).get("_member_map_")
    if type(members) is dict:
        likely = 0 if in_class else -1  # nobody asks one member for another one
        found |= {
            name: {**preview.of_object(name, one), "likely": likely}
            for name, one in members.items()
            if type(name) is str
        }
    return found


def _written(known: Instance) -> list[str]:
    """The names of a `SimpleNamespace` or a row that is written down."""
    is_row = safe.among(known.cls, (types.SimpleNamespace, tuple))
    return [name for name in safe.strings(name for name, _ in known.keys) if is_row and name.isidentifier()]


def _is_declared(raw: object) -> bool:
    """A slot says less than its annotation."""
    return type(raw) is types.MemberDescriptorType


def _generated(cls: type) -> Candidates:
    """What `__init__` of a class and its bases stores in instances, by its code."""
    names: list[str] = []
    for owner in safe.mro(cls):
        made = safe.class_dict(owner).get("__init__")
        if type(made) is types.FunctionType:
            names += _stored(made.__code__)
    return {name: preview.candidate(name, "variable") for name in names if safe.find(cls, name) is None}


def _stored(code: types.CodeType) -> list[str]:
    """The names in `self.name = ...` of a method's code."""
    import dis

    receiver = code.co_varnames[:1]
    found, before = [], None
    for instruction in dis.get_instructions(code):
        if (
            instruction.opname == "STORE_ATTR"
            and before is not None
            and before.opname.startswith(("LOAD_FAST", "STORE_FAST"))
        ):
            loaded = before.argval if type(before.argval) is tuple else (before.argval,)
            if loaded[-1:] == receiver:
                found.append(instruction.argval)
        before = instruction
    return found
