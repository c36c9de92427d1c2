"""What type variables stand for: by the arguments of a call, by what an instance holds, by bases."""

from __future__ import annotations

import types

from .. import safe
from ..known import Either, Instance, Value, Variable
from ..known.facts import arguments, class_of, options, plain
from ..source import bodies
from . import annotated, declarations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..known import Known

    Solution = dict[int, Known]

_VARARGS = 4  # flag of code objects
_AWAITED = ("Awaitable", "Coroutine")


def solved(function: types.FunctionType, receiver: Known | None, given: list[Known | None]) -> Solution:
    """What the variables in a function's annotations stand for in a call, by their `id`."""
    found: Solution = of_receiver(receiver)
    declared = declarations.of_function(function)
    scope = declarations.scope_of_function(function)
    scope.is_open = True
    for name, known in zip(_names(function, receiver, len(given)), given, strict=False):
        annotation = safe.entry(declared, name)
        if known is not None and annotation is not safe.MISSING:
            _unify(annotated.meaning(annotation, scope), known, found)
    return found


def fits(function: types.FunctionType, receiver: Known | None, given: list[Known | None]) -> bool:
    """Whether the annotations of a function take these arguments, as far as both are known."""
    declared = declarations.of_function(function)
    names = _names(function, receiver, 0)
    if len(given) > len(names) and not function.__code__.co_flags & _VARARGS:
        return False
    scope = declarations.scope_of_function(function)
    pairs = [
        (annotated.meaning(safe.entry(declared, name), scope), known)
        for name, known in zip(names, given, strict=False)
    ]
    return all(_takes(pattern, known) for pattern, known in pairs)


def _takes(pattern: Known | None, known: Known | None) -> bool:
    cls, wanted = class_of(known), [class_of(one) for one in options(pattern)]
    if cls is None or None in wanted or not wanted:
        return True
    literals = [each for one in options(pattern) for each in getattr(one, "literals", ())]
    if literals and type(known) is Value:
        return any(type(one) is cls and one == known.obj for one in literals)
    return any(one is not None and safe.is_subclass(cls, one) for one in wanted)


def _names(function: types.FunctionType, receiver: Known | None, count: int) -> list[str]:
    """The parameters that positional arguments go to."""
    code = function.__code__
    names = list(code.co_varnames[: code.co_argcount])
    if code.co_flags & _VARARGS:
        names += [code.co_varnames[code.co_argcount + code.co_kwonlyargcount]] * count
    return names[receiver is not None :]


def of_constructor(cls: type, given: list[Known | None]) -> tuple[Known | None, ...]:
    """What the parameters of a generic class stand for in an instance that is made of arguments."""
    parameters, made = _parameters(cls), safe.find(cls, "__init__")
    if not parameters or made is None or type(made[1]) is not types.FunctionType:
        return ()
    found = solved(made[1], Instance(cls), given)
    return tuple(found.get(id(one)) for one in parameters)


def of_receiver(receiver: Known | None) -> Solution:
    """What the variables of a class and its bases stand for in an instance."""
    cls = class_of(receiver)
    if cls is None or cls is type or not safe.find(cls, "__orig_bases__"):
        return {}
    found: Solution = {}
    if type(receiver) is Instance:
        pairs = zip(_parameters(cls), receiver.args, strict=False)
        found = {id(one): known for one, known in pairs if known is not None}
    elif type(receiver) is Value and _parameters(cls):
        found = _held(receiver.obj, cls)
    for owner in safe.mro(cls):
        _by_bases(owner, found)
    return found


def _parameters(cls: type) -> tuple[Any, ...]:
    found = safe.class_dict(cls).get("__parameters__")
    return found if type(found) is tuple else ()


def _by_bases(cls: type, found: Solution) -> None:
    """Adds what a class gives its generic bases, as `class Users(Repo[User])` does."""
    bases = safe.class_dict(cls).get("__orig_bases__")
    scope = declarations.scope_of_class(cls)
    for base in bases if type(bases) is tuple else ():
        origin, args = safe.field(base, "__origin__"), safe.field(base, "__args__")
        if not safe.is_class(origin) or type(args) is not tuple:
            continue
        for one, argument in zip(_parameters(origin), args, strict=False):
            if one is not argument and id(one) not in found:
                told = found.get(id(argument)) or annotated.meaning(argument, scope)
                found.update({id(one): told} if told is not None else {})


def _held(obj: object, cls: type) -> Solution:
    """By `Box[int](1)`, by annotated attributes, by parameters that `__init__` stores."""
    found: Solution = {}
    own = safe.own_dict(obj)
    scope = declarations.scope_of_class(cls)
    alias = safe.entry(own, "__orig_class__")
    args = safe.field(alias, "__args__") if alias is not safe.MISSING else ()
    if type(args) is tuple:
        for one, argument in zip(_parameters(cls), args, strict=False):
            if (known := annotated.meaning(argument, scope)) is not None:
                found[id(one)] = known
    scope.is_open = True
    for owner in safe.mro(cls):
        declared = {**declarations.of_class(owner), **_stored_parameters(owner)}
        for name, annotation in declared.items():
            if (value := safe.entry(own, name)) is not safe.MISSING:
                _unify(annotated.meaning(annotation, scope), Value(value), found)
    return found


def _stored_parameters(cls: type) -> dict[str, Any]:
    """The annotations of the parameters that `__init__` stores under a name."""
    made = safe.class_dict(cls).get("__init__")
    if type(made) is not types.FunctionType or (body := bodies.of(made)) is None:
        return {}
    declared = declarations.of_function(made)
    stored = body.stored_parameters()
    return {name: declared[one] for name, one in stored.items() if one in declared}


def _unify(pattern: Known | None, known: Known, found: Solution) -> None:
    """Adds what the variables of a pattern stand for if it describes what is known."""
    match pattern:
        case Variable():
            found.setdefault(id(pattern.of), plain(known) or known)
        case Either():
            for one in pattern.options:
                _unify(one, known, found)
        case Instance() if any(_is_open(one) for one in pattern.args):
            for each, part in zip(pattern.args, _parts(pattern, known), strict=False):
                if each is not None and part is not None:
                    _unify(each, part, found)


def _is_open(known: Known | None) -> bool:
    """Whether a variable is in it."""
    match known:
        case Variable():
            return True
        case Either():
            return any(_is_open(one) for one in known.options)
        case Instance():
            return any(_is_open(one) for one in known.args)
    return False


def _parts(pattern: Instance, known: Known) -> list[Known | None]:
    """What stands for the arguments of a generic annotation."""
    from ..known import elements, protocols
    from ..known.results import result

    name = safe.name_of(pattern.cls)
    if pattern.cls is type:
        return [Instance(known.obj)] if type(known) is Value and safe.is_class(known.obj) else []
    if name == "Callable":
        return [None] * (len(pattern.args) - 1) + [result(known, [])]
    if name in _AWAITED:
        return [None] * (len(pattern.args) - 1) + [protocols.awaited(known)]
    if pattern.cls is tuple:
        return [elements.item(known, Value(number)) for number in range(len(pattern.args))]
    if class_of(known) is pattern.cls and _parameters(pattern.cls):
        solution = of_receiver(known)
        return [solution.get(id(one)) for one in _parameters(pattern.cls)]
    if len(pattern.args) > 1:
        return list(arguments(known))
    return [elements.element(known)]
