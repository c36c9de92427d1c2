"""Compile one input with the grammar of the running interpreter.

An input is parsed once and compiled once, so its warnings come once. The last
expression is compiled apart, as its value is what the prompt shows. Nothing is executed.
"""

from __future__ import annotations

import sys

from . import grammar, sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from types import CodeType
    from typing import Any

    from .namespace import Namespace

_LONG = 100_000  # characters; Python 3.10 crashes on a deeper tree, and only compiling all in one is safe


class Compiled:
    """An input that is ready to run.

    `filename` is what tracebacks call it and `text` what they show; `tree` is there if the text
    may define a class; `has_value` is true where an expression comes last. `awaits`, `names` and
    `futures` (flags of `__future__` imports) tell of the codes: here, since Enter is not waited for.
    """

    __slots__ = (
        "awaits",
        "codes",
        "filename",
        "futures",
        "has_value",
        "names",
        "says_global",
        "text",
        "tree",
        "warnings",
    )

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        filename: str,
        text: str,
        codes: list[CodeType],
        has_value: bool,
        warnings: list[tuple[Any, ...]],
        says_global: bool = False,
        tree: ast.Module | None = None,
    ) -> None:
        self.filename = filename
        self.text = text
        self.codes = codes
        self.has_value = has_value
        self.warnings = warnings
        self.says_global = says_global
        self.tree = tree
        self.awaits = any(code.co_flags & grammar.COROUTINE for code in codes)
        self.names = {name for code in codes for name in code.co_names}
        self.futures = 0
        for code in codes:
            self.futures |= grammar.futures_of(code)


class Invalid:
    """An input that is no Python: `line` and `column` (in characters) count from 1."""

    __slots__ = ("column", "line", "message")

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line = line
        self.column = column
        self.message = message


class Incomplete:
    """An input that is the beginning of one."""

    __slots__ = ()


def compile_input(source: str, filename: str, namespace: Namespace) -> Compiled | Invalid | Incomplete:
    """Compiles `source`, which tracebacks will call `filename`.

    `__future__` imports of earlier inputs hold. Indentation that all lines share is removed.
    """
    text, indent = grammar.dedent(source)
    warnings: list[tuple[Any, ...]] = []
    try:
        with sources.warnings_of(filename, warnings):
            if code := _expression(text, filename, namespace):
                return Compiled(filename, text, [code], True, warnings)
            warnings.clear()
            codes, has_value, tree = _compile(text, filename, namespace)
    except grammar.REFUSALS as error:
        if isinstance(error, SyntaxError) and grammar.is_incomplete(text, namespace.flags):
            return Incomplete()
        return _invalid(error, source, indent)
    says_global = "global" in text and any(type(node).__name__ == "Global" for node in grammar.walk(tree))
    kept = tree if "class" in text else None
    return Compiled(filename, text, codes, has_value, warnings, says_global, kept)


def _expression(text: str, filename: str, namespace: Namespace) -> CodeType | None:
    """The code of an input that is one line and an expression, which most are: no tree is needed."""
    if "\n" in text or "class" in text:
        return None
    try:
        flags = namespace.flags | grammar.TOP_LEVEL_AWAIT
        code: CodeType = compile(text, filename, "eval", flags, dont_inherit=True)
    except grammar.REFUSALS:
        return None
    return code


def _compile(text: str, filename: str, namespace: Namespace) -> tuple[list[CodeType], bool, ast.Module]:
    """The code objects to evaluate in turn, and whether the last one's value is the input's."""
    flags = namespace.flags | grammar.TOP_LEVEL_AWAIT
    if sys.version_info < (3, 11) and len(text) > _LONG:
        compile(text, filename, "exec", flags, dont_inherit=True)
    tree: ast.Module = compile(text, filename, "exec", flags | grammar.ONLY_AST, dont_inherit=True)
    body, last = _split(tree)
    codes = []
    if body.body or last is None:
        codes.append(compile(body, filename, "exec", flags, dont_inherit=True))
        flags |= grammar.futures_of(codes[0])
    if last is not None:
        codes.append(compile(last, filename, "eval", flags, dont_inherit=True))
    return codes, last is not None, tree


def _split(tree: ast.Module) -> tuple[ast.Module, ast.Expression | None]:
    """The statements, and the expression at the end of them if there is one."""
    import _ast

    statements, last = tree.body[:], None
    if statements and isinstance(end := statements[-1], _ast.Expr):
        last = _ast.Expression(end.value)
        del statements[-1]
    while statements and isinstance(getattr(statements[0], "value", None), _ast.Constant):
        if not isinstance(statements[0], _ast.Expr):
            break
        del statements[0]  # a string would be taken for the module's docstring
    return _ast.Module(statements, []), last


def _invalid(error: Exception, source: str, indent: int) -> Invalid:
    """Where and why, within the bounds of `source`."""
    lines = source.split("\n")
    line, column, message = 1, 1, str(error) or type(error).__name__
    if isinstance(error, SyntaxError):
        line, message = error.lineno or 1, error.msg
        column = max(error.offset or 1, 1) + indent
    elif isinstance(error, RecursionError | MemoryError):
        message = "too deeply nested to compile"
    line = min(max(line, 1), len(lines))
    column = min(column, len(lines[line - 1]) + 1)
    return Invalid(line, column, message.splitlines()[0])
