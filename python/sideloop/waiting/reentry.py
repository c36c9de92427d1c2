"""Running a coroutine to its end from plain code: in a loop of our own, or in one that runs already.

A running loop is driven from below itself, one iteration after the other, until the
coroutine is done. Nothing is patched and nothing stays behind: the current task is left
and entered again, and the iteration that we stand in, which counted its ready handles
before it began, finds as many as it counted.
"""

from __future__ import annotations

import asyncio
from asyncio import events, tasks
from contextvars import Context, copy_context

from ..interrupt.evaluation import Evaluation
from ..interrupt.steps import Steps, pump
from ..interrupt.wakeup import withhold_sigint
from ..interrupt.waking import Cancelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future, Task
    from typing import Any

CANNOT = (
    "a running {} cannot be entered again: use `await sideloop.embed_async()` to await things at its prompt"
)


def run(loop: AbstractEventLoop, coroutine: Any, evaluation: Evaluation) -> Any:
    """Runs a coroutine as a task of `loop`, which may be running in this thread.

    Context variables that it sets are set for the caller, too.

    Raises:
        RuntimeError: The loop runs and cannot be entered again, as uvloop's.
        BaseException: What the coroutine raised.
    """
    if loop.is_running() and not isinstance(loop, asyncio.BaseEventLoop):
        coroutine.close()
        raise RuntimeError(CANNOT.format(type(loop).__module__))
    task = loop.create_task(contained(loop, coroutine, evaluation))
    if loop.is_running():
        enter(loop, task)
    else:
        wakeup = withhold_sigint(loop)
        try:
            run_until(loop, task)
        finally:
            wakeup.close()
    value, error, context = task.result()
    adopt(context)
    if error is not None:
        raise error
    return value


async def contained(
    loop: AbstractEventLoop, coroutine: Any, evaluation: Evaluation
) -> tuple[Any, BaseException | None, Context]:
    """Awaits a coroutine and lets no exception out: asyncio lets some of them out of the loop."""
    task = asyncio.current_task()
    assert task is not None
    try:
        value = await Steps(coroutine, evaluation, Cancelling(loop, task))
    except GeneratorExit:
        raise
    except BaseException as error:
        return None, error, copy_context()
    return value, None, copy_context()


def adopt(context: Context) -> None:
    """Sets the variables that have other values in `context`."""
    for variable, value in context.items():
        if variable.get(adopt) is not value:
            variable.set(value)


@pump
def run_until(loop: AbstractEventLoop, future: Future[Any]) -> None:
    """Runs a loop that does not run yet until a future is done."""
    loop.run_until_complete(future)


@pump
def enter(loop: Any, task: Task[Any]) -> None:
    """Runs a running loop until a task is done. In its own thread, below one of its callbacks."""
    current = tasks.current_task(loop)
    ready, handle, stopping = len(loop._ready), loop._current_handle, loop._stopping
    if current is not None:
        tasks._leave_task(loop, current)
    try:
        while not task.done():
            # A loop that is to stop does not sleep; let it stop when it is its own turn.
            stopping |= loop._stopping
            loop._stopping = False
            loop._run_once()
    finally:
        if current is not None:
            tasks._enter_task(loop, current)
        loop._current_handle = handle
        loop._stopping |= stopping
        missing = ready - len(loop._ready)
        loop._ready.extend(nothing(loop) for _ in range(missing))


def nothing(loop: AbstractEventLoop) -> events.Handle:
    """A handle that the loop skips."""
    handle = events.Handle(len, (), loop)
    handle.cancel()
    return handle


async def readable(loop: AbstractEventLoop, fd: int) -> None:
    """Waits until a file descriptor is readable."""
    future = loop.create_future()

    def resolve() -> None:
        if not future.done():
            future.set_result(None)

    loop.add_reader(fd, resolve)
    try:
        await future
    finally:
        loop.remove_reader(fd)


def close(loop: AbstractEventLoop) -> None:
    """Ends a loop of our own: what still runs in it is cancelled, as `asyncio.run` does.

    Threads of its executor are not waited for.
    """
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    try:
        if left:
            loop.run_until_complete(asyncio.wait(left))
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
