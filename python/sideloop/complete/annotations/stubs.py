"""What the type stub of a compiled module says of its functions: parameters and returns.

Only the definitions that are asked for are parsed: stubs can have thousands of lines.
"""

from __future__ import annotations

import os
import sys
import types

from .. import pace, safe
from ..known import Instance, Value
from ..known.facts import class_of, either, instance_of
from . import annotated, checking, declarations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from typing import Any

    from ..known import Known

_COMPILED = "cython_function_or_method"
_LARGEST = 1_000_000  # characters of a stub that is read
_MOST = 12  # overloads
_TALLEST = 60  # lines of a definition
_MOST_KEPT = 500


def is_compiled(obj: object) -> bool:
    """Whether an object is a function that Cython compiled."""
    kind = type(obj)
    if safe.name_of(kind) != _COMPILED:
        return False
    runtimes = (safe.loaded(name) for name in safe.strings(sys.modules) if name.startswith("_cython_"))
    return any(one is not None and safe.entry(safe.own_dict(one), _COMPILED) is kind for one in runtimes)


def definitions(function: Any) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """What the stub says of a function that is compiled, or of a Python one; its overloads, else one."""
    module, name = _origin(function)
    return _definitions(module, name) if module and name else []


@pace.piece(_MOST_KEPT)
def _definitions(module: str, name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    text = _text(module)
    return _found(text, name.split(".")) if text else []


def returned(function: Any, receiver: Known | None) -> Known | None:
    """What a function returns, by its stub."""
    found = [one.returns for one in definitions(function) if one.returns is not None]
    if not found:
        return None
    module = _origin(function)[0]
    is_class = type(receiver) is Value and safe.is_class(receiver.obj)
    cls = class_of(receiver)
    owner = instance_of(receiver) if is_class else Instance(cls) if cls is not None else receiver
    scope = _scope(module, owner)
    options: list[Known | None] = []
    for annotation in found:
        known = annotated.of_node(annotation, scope)
        if all(class_of(known) is not class_of(one) for one in options):
            options.append(known)
    return either(options)


def _origin(function: Any) -> tuple[str, str]:
    """The module and the qualified name of a function."""
    if is_compiled(function) or type(function) is types.FunctionType:
        module, name = safe.text(function.__module__), safe.text(function.__qualname__)
        return _place(module, name.partition(".")[0]), name
    return "", ""


@pace.piece(_MOST_KEPT)
def _place(module: str, name: str) -> str:
    """The module whose stub defines a name: a package calls its own what it imports."""
    import re

    text = _text(module)
    if not text or re.search(rf"\n(?:class|def|async def) {re.escape(name)}\b", text):
        return module
    is_package = safe.entry(safe.own_dict(safe.loaded(module)), "__path__") is not safe.MISSING
    found = checking.origins(text, module if is_package else module.rpartition(".")[0], name)
    return next((origin for origin, attribute in found if origin and attribute == name), module)


@pace.piece(_MOST_KEPT)
def _text(module: str) -> str:
    """The stub beside a module; empty when there is none."""
    from .. import modules

    parent, _, name = module.rpartition(".")
    ends = (f"{name}.pyi", f"{name}/__init__.pyi")
    files = (os.path.join(place, end) for place in modules.places(parent) for end in ends)
    return next((text for file in files if os.path.isfile(file) and (text := _read(file))), "")


def _read(file: str) -> str:
    try:
        with open(file, encoding="utf-8") as stub:
            return "\n" + stub.read(_LARGEST)
    except (OSError, ValueError):
        return ""


def _found(text: str, path: list[str]) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The definitions at a path such as `["Class", "method"]`."""
    import re

    *classes, name = path
    for cls in classes:
        head = re.search(rf"\n[ ]*class {re.escape(cls)}\b", text)
        if head is None:
            return []
        text = text[head.end() :]
        end = re.search(r"\n(?=[^\s#)\]])", text)
        text = text[: end.start() + 1] if end else text
    indent = " " * (4 * len(classes))
    starts = re.finditer(rf"\n{indent}(?:async )?def {re.escape(name)}\(", text)
    found = [_parsed(text[one.start() + 1 :]) for one, _ in zip(starts, range(_MOST), strict=False)]
    return [one for one in found if one is not None]


def _parsed(text: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    """The definition that a text begins with."""
    import ast

    header = ""
    for line in text.splitlines()[:_TALLEST]:
        header += f"{line.partition('  #')[0].rstrip()}\n"
        if header.endswith((": ...\n", ":\n")):
            try:
                only = ast.parse(header.strip().removesuffix("...") + " pass").body[0]
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                continue
            return only if isinstance(only, ast.FunctionDef | ast.AsyncFunctionDef) else None
    return None


def _scope(module: str, receiver: Known | None) -> declarations.Scope:
    """Where the names of a stub are looked up: in its module, and by its imports."""
    loaded = safe.loaded(module)
    plain = declarations.scope_of(safe.own_dict(loaded) if loaded is not None else {}, receiver)

    def lookup(name: str) -> Known | None:
        if (found := plain.lookup(name)) is not None:
            return found
        imported = checking.imported_by(_text(module), module.rpartition(".")[0], name)
        return None if imported is safe.MISSING else Value(imported)

    return declarations.Scope(lookup, receiver)
