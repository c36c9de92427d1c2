"""`embed()` inside a running loop, which stands still but for what is awaited at the prompt."""

from __future__ import annotations

import asyncio
import contextvars
import os
import sys
import warnings
from collections.abc import Callable
from typing import Any

import pytest
import sideloop

VARIABLE: contextvars.ContextVar[str] = contextvars.ContextVar("VARIABLE", default="unset")


def host(coroutine: Any, *, debug: bool) -> Any:
    """Runs a coroutine beside a ticking task; asserts that the loop is as it was."""

    async def main() -> Any:
        loop: Any = asyncio.get_running_loop()
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                ticks += 1
                await asyncio.sleep(0.001)

        background = asyncio.create_task(tick())
        task = asyncio.current_task()
        try:
            return await coroutine
        finally:
            assert asyncio.current_task() is task
            assert asyncio.all_tasks() == {background, task}
            before = ticks
            await asyncio.sleep(0.02)
            assert ticks > before
            assert not loop._scheduled or len(loop._scheduled) < 4
            background.cancel()

    return asyncio.run(main(), debug=debug)


@pytest.mark.parametrize("debug", [False, True])
def test_await_in_a_blocking_session_drives_the_loop_that_runs(
    script: Callable[..., Any], debug: bool
) -> None:
    names: dict[str, Any] = {"asyncio": asyncio, "VARIABLE": VARIABLE}

    async def session() -> None:
        loop = asyncio.get_running_loop()
        names["future"] = loop.create_future()
        loop.call_later(0.01, names["future"].set_result, "set")
        sideloop.embed(
            names,
            **script(
                "same = await asyncio.sleep(0, asyncio.get_running_loop())",
                "value = await future",
                "VARIABLE.set('from the prompt'); await asyncio.sleep(0)",
                "try: await asyncio.wait_for(asyncio.sleep(60), 0.01)",
                "except asyncio.TimeoutError: late = True",
                "",
                "results = await asyncio.gather(asyncio.sleep(0.01, 1), asyncio.sleep(0, 2))",
                "await asyncio.to_thread(int)",
            ),
        )
        assert names["same"] is loop
        assert names["value"] == "set"
        assert names["late"]
        assert names["results"] == [1, 2]
        assert VARIABLE.get() == "from the prompt"

    host(session(), debug=debug)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="asyncio.timeout is new in 3.11")
@pytest.mark.parametrize("debug", [False, True])
def test_timeouts_in_a_loop_that_is_driven(script: Callable[..., Any], debug: bool) -> None:
    names: dict[str, Any] = {"asyncio": asyncio}

    async def session() -> None:
        timeout = asyncio.timeout(None)
        names["end_it"] = lambda: timeout.reschedule(asyncio.get_running_loop().time())
        with pytest.raises(TimeoutError):  # noqa: PT012
            async with timeout:
                sideloop.embed(
                    names,
                    **script(
                        "try:\n async with asyncio.timeout(0.01): await asyncio.Event().wait()",
                        "except TimeoutError: late = True",
                        "",
                        # The host's ends nothing at the prompt: its task is not what awaits here.
                        "end_it(); ended = await asyncio.sleep(0.01, 'by itself')",
                    ),
                )
                names["before"] = True
                await asyncio.Event().wait()

    host(session(), debug=debug)
    assert (names["late"], names["ended"], names["before"]) == (True, "by itself", True)


@pytest.mark.parametrize("debug", [False, True])
def test_sessions_in_sessions_drive_the_same_loop(script: Callable[..., Any], debug: bool) -> None:
    depths: list[int] = []

    def deeper(depth: int) -> None:
        names = {"asyncio": asyncio, "deeper": deeper, "depth": depth, "depths": depths}
        lines = ["await asyncio.sleep(0.005); depths.append(depth)"]
        if depth < 3:
            lines += ["async def nested(): await asyncio.sleep(0); deeper(depth + 1)", "", "await nested()"]
        sideloop.embed(names, **script(*lines, "await asyncio.sleep(0.005); depths.append(-depth)"))

    async def session() -> None:
        deeper(1)

    host(session(), debug=debug)
    assert depths == [1, 2, 3, -3, -2, -1]


def test_a_session_in_a_plain_callback(script: Callable[..., Any]) -> None:
    async def session() -> None:
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        names: dict[str, Any] = {"asyncio": asyncio}

        def callback() -> None:
            sideloop.embed(names, **script("value = await asyncio.sleep(0.01, 5)"))
            done.set_result(None)

        for _ in range(3):
            loop.call_soon(int)
        loop.call_soon(callback)
        for _ in range(3):
            loop.call_soon(int)
        await done
        assert names["value"] == 5

    host(session(), debug=False)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks are new in 3.12")
@pytest.mark.parametrize("awaited", [False, True])
@pytest.mark.parametrize("caller", ["main", "an eager task"])
def test_a_loop_whose_tasks_start_at_once(script: Callable[..., Any], awaited: bool, caller: str) -> None:
    names: dict[str, Any] = {"asyncio": asyncio}
    lines = (
        "async def seven(): return 7",
        "",
        "values = [await asyncio.create_task(seven()), await asyncio.sleep(0.005, 8)]",
        "values += await asyncio.gather(seven(), asyncio.sleep(0.005, 9))",
    )

    async def session() -> None:
        if awaited:
            await sideloop.embed_async(names, **script(*lines))
        else:
            sideloop.embed(names, **script(*lines))

    async def main() -> None:
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        task = asyncio.current_task()
        await (session() if caller == "main" else asyncio.create_task(session()))
        assert asyncio.current_task() is task

    asyncio.run(main(), debug=True)
    assert names["values"] == [7, 8, 7, 9]


def test_a_loop_that_is_to_stop_stops_when_the_await_is_done(script: Callable[..., Any]) -> None:
    loop = asyncio.new_event_loop()
    names: dict[str, Any] = {"asyncio": asyncio}

    def callback() -> None:
        loop.call_soon(loop.stop)
        sideloop.embed(names, **script("value = await asyncio.sleep(0.02, 5)"))

    loop.call_soon(callback)
    loop.run_forever()
    loop.close()
    assert names["value"] == 5


def test_a_loop_that_cannot_be_entered_again_says_so(script: Callable[..., Any]) -> None:
    uvloop = pytest.importorskip("uvloop")

    async def session() -> None:
        options = script("await asyncio.sleep(0)")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            sideloop.embed({"asyncio": asyncio}, **options)
        assert b"`await sideloop.embed_async()`" in os.pread(options["output"], 10_000, 0)

    loop = uvloop.new_event_loop()
    loop.run_until_complete(session())
    loop.close()
