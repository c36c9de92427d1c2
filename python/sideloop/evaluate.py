"""Compile one input and run it: `check` when Enter is pressed, `run` when the terminal is ours.

An input is parsed once and compiled once, so its warnings come once. The last
expression is compiled apart, as its value is what the prompt shows.
"""

from __future__ import annotations

import sys

from . import grammar

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Awaitable, Callable, Coroutine
    from types import CodeType
    from typing import Any

    from .namespace import Namespace

_COROUTINE = 0x80  # inspect.CO_COROUTINE
_LONG = 100_000  # characters; Python 3.10 crashes on a deeper tree, and only compiling all in one is safe


class Compiled:
    """An input that is ready to run.

    `filename` is what tracebacks call it; `has_value` is true where an expression comes last.
    """

    __slots__ = ("codes", "filename", "has_value", "says_global", "warnings")

    def __init__(
        self,
        filename: str,
        codes: list[CodeType],
        has_value: bool,
        says_global: bool,
        warnings: list[tuple[Any, ...]],
    ) -> None:
        self.filename = filename
        self.codes = codes
        self.has_value = has_value
        self.says_global = says_global
        self.warnings = warnings


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


class Outcome:
    """How an input ended: with the value of its last expression, or with an exception.

    `has_value` is false after an exception, and where a statement came last.
    """

    __slots__ = ("exception", "has_value", "value")

    def __init__(
        self, value: object = None, exception: BaseException | None = None, *, has_value: bool = True
    ) -> None:
        self.value = value
        self.exception = exception
        self.has_value = has_value and exception is None


def check(source: str, namespace: Namespace) -> Compiled | Invalid | Incomplete:
    """Compiles `source` with the grammar of the running interpreter.

    `__future__` imports of earlier inputs hold. Indentation that all lines share is
    removed. Nothing is executed and nothing printed: warnings wait for `run`.
    """
    from .sources import new_name, register, warnings_of

    text, indent = grammar.dedent(source)
    filename = new_name()
    warnings: list[tuple[Any, ...]] = []
    try:
        with warnings_of(filename, warnings):
            if code := _expression(text, filename, namespace):
                register(filename, text)
                return Compiled(filename, [code], has_value=True, says_global=False, warnings=warnings)
            warnings.clear()
            codes, has_value, tree = _compile(text, filename, namespace)
    except grammar.REFUSALS as error:
        if isinstance(error, SyntaxError) and grammar.is_incomplete(text, namespace.flags):
            return Incomplete()
        return _invalid(error, source, indent)
    register(filename, text)
    if "class" in text:
        from .classes import note

        note(tree, filename)
    says_global = "global" in text and any(type(node).__name__ == "Global" for node in grammar.walk(tree))
    return Compiled(filename, codes, has_value, says_global, warnings)


def warm_up() -> None:
    """Imports what the first inputs will need: to be called once a prompt is up."""
    for name in ("__future__", "_ast", "linecache", "warnings", "sideloop.layout", "sideloop.sources"):
        __import__(name)


async def run(
    compiled: Compiled,
    namespace: Namespace,
    run_awaitable: Callable[[Coroutine[Any, Any, Any]], Awaitable[Any]],
) -> Outcome:
    """Executes an input on this thread, in this task.

    An input that awaits becomes a coroutine, which `run_awaitable` runs to its end: it
    returns its value and raises what it raised. Every exception is an outcome, a
    cancellation too: the caller knows whether it was meant for the session. Only
    `GeneratorExit` is raised, as it ends the session's own coroutine.
    """
    from .classes import known_to_inspect

    value = None
    scopes = namespace.scopes(says_global=compiled.says_global)
    try:
        _show_warnings(compiled)
        with known_to_inspect():
            for code in compiled.codes:
                namespace.flags |= grammar.futures_of(code)
                value = eval(code, *scopes)
                if code.co_flags & _COROUTINE:
                    value = await run_awaitable(value)
    except GeneratorExit:
        raise
    except BaseException as exception:
        return Outcome(exception=exception)
    return Outcome(value, has_value=compiled.has_value)


def _expression(text: str, filename: str, namespace: Namespace) -> CodeType | None:
    """The code of an input that is one line and an expression, which most are: no tree is needed."""
    if "\n" in text or "class" in text or text.strip().isidentifier():
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
    body, last = _split(tree, namespace)
    codes = []
    if body.body or last is None:
        codes.append(compile(body, filename, "exec", flags, dont_inherit=True))
        flags |= grammar.futures_of(codes[0])
    if last is not None:
        codes.append(compile(last, filename, "eval", flags, dont_inherit=True))
    return codes, last is not None, tree


def _split(tree: ast.Module, namespace: Namespace) -> tuple[ast.Module, ast.Expression | None]:
    """The statements, and the expression at the end of them if there is one."""
    import _ast

    statements, last = tree.body[:], None
    if statements and isinstance(end := statements[-1], _ast.Expr):
        last = _ast.Expression(_call_if_leaving(end.value, namespace) if len(statements) == 1 else end.value)
        del statements[-1]
    while statements and isinstance(getattr(statements[0], "value", None), _ast.Constant):
        if not isinstance(statements[0], _ast.Expr):
            break
        del statements[0]  # a string would be taken for the module's docstring
    return _ast.Module(statements, []), last


def _call_if_leaving(value: ast.expr, namespace: Namespace) -> ast.expr:
    """`exit` as a whole input means `exit()`, as long as it is the session's own."""
    import _ast

    from .extras import Leave

    if isinstance(value, _ast.Name):
        try:
            meaning = namespace.lookup(value.id)
        except KeyError:
            return value
        if type(meaning) is Leave:
            place = {"lineno": value.lineno, "col_offset": value.col_offset}
            return _ast.Call(value, [], [], **place)
    return value


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


def _show_warnings(compiled: Compiled) -> None:
    for arguments in compiled.warnings:
        import warnings

        warnings.showwarning(*arguments)
    compiled.warnings.clear()
