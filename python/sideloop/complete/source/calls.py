"""Calls whose arguments, as they are written, tell what they give."""

from __future__ import annotations

import ast
import types

from .. import safe
from ..known import Definition, Instance, Value
from ..known.attributes import attribute
from ..known.elements import element
from ..known.facts import class_of, either, instance_of
from ..known.protocols import awaited
from .pieces import module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..known import Known
    from .reading import Reader

_MANAGERS = ("contextmanager", "asynccontextmanager")


def told(reader: Reader, callee: Known | None, node: ast.Call, limit: int) -> Known | None:
    """What the call gives, where the callee is one of those that are known here."""
    if (made := named_tuple(callee, node)) is not None:
        return made
    function: Any = callee.obj if type(callee) is Value else None
    name = safe.text(function.__name__) if safe.among(type(function), safe.FUNCTIONS) else ""
    if function is dict or function is types.SimpleNamespace:
        return _filled(reader, function, node, limit)
    if not node.args or name not in _KNOWN or function is not _of(_KNOWN[name], name):
        return None
    first = reader.node(node.args[0], limit)
    match name:
        case "cast":
            cast = reader.annotation(node.args[0], limit)
            return cast if cast is not None else instance_of(first)
        case "getattr" | "vars":
            asked = "__dict__" if name == "vars" else _text(node, 1)
            return attribute(first, asked) if asked else None
        case "asdict":
            return _as_dict(first)
        case "import_module":
            return module(_text(node, 0)) if _text(node, 0) else None
        case "gather":
            return _gathered(reader, node, limit)
        case _ if name in _MANAGERS and type(first) is Definition:
            return Definition(first.node, first.reader, first.limit, first.receiver, manages=True)
    return None


_KNOWN = {
    "cast": "typing",
    "getattr": "builtins",
    "vars": "builtins",
    "asdict": "dataclasses",
    "import_module": "importlib",
    "gather": "asyncio",
    **dict.fromkeys(_MANAGERS, "contextlib"),
}


def _as_dict(known: Known | None) -> Known:
    """The dict with the fields of a data class."""
    cls = class_of(known)
    fields = safe.class_dict(cls).get("__dataclass_fields__") if cls is not None else None
    names = safe.strings(fields) if type(fields) is dict else []
    return Instance(dict, (Instance(str), None), keys=tuple((name, None) for name in names))


def _gathered(reader: Reader, node: ast.Call, limit: int) -> Known | None:
    """What awaiting several gives is a list, in their order."""
    future = _of("asyncio", "Future")
    given = [reader.node(one, limit) for one in node.args]
    is_starred = [isinstance(one, ast.Starred) for one in node.args]
    results = [awaited(element(one) if many else one) for one, many in zip(given, is_starred, strict=True)]
    numbered = () if any(is_starred) else tuple(enumerate(results))
    return (
        Instance(future, (Instance(list, (either(results),), keys=numbered),))
        if safe.is_class(future)
        else None
    )


def _of(module: str, name: str) -> object:
    loaded = safe.loaded(module)
    return safe.entry(safe.own_dict(loaded), name) if loaded is not None else safe.MISSING


def _text(node: ast.Call, number: int) -> str:
    """An argument that is a text."""
    one = node.args[number] if number < len(node.args) else None
    return one.value if isinstance(one, ast.Constant) and type(one.value) is str else ""


def _filled(reader: Reader, cls: type, node: ast.Call, limit: int) -> Known | None:
    """`dict(a=1)` and its like."""
    pairs = [(one.arg, reader.node(one.value, limit)) for one in node.keywords if one.arg]
    if node.args or not pairs:
        return None
    return Instance(cls, (Instance(str), pairs[0][1]), keys=tuple(pairs))


def named_tuple(callee: Known | None, node: ast.Call) -> Known | None:
    """The class that `namedtuple("Name", "fields")` makes: its literals say all of it."""
    import collections

    if type(callee) is not Value or callee.obj is not collections.namedtuple or len(node.args) != 2:
        return None
    try:
        name, fields = map(ast.literal_eval, node.args)
        return Value(collections.namedtuple(name, fields))
    except (ValueError, TypeError):
        return None


def file(found: Known | None, node: ast.Call) -> Known | None:
    """A file by the mode that it is opened with: with `b` it is a binary one."""
    import io

    if class_of(found) is not io.TextIOWrapper:
        return found
    written = [*node.args, *(one.value for one in node.keywords)]
    texts = [one.value for one in written if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    modes = [text for text in texts if "b" in text and len(text) <= 3]
    if not modes:
        return found
    return Instance(io.BufferedReader if "r" in modes[-1] else io.BufferedWriter)
