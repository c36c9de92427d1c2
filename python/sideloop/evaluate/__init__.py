"""Run one input that was compiled, when the terminal is ours."""

from __future__ import annotations

import sys

from . import grammar
from .classes import known_to_inspect
from .extras import Leave

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from types import CodeType
    from typing import Any

    from .compiling import Compiled
    from .namespace import Namespace

NEED = ("__future__", "_ast", "linecache", "warnings", "sideloop.display.layout", "sideloop.evaluate.sources")
"""Modules that the first inputs will need: to be imported once a prompt is up."""

_NEED_A_LOOP = frozenset({"create_task", "current_task", "get_running_loop"})
"""What asyncio does in a running loop only."""


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


async def run(
    compiled: Compiled,
    namespace: Namespace,
    run_awaitable: Callable[[Coroutine[Any, Any, Any]], Awaitable[Any]],
) -> Outcome:
    """Executes an input on this thread, in this task.

    An input that awaits becomes a coroutine, which `run_awaitable` runs to its end, all parts
    of it: what stands before the first await may ask for the running loop. It returns the
    coroutine's value and raises what that raised. Every exception is an outcome, a
    cancellation too: the caller knows whether it was meant for the session. Only a
    `GeneratorExit` at an `await` is raised, as it ends the session's own coroutine.
    """
    value, awaits = None, compiled.awaits or _asks_for_loop(compiled.names)
    scopes = namespace.scopes(says_global=compiled.says_global)
    try:
        if compiled.warnings:
            _show_warnings(compiled)
        namespace.flags |= compiled.futures
        with known_to_inspect():
            for code in compiled.codes:
                value = await run_awaitable(_part(code, scopes)) if awaits else eval(code, *scopes)
            if type(value) is Leave and _is_name(compiled):
                value()
    except BaseException as exception:
        if awaits and isinstance(exception, GeneratorExit):
            raise
        return Outcome(exception=exception)
    return Outcome(value, has_value=compiled.has_value)


def _asks_for_loop(names: set[str]) -> bool:
    """Whether an input that uses these runs in the loop though it does not await: it makes a task, say."""
    if _NEED_A_LOOP.isdisjoint(names) or not ("asyncio" in names or "asyncio" in sys.modules):
        return False
    from ..waiting.running import in_trio, running_loop

    return running_loop() is None and not in_trio()


async def _part(code: CodeType, scopes: tuple[Any, ...]) -> Any:
    value = eval(code, *scopes)
    return await value if code.co_flags & grammar.COROUTINE else value


def _is_name(compiled: Compiled) -> bool:
    """Whether the input is nothing but a name: `exit` as a whole input means `exit()`."""
    return len(compiled.codes) == 1 and len(compiled.codes[0].co_names) == 1


def _show_warnings(compiled: Compiled) -> None:
    for arguments in compiled.warnings:
        import warnings

        warnings.showwarning(*arguments)
    compiled.warnings.clear()
