"""The signatures of what is called, as the prompt takes them.

Invariant: a signature is read off code objects, text signatures and classes' own dicts;
`__signature__` counts only where it is a plain `inspect.Signature`.
"""

from __future__ import annotations

import functools
import types

from .. import preview, safe, spelling
from ..annotations import declarations, stubs
from ..known import Definition, Either, InputClass, Instance, Method, Value
from ..known.attributes import attribute
from . import textless
from .functions import is_stated, of_function, of_stated
from .parameters import BOTH, KEYWORD, bound, named, of_arguments, parameter, parsed, partially, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..known import Known
    from ..source.reading import Reader
    from .parameters import Signature


def signatures(known: Known | None, reader: Reader) -> list[Signature]:
    """All signatures that a call can fit; empty when none is known."""
    match known:
        case Either():
            return [one for option in known.options for one in signatures(option, reader)]
        case Value() if safe.is_class(known.obj):
            return _of_class(known.obj)
        case Value():
            return _of_object(known.obj)
        case Method():
            return _of_method(known)
        case Instance() if known.cls is functools.partial and known.given:
            given: functools.partial[Any] = functools.partial(print, *known.given[1:])
            return [partially(one, given) for one in signatures(known.given[0], reader)]
        case Instance():
            call = safe.find(known.cls, "__call__")
            return bound(_of_object(call[1])) if call else []
        case Definition():
            found = [_of_tree(known)]
            return found if known.receiver is None else bound(found)
        case InputClass():
            return _of_input(known, reader)
    return []


def _of_method(known: Method) -> list[Signature]:
    function = known.function
    if safe.among(type(function), (types.BuiltinFunctionType, types.MethodWrapperType)):
        return _of_object(function)
    return bound(_of_object(function))


def _of_object(obj: Any) -> list[Signature]:
    kind = type(obj)
    if kind is types.FunctionType:
        return of_function(obj)
    if kind is types.MethodType:
        return bound(_of_object(obj.__func__))
    if safe.among(kind, (staticmethod, classmethod)):
        return _of_object(obj.__func__)
    if safe.among(kind, safe.FUNCTIONS_IN_C):
        return _of_text(safe.text(obj.__name__), _text(obj), obj) or _of_table(
            safe.text(obj.__name__), safe.qualname_of_function(obj), obj
        )
    if kind is functools.partial:
        return [partially(one, obj) for one in _of_object(obj.func)]
    if stubs.is_compiled(obj):
        return [of_arguments(one.name, one.args, one.returns) for one in stubs.definitions(obj)]
    wrapped = safe.entry(safe.own_dict(obj), "__wrapped__")
    if type(wrapped) is types.FunctionType:
        return _of_object(wrapped)
    if safe.is_class(obj):
        return _of_class(obj)
    if safe.name_of(kind) == "ufunc":
        return []
    call = safe.find(kind, "__call__")
    return bound(_of_object(call[1])) if call and type(call[1]) is types.FunctionType else []


def _text(obj: Any) -> str:
    found = obj.__text_signature__
    return found if type(found) is str else ""


def _of_text(name: str, text: str, obj: object) -> list[Signature]:
    """From the text signature of something written in C."""
    if not text:
        return []
    found = parsed(name, text.replace("$", ""))
    if found is None:
        return []
    given = "$" in text and safe.among(type(obj), (types.BuiltinFunctionType, types.MethodWrapperType))
    return bound([found]) if given else [found]


def _of_table(name: str, qualname: str, obj: object) -> list[Signature]:
    found = [one for text in textless.texts(qualname) if (one := parsed(name, text))]
    return bound(found) if type(obj) is types.BuiltinFunctionType and "." in qualname else found


def _of_tree(definition: Definition) -> Signature:
    node = definition.node
    return of_arguments(node.name.replace("<lambda>", ""), node.args, node.returns)


def _of_class(cls: Any) -> list[Signature]:
    """By the metaclass's `__call__`, `__new__` or `__init__`, whichever is written out."""
    name = safe.name_of(cls)
    stated = safe.class_dict(cls).get("__signature__")
    if is_stated(stated):
        return [of_stated(name, stated)]
    if "__total__" in safe.class_dict(cls):
        declared = declarations.of_class(cls).items()
        fields = [parameter(key, KEYWORD, spelling.annotation(one)) for key, one in declared]
        return [{"name": name, "parameters": fields, "returns": ""}]
    call = safe.find(type(cls), "__call__")
    if call and type(call[1]) is types.FunctionType and safe.module_of(call[0]) != "enum":
        return named(name, bound(_of_object(call[1])))
    if preview.is_member(cls):
        return [{"name": name, "parameters": [parameter("value", BOTH)], "returns": ""}]
    in_table = cls is functools.partial or (
        safe.in_c(cls) and safe.module_of(cls) in ("builtins", "datetime")
    )
    if in_table and (found := _of_table(name, name, None)):
        return found
    order = [owner for owner in safe.mro(cls) if owner is not object]
    for owner in order:
        for method in ("__init__", "__new__"):
            raw = safe.class_dict(owner).get(method)
            function = raw.__func__ if type(raw) is staticmethod else raw
            if type(function) is types.FunctionType:
                return named(name, bound(_of_object(function)))
        if found := _of_text(name, _class_text(owner), None):
            return found
    return []


def _class_text(cls: type) -> str:
    """`__text_signature__` of a class written in C."""
    return str(type.__dict__["__text_signature__"].__get__(cls) or "") if safe.in_c(cls) else ""


def _of_input(cls: InputClass, reader: Reader) -> list[Signature]:
    """By `__init__`, else by the annotations that a dataclass would take."""
    init = attribute(cls, "__init__")
    if type(init) is Definition:
        return named(cls.name, bound([_of_tree(init)]))
    fields = [(name, cls.reader.bindings[number]) for name, number in cls.members.items()]
    declared = [parameter(name, BOTH, one["source"]) for name, one in fields if one["how"] == "annotation"]
    inherited = [one for base in cls.bases for one in named(cls.name, signatures(base, reader))][:1]
    if not declared:
        return inherited
    before = inherited[0]["parameters"] if inherited and _has_fields(cls.bases[0]) else []
    return [{"name": cls.name, "parameters": [*before, *declared], "returns": ""}]


def _has_fields(base: Known | None) -> bool:
    """Whether a class hands its fields on to the dataclasses that are derived from it."""
    if type(base) is Value and safe.is_class(base.obj):
        return safe.find(base.obj, "__dataclass_fields__") is not None
    return type(base) is InputClass


def header(raw: Any, name: str) -> str:
    """`(self, a, b=1) -> int:` for a `def` line that overrides a method; empty for what is no method."""
    function = raw.__func__ if safe.among(type(raw), (staticmethod, classmethod)) else raw
    found = _of_object(function) if safe.among(type(function), safe.FUNCTIONS) else []
    if not safe.among(type(function), safe.FUNCTIONS) or name in (
        "__new__",
        "__class_getitem__",
        "__getattribute__",
    ):
        return ""
    if not found:
        return "(self, *args, **kwargs):"
    one = found[0]
    returns = f" -> {one['returns']}" if one["returns"] else ""
    return f"({written(one['parameters'])}){returns}:"
