"""What is known of an expression, in words: signature, docstring, place, source.

Invariant: a docstring is a plain string found in a code object's function or a class's
own dict; no `__doc__` property is asked.
"""

from __future__ import annotations

import os
import types

from . import modules, preview, safe, unloaded
from .callables.parameters import written
from .callables.signature import signatures
from .known import Either, InputClass, InputInstance, Instance, Method, Unloaded, Value
from .known.descriptors import getter_of
from .source import origin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known
    from .source.reading import Reader


def documentation(name: str, known: Known | None, reader: Reader, source: bool) -> dict[str, Any] | None:
    """The `Doc` of an expression; `None` when nothing is known of it.

    Args:
        name: The expression.
        known: What is known of its value.
        reader: Knows the names of the input.
        source: Whether its source is wanted.
    """
    if type(known) is Either:
        known = known.options[0]
    if known is None:
        return None
    found = signatures(known, reader)
    short = name.rpartition(".")[2]
    title = "\n".join(f"{short}({written(one['parameters'])}){_arrow(one)}" for one in found[:8]) or _kind(
        known
    )
    obj = _object(known)
    if obj is None:
        return {"title": title, "text": _of_input(known), "place": "", "source": ""}
    file, line = origin.place(obj)
    return {
        "title": title,
        "text": _docstring(obj) or _from_stub(obj),
        "place": f"{file}:{line}" if file and line else file,
        "source": origin.source(file, line) if source and file else "",
    }


def _arrow(signature: dict[str, Any]) -> str:
    return f" -> {signature['returns']}" if signature["returns"] else ""


def _kind(known: Known) -> str:
    match known:
        case Value():
            obj = known.obj
            if safe.is_class(obj):
                return f"class {safe.qualname_of(obj)}"
            if safe.is_module(obj):
                return f"module {safe.text(safe.entry(safe.own_dict(obj), '__name__'))}"
            shown = preview.detail_of(obj)
            name = safe.qualname_of(type(obj))
            return name if shown in ("", name) else f"{name} {shown}"
        case Instance():
            return safe.qualname_of(known.cls)
        case InputClass():
            return f"class {known.name}"
        case InputInstance():
            return known.of.name
        case Unloaded():
            return f"module {known.name}"
    return "function"


def _of_input(known: Known) -> str:
    if type(known) is Unloaded:
        return _of_file(unloaded.source_file(known.name))
    return ""


def _of_file(file: str) -> str:
    import ast

    try:
        with open(file, encoding="utf-8") as source:
            tree = ast.parse(source.read(20_000).split("\nimport ")[0].split("\nfrom ")[0])
    except (OSError, SyntaxError, ValueError):
        return ""
    return ast.get_docstring(tree) or ""


def _object(known: Known) -> Any:
    """The object whose documentation it is."""
    match known:
        case Value():
            plain = safe.is_class(known.obj) or safe.is_module(known.obj) or _is_callable(known.obj)
            return known.obj if plain or getter_of(known.obj) else type(known.obj)
        case Instance():
            return known.cls
        case Method():
            return known.function
    return None


def _is_callable(obj: object) -> bool:
    return preview.kind_of(obj) in ("function", "method")


def _docstring(obj: Any) -> str:
    import inspect

    text = _raw(obj)
    return inspect.cleandoc(text) if text else ""


def _raw(obj: Any) -> str:
    """The docstring as it was written, where it is a plain string."""
    kind = type(obj)
    found: Any = None
    if safe.is_class(obj):
        for owner in safe.mro(obj):
            found = safe.class_dict(owner).get("__doc__")
            if type(found) is types.GetSetDescriptorType:
                found = None
            if type(found) is str and (owner is not object or obj is object):
                return found
        return ""
    if kind is types.MethodType:
        return _raw(obj.__func__)
    if safe.among(kind, (staticmethod, classmethod)):
        return _raw(obj.__func__)
    if safe.among(kind, safe.FUNCTIONS):
        found = obj.__doc__
    elif getter := getter_of(obj):
        found = getter.__doc__
    else:
        found = safe.entry(safe.own_dict(obj), "__doc__")
    return found if type(found) is str else ""


def _from_stub(obj: Any) -> str:
    """What a stub beside the module says of something without a docstring."""
    module = (
        safe.text(obj.__module__)
        if safe.among(type(obj), safe.FUNCTIONS)
        else safe.module_of(obj)
        if safe.is_class(obj)
        else ""
    )
    name = safe.qualname_of_function(obj) if safe.among(type(obj), safe.FUNCTIONS) else ""
    name = safe.qualname_of(obj) if safe.is_class(obj) else name
    if type(module) is not str or not module or type(name) is not str or not name:
        return ""
    parent, _, last = module.rpartition(".")
    for place in modules.places(parent):
        for file in (os.path.join(place, f"{last}.pyi"), os.path.join(place, last, "__init__.pyi")):
            if os.path.isfile(file) and (text := _in_stub(file, name.split("."))):
                return text
    return ""


def _in_stub(file: str, path: list[str]) -> str:
    import ast

    try:
        with open(file, encoding="utf-8") as source:
            body: list[ast.stmt] = ast.parse(source.read()).body
    except (OSError, SyntaxError, ValueError):
        return ""
    found: list[ast.stmt] = []
    for name in path:
        found = [one for one in body if getattr(one, "name", None) == name]
        body = getattr(found[0], "body", []) if found else []
    written_down = [
        one for one in found if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    text = next((text for one in written_down if (text := ast.get_docstring(one))), "")
    return text or "\n".join(ast.unparse(one).split(":\n")[0] for one in written_down[:8])
