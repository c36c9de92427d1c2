"""What is known of an expression, in words: signature, docstring, place, source.

Invariant: a docstring is a plain string found in a code object's function or a class's
own dict; no `__doc__` property is asked.
"""

from __future__ import annotations

import os
import types

from . import modules, preview, safe, unloaded
from .attributes import getter_of
from .known import Either, InputClass, InputInstance, Instance, Method, Unloaded, Value
from .parameters import written
from .signature import signatures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .known import Known
    from .reading import Reader

_LONGEST = 400  # lines of source


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
    file, line = _place(obj)
    return {
        "title": title,
        "text": _docstring(obj) or _from_stub(obj),
        "place": f"{file}:{line}" if file and line else file,
        "source": _source(file, line) if source and file else "",
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
                return f"module {safe.entry(safe.own_dict(obj), '__name__')}"
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
    if safe.among(kind, preview.WITH_TEXT):
        found = obj.__doc__
    elif getter := getter_of(obj):
        found = getter.__doc__
    else:
        found = safe.entry(safe.own_dict(obj), "__doc__")
    return found if type(found) is str else ""


def _place(obj: Any) -> tuple[str, int]:
    """The file and line where something is defined; empty for what is written in C."""
    kind = type(obj)
    if kind is types.MethodType or safe.among(kind, (staticmethod, classmethod)):
        obj = obj.__func__
    wrapped = safe.entry(safe.own_dict(obj), "__wrapped__") if not safe.is_class(obj) else safe.MISSING
    if type(wrapped) is types.FunctionType:
        obj = wrapped
    obj = getter_of(obj) or obj
    if type(obj) is types.FunctionType:
        return _thawed(obj), obj.__code__.co_firstlineno
    if safe.is_module(obj):
        file = safe.entry(safe.own_dict(obj), "__file__")
        return (file, 1) if type(file) is str else ("", 0)
    return _place_of_class(obj) if safe.is_class(obj) else ("", 0)


def _thawed(function: types.FunctionType) -> str:
    """The file of a function, also of one in a frozen module."""
    file = function.__code__.co_filename
    if file.startswith("<frozen "):
        found = safe.entry(function.__globals__, "__file__")
        return found if type(found) is str else ""
    return file


def _place_of_class(cls: type) -> tuple[str, int]:
    line = safe.class_dict(cls).get("__firstlineno__")
    file = _file_of_class(cls)
    if not file:
        return "", 0
    return file, line if type(line) is int else _line_of_class(file, safe.qualname_of(cls))


def _file_of_class(cls: type) -> str:
    for raw in safe.class_dict(cls).values():
        function = raw.__func__ if safe.among(type(raw), (staticmethod, classmethod)) else raw
        if type(function) is types.FunctionType and function.__qualname__.startswith(
            safe.qualname_of(cls) + "."
        ):
            file: str = function.__code__.co_filename
            if os.path.isfile(file) or file.startswith("<sideloop-"):
                return file
    module = safe.loaded(safe.module_of(cls))
    found = safe.entry(safe.own_dict(module), "__file__") if module is not None else ""
    return found if type(found) is str and found.endswith(".py") else ""


def _line_of_class(file: str, qualname: str) -> int:
    """Where `class name` stands with the indentation of its nesting."""
    import linecache

    *outer, name = qualname.split(".")
    for number, line in enumerate(linecache.getlines(file), 1):
        text = line.lstrip()
        if text.startswith((f"class {name}(", f"class {name}:", f"class {name}[")) and bool(outer) == (
            text != line
        ):
            return number
    return 0


def _source(file: str, line: int) -> str:
    """The lines of a definition, or of a module."""
    import inspect
    import linecache

    lines = linecache.getlines(file)[max(line - 1, 0) :]
    if not lines:
        return ""
    if line > 1 or lines[0].lstrip().startswith(("def ", "class ", "@", "async ")):
        try:
            lines = inspect.getblock(lines)
        except (SyntaxError, IndentationError, EOFError):
            lines = lines[:_LONGEST]
    import textwrap

    return textwrap.dedent("".join(lines[:_LONGEST])).rstrip()


def _from_stub(obj: Any) -> str:
    """What a stub beside the module says of something without a docstring."""
    module = (
        obj.__module__
        if safe.among(type(obj), preview.WITH_TEXT)
        else safe.module_of(obj)
        if safe.is_class(obj)
        else ""
    )
    name = getattr(obj, "__qualname__", "") if safe.among(type(obj), preview.WITH_TEXT) else ""
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
