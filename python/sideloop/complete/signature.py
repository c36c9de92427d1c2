"""The signatures of what is called, as the prompt takes them.

Invariant: a signature is read off code objects, text signatures and classes' own dicts;
`__signature__` counts only where it is a plain `inspect.Signature`.
"""

from __future__ import annotations

import functools
import types

from . import annotated, preview, safe, stubs, textless
from .known import Definition, Either, InputClass, Instance, Method, Value
from .parameters import (
    BOTH,
    KEYWORD,
    KEYWORDS,
    MANY,
    ONLY,
    as_source,
    of_arguments,
    parameter,
    parsed,
    written,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known
    from .parameters import Signature
    from .reading import Reader

_VARARGS, _VARKEYWORDS = 4, 8  # flags of code objects
_TEXTUAL = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


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
        case Instance():
            call = safe.find(known.cls, "__call__")
            return _bound(_of_object(call[1])) if call else []
        case Definition():
            found = [_of_tree(known)]
            return found if known.receiver is None else _bound(found)
        case InputClass():
            return _of_input(known, reader)
    return []


def _bound(found: list[Signature]) -> list[Signature]:
    """Without the receiver's parameter."""
    result = []
    for one in found:
        first = one["parameters"][:1]
        drop = bool(first) and first[0]["kind"] in (ONLY, BOTH)
        result.append({**one, "parameters": one["parameters"][drop:]})
    return result


def _of_method(known: Method) -> list[Signature]:
    function = known.function
    if safe.among(type(function), (types.BuiltinFunctionType, types.MethodWrapperType)):
        return _of_object(function)
    return _bound(_of_object(function))


def _of_object(obj: Any) -> list[Signature]:
    kind = type(obj)
    if kind is types.FunctionType:
        return _overloads(obj) or [_of_function(obj)]
    if kind is types.MethodType:
        return _bound(_of_object(obj.__func__))
    if safe.among(kind, (staticmethod, classmethod)):
        return _of_object(obj.__func__)
    if safe.among(kind, _TEXTUAL):
        return _of_text(obj.__name__, _text(obj), obj) or _of_table(obj.__name__, obj.__qualname__, obj)
    if kind is functools.partial:
        return [_partial(one, obj) for one in _of_object(obj.func)]
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
    return _bound(_of_object(call[1])) if call and type(call[1]) is types.FunctionType else []


def _text(obj: Any) -> str:
    found = obj.__text_signature__
    return found if type(found) is str else ""


def _overloads(function: types.FunctionType) -> list[Signature]:
    typing = safe.loaded("typing")
    if typing is None or "get_overloads" not in safe.own_dict(typing):
        return []
    found = typing.get_overloads(function)
    return [_of_function(one) for one in found if type(one) is types.FunctionType]


def _of_function(function: types.FunctionType) -> Signature:
    """By the code object; of a function that wraps another one, by that one."""
    own = safe.own_dict(function)
    stated = safe.entry(own, "__signature__")
    if safe.name_of(type(stated)) == "Signature" and safe.module_of(type(stated)) == "inspect":
        return _of_signature(function.__name__, stated)
    wrapped, depth = function, 0
    while (
        type(inner := safe.entry(safe.own_dict(wrapped), "__wrapped__")) is types.FunctionType and depth < 20
    ):
        wrapped, depth = inner, depth + 1
    return _by_code(function.__name__, wrapped)


def _by_code(name: str, function: types.FunctionType) -> Signature:
    code = function.__code__
    declared = {key: preview.annotation(one) for key, one in annotated.of_function(function).items()}
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


def _of_signature(name: str, stated: Any) -> Signature:
    """From an `inspect.Signature` that is one."""
    import inspect

    kinds = (ONLY, BOTH, MANY, KEYWORD, KEYWORDS)
    parameters = []
    for one in stated.parameters.values():
        declared = "" if one.annotation is inspect.Parameter.empty else preview.annotation(one.annotation)
        default = safe.MISSING if one.default is inspect.Parameter.empty else one.default
        parameters.append(parameter(one.name, kinds[one.kind], declared, default))
    returns = stated.return_annotation
    returns = "" if returns is inspect.Signature.empty else preview.annotation(returns)
    return {"name": name, "parameters": parameters, "returns": returns}


def _of_text(name: str, text: str, obj: object) -> list[Signature]:
    """From the text signature of something written in C."""
    if not text:
        return []
    found = parsed(name, text.replace("$", ""))
    if found is None:
        return []
    given = "$" in text and safe.among(type(obj), (types.BuiltinFunctionType, types.MethodWrapperType))
    return _bound([found]) if given else [found]


def _of_table(name: str, qualname: str, obj: object) -> list[Signature]:
    found = [one for text in textless.texts(qualname) if (one := parsed(name, text))]
    return _bound(found) if type(obj) is types.BuiltinFunctionType and "." in qualname else found


def _of_tree(definition: Definition) -> Signature:
    node = definition.node
    return of_arguments(node.name.replace("<lambda>", ""), node.args, node.returns)


def _partial(one: Signature, partial: functools.partial[Any]) -> Signature:
    """Without what a partial gives already; keywords that it gives have new defaults."""
    left = len(partial.args)
    parameters = []
    keyword_only = False
    for each in one["parameters"]:
        if left and each["kind"] in (ONLY, BOTH):
            left -= 1
            continue
        given = partial.keywords.get(each["name"], safe.MISSING)
        if given is not safe.MISSING and each["kind"] in (BOTH, KEYWORD):
            keyword_only = True
            parameters.append({**each, "kind": KEYWORD, "default": as_source(given)})
        else:
            parameters.append({**each, "kind": KEYWORD} if keyword_only and each["kind"] == BOTH else each)
    return {**one, "parameters": parameters}


def _of_class(cls: Any) -> list[Signature]:
    """By the metaclass's `__call__`, `__new__` or `__init__`, whichever is written out."""
    name = safe.name_of(cls)
    stated = safe.class_dict(cls).get("__signature__")
    if safe.name_of(type(stated)) == "Signature" and safe.module_of(type(stated)) == "inspect":
        return [_of_signature(name, stated)]
    call = safe.find(type(cls), "__call__")
    if call and type(call[1]) is types.FunctionType and safe.module_of(call[0]) != "enum":
        return _named(name, _bound(_of_object(call[1])))
    if preview.is_member(cls):
        return [{"name": name, "parameters": [parameter("value", BOTH)], "returns": ""}]
    if (
        safe.in_c(cls)
        and safe.module_of(cls) in ("builtins", "datetime")
        and (found := _of_table(name, name, None))
    ):
        return found
    order = [owner for owner in safe.mro(cls) if owner is not object]
    for owner in order:
        for method in ("__init__", "__new__"):
            raw = safe.class_dict(owner).get(method)
            function = raw.__func__ if type(raw) is staticmethod else raw
            if type(function) is types.FunctionType:
                return _named(name, _bound(_of_object(function)))
        if found := _of_text(name, _class_text(owner), None):
            return found
    return []


def _class_text(cls: type) -> str:
    """`__text_signature__` of a class written in C."""
    return str(type.__dict__["__text_signature__"].__get__(cls) or "") if safe.in_c(cls) else ""


def _named(name: str, found: list[Signature]) -> list[Signature]:
    return [{**one, "name": name, "returns": ""} for one in found]


def _of_input(cls: InputClass, reader: Reader) -> list[Signature]:
    """By `__init__`, else by the annotations that a dataclass would take."""
    init = reader.attribute(cls, "__init__")
    if type(init) is Definition:
        return _named(cls.name, _bound([_of_tree(init)]))
    fields = [(name, reader.bindings[number]) for name, number in cls.members.items()]
    declared = [parameter(name, BOTH, one["source"]) for name, one in fields if one["how"] == "annotation"]
    if declared:
        return [{"name": cls.name, "parameters": declared, "returns": ""}]
    return [one for base in cls.bases for one in _named(cls.name, signatures(base, reader))][:1]


def header(raw: Any, name: str) -> str:
    """`(self, a, b=1) -> int:` for a `def` line that overrides a method; empty for what is no method."""
    function = raw.__func__ if safe.among(type(raw), (staticmethod, classmethod)) else raw
    found = _of_object(function) if safe.among(type(function), (types.FunctionType, *_TEXTUAL)) else []
    if not safe.among(type(function), (types.FunctionType, *_TEXTUAL)) or name in (
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
