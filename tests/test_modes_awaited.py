"""`await embed_async()` beside each kind of loop."""

from __future__ import annotations

import asyncio
import contextvars
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
import sideloop

VARIABLE: contextvars.ContextVar[str] = contextvars.ContextVar("VARIABLE", default="unset")


def in_asyncio(main: Callable[[], Any]) -> None:
    asyncio.run(main())


def in_uvloop(main: Callable[[], Any]) -> None:
    loop = pytest.importorskip("uvloop").new_event_loop()
    loop.run_until_complete(main())
    loop.close()


def in_trio(main: Callable[[], Any]) -> None:
    pytest.importorskip("trio").run(main)


def in_anyio_on(backend: str) -> Callable[[Callable[[], Any]], None]:
    return lambda main: pytest.importorskip("anyio").run(main, backend=backend)


LOOPS = [in_asyncio, in_uvloop, in_trio, in_anyio_on("asyncio"), in_anyio_on("trio")]


@pytest.mark.parametrize("run", LOOPS)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_awaited_in_the_callers_task_and_context(
    script: Callable[..., Any], run: Callable[..., None], elsewhere: bool
) -> None:
    names: dict[str, Any] = {"VARIABLE": VARIABLE, "threading": threading}

    async def main() -> None:
        import anyio

        names["sleep"] = anyio.sleep
        lines = (
            "VARIABLE.set('from the prompt')",
            "await sleep(0.01)",
            "thread = threading.get_ident()",
            "value = await sleep(0) or 7",
            "exit(value)",
        )
        assert await sideloop.embed_async(names, **script(*lines)) == 7
        assert names["thread"] == threading.get_ident()
        assert VARIABLE.get() == "from the prompt"

    if elsewhere:
        failures: list[BaseException] = []

        def target() -> None:
            try:
                run(main)
            except BaseException as error:
                failures.append(error)

        worker = threading.Thread(target=target)
        worker.start()
        worker.join()
        assert not failures
    else:
        run(main)


def test_return_asyncio_coroutine(script: Callable[..., Any]) -> None:
    async def main() -> Any:
        return await sideloop.embed({}, return_asyncio_coroutine=True, **script("exit('left')"))

    assert asyncio.run(main()) == "left"


def test_awaited_by_nobody_that_can_wait(script: Callable[..., Any]) -> None:
    with pytest.raises(RuntimeError, match="neither asyncio nor trio"):
        sideloop.embed_async({}, **script()).send(None)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="asyncio.timeout is new in 3.11")
def test_the_hosts_timeout_ends_an_input_and_the_session(script: Callable[..., Any]) -> None:
    async def main() -> None:
        timeout = asyncio.timeout(None)
        names = {"asyncio": asyncio, "seen": (seen := [])}
        names["end_it"] = lambda: timeout.reschedule(asyncio.get_running_loop().time())
        with pytest.raises(TimeoutError):
            async with timeout:
                await sideloop.embed_async(
                    names,
                    **script(
                        "try: end_it(); await asyncio.sleep(60)",
                        "finally: seen.append('finally')",
                        "",
                        "seen.append('never')",
                    ),
                )
        assert seen == ["finally"]
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0

    asyncio.run(main())


def test_the_hosts_scope_ends_an_input_and_the_session(script: Callable[..., Any]) -> None:
    trio = pytest.importorskip("trio")

    async def main() -> None:
        seen: list[str] = []
        with trio.CancelScope() as scope:
            await sideloop.embed_async(
                {"trio": trio, "seen": seen, "scope": scope},
                **script(
                    "seen.append('begun'); scope.cancel(); await trio.sleep(60)", "seen.append('never')"
                ),
            )
        assert scope.cancelled_caught
        assert seen == ["begun"]

    trio.run(main)
