"""The running interpreter's grammar: flags and errors of `compile`, and what it asks of a text."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator
    from types import CodeType
    from typing import Any

ONLY_AST = 0x400
"""`ast.PyCF_ONLY_AST`, without importing `ast`."""

TOP_LEVEL_AWAIT = 0x2000
"""`ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`."""

COROUTINE = 0x80
"""`inspect.CO_COROUTINE`, of the flags that code has."""

REFUSALS = (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError)
"""What `compile` raises for text that is not Python."""

_FIRST_FUTURE = 0x20000  # CO_FUTURE_DIVISION; those with lower flags have long been the only way
_ALLOW_INCOMPLETE = 0x4000  # codeop.PyCF_ALLOW_INCOMPLETE_INPUT, since Python 3.11


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """`ast.walk`, without importing `ast`."""
    import _ast

    rest = [node]
    while rest:
        node = rest.pop()
        yield node
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, _ast.AST):
                rest.append(value)
            elif isinstance(value, list):
                rest.extend(item for item in value if isinstance(item, _ast.AST))


def dedent(source: str) -> tuple[str, int]:
    """`source` without the indentation of its first line, and how much that was.

    Lines that are indented less stand in strings or brackets, or are errors; they stay.
    """
    if not source[:1].isspace():
        return source, 0
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    if not indent:
        return source, 0
    return "\n".join(line.removeprefix(indent) for line in lines), len(indent)


def is_incomplete(text: str, flags: int) -> bool:
    """Whether more lines could make `text`, which does not compile, an input that does."""
    from . import sources

    flags |= ONLY_AST | TOP_LEVEL_AWAIT
    with sources.warnings_of("<incomplete>", []):
        if sys.version_info >= (3, 11):
            try:
                compile(text, "<incomplete>", "exec", flags | _ALLOW_INCOMPLETE, dont_inherit=True)
            except REFUSALS as error:
                return getattr(error, "msg", "") == "incomplete input"
            return False
        first, second = _error(text + "\n", flags), _error(text + "\n\n", flags)
        return first != second or "was never closed" in first


def _error(text: str, flags: int) -> str:
    """Python 3.10: an error that moves when a line is added is one at the end of the input."""
    try:
        compile(text, "<incomplete>", "exec", flags, dont_inherit=True)
    except REFUSALS as error:
        return repr(error)
    return ""


def future_flags(names: dict[str, Any]) -> int:
    """The compiler flags of the `__future__` imports that `names` hold."""
    if "__future__" not in sys.modules:
        return 0
    import __future__

    flags = 0
    for name in __future__.all_feature_names:
        feature: __future__._Feature = getattr(__future__, name)
        if names.get(name) is feature:
            flags |= feature.compiler_flag
    return flags


def futures_of(code: CodeType) -> int:
    """The compiler flags of the `__future__` imports that some code was compiled with."""
    if code.co_flags < _FIRST_FUTURE:
        return 0
    import __future__

    mask = 0
    for name in __future__.all_feature_names:
        mask |= getattr(__future__, name).compiler_flag
    return code.co_flags & mask
