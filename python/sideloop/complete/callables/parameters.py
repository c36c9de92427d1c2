"""The parameters of a signature: from values, from source, and back to source."""

from __future__ import annotations

import types

from .. import preview, safe, spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    import functools
    from typing import Any

    Signature = dict[str, Any]

ONLY, BOTH, MANY, KEYWORD, KEYWORDS = (
    "positional_only",
    "positional_or_keyword",
    "var_positional",
    "keyword_only",
    "var_keyword",
)


def parameter(name: str, kind: str, annotation: str = "", default: object = safe.MISSING) -> dict[str, Any]:
    """A parameter as the prompt takes it; the default is shown as source where it is plain."""
    shown = None if default is safe.MISSING else as_source(default)
    return {"name": name, "kind": kind, "annotation": annotation, "default": shown}


def as_source(obj: Any) -> str:
    """A default: plain values by `repr`, classes and functions by name, else an ellipsis."""
    kind = type(obj)
    if safe.among(kind, (bool, int, float, complex, str, bytes, type(None))):
        return spelling.short(obj)
    if safe.among(kind, (list, tuple, dict, set, frozenset)) and not obj:
        return repr(obj)
    if kind is tuple and len(obj) < 5:
        inner = ", ".join(map(as_source, obj))
        return f"({inner},)" if len(obj) == 1 else f"({inner})"
    if safe.is_class(obj):
        return safe.qualname_of(obj)
    if kind is types.FunctionType or kind is types.BuiltinFunctionType:
        return safe.text(obj.__name__)
    if preview.is_member(kind):
        return f"{safe.name_of(kind)}.{safe.text(safe.field(obj, '_name_'))}"
    return "..."


def parsed(name: str, text: str) -> Signature | None:
    """From a text signature such as `(a, /, b=1)`; `None` for one that is no Python."""
    import ast

    try:
        tree = ast.parse(f"def f{text}: pass").body[0]
    except SyntaxError:
        return None
    return of_arguments(name, tree.args, tree.returns) if isinstance(tree, ast.FunctionDef) else None


def of_arguments(name: str, given: Any, returns: Any) -> Signature:
    """From the tree of a definition."""
    import ast

    def source(node: ast.expr | None) -> str:
        return "" if node is None else ast.unparse(node)

    def one(argument: ast.arg, kind: str, default: ast.expr | None = None) -> dict[str, Any]:
        shown = source(default) if default is not None else None
        return {
            "name": argument.arg,
            "kind": kind,
            "annotation": source(argument.annotation),
            "default": shown,
        }

    positional = [(argument, ONLY) for argument in given.posonlyargs] + [
        (argument, BOTH) for argument in given.args
    ]
    missing: list[ast.expr | None] = [None] * (len(positional) - len(given.defaults))
    pairs = zip(positional, [*missing, *given.defaults], strict=True)
    parameters = [one(argument, kind, default) for (argument, kind), default in pairs]
    if given.vararg:
        parameters.append(one(given.vararg, MANY))
    parameters += [
        one(*pair[:1], KEYWORD, pair[1]) for pair in zip(given.kwonlyargs, given.kw_defaults, strict=True)
    ]
    if given.kwarg:
        parameters.append(one(given.kwarg, KEYWORDS))
    return {"name": name, "parameters": parameters, "returns": source(returns)}


def written(parameters: list[dict[str, Any]]) -> str:
    """Parameters as source."""
    parts: list[str] = []
    starred = False
    for number, one in enumerate(parameters):
        if one["kind"] == KEYWORD and not starred:
            parts.append("*")
            starred = True
        starred = starred or one["kind"] == MANY
        stars = {MANY: "*", KEYWORDS: "**"}.get(one["kind"], "")
        annotation = f": {one['annotation']}" if one["annotation"] else ""
        equal = " = " if annotation else "="
        default = f"{equal}{one['default']}" if one["default"] is not None else ""
        parts.append(f"{stars}{one['name']}{annotation}{default}")
        behind = parameters[number + 1 : number + 2]
        if one["kind"] == ONLY and (not behind or behind[0]["kind"] != ONLY):
            parts.append("/")
    return ", ".join(parts)


def bound(found: list[Signature]) -> list[Signature]:
    """Without the receiver's parameter."""
    result = []
    for one in found:
        first = one["parameters"][:1]
        drop = bool(first) and first[0]["kind"] in (ONLY, BOTH)
        result.append({**one, "parameters": one["parameters"][drop:]})
    return result


def named(name: str, found: list[Signature]) -> list[Signature]:
    """As signatures of a class of that name."""
    return [{**one, "name": name, "returns": ""} for one in found]


def partially(one: Signature, partial: functools.partial[Any]) -> Signature:
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
