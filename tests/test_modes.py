"""Every way to embed, in this process: sessions that read their inputs from a script."""

from __future__ import annotations

import asyncio
import contextvars
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sideloop

VARIABLE: contextvars.ContextVar[str] = contextvars.ContextVar("VARIABLE", default="unset")


@pytest.fixture
def script(tmp_path: Path) -> Iterator[Callable[..., dict[str, Any]]]:
    """`script("a = 1", "b = 2")`: options of a session that is given these lines and then ends."""
    fds: list[int] = []

    def options(*lines: str) -> dict[str, Any]:
        read, write = os.pipe()
        shown = os.open(tmp_path / "shown", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.write(write, "".join(line + "\n" for line in lines).encode())
        os.close(write)
        fds.extend([read, shown])
        return {"input": read, "output": shown}

    yield options
    for fd in fds:
        os.close(fd)


def test_blocking_with_a_loop_of_its_own_that_goes_on(script: Callable[..., Any]) -> None:
    names: dict[str, Any] = {"asyncio": asyncio, "seen": []}
    sideloop.embed(
        names,
        **script(
            "async def later(): await asyncio.sleep(0.01); seen.append(1)",
            "",
            "task = await asyncio.sleep(0, asyncio.ensure_future(later()))",
            "await asyncio.sleep(0.05)",
            "loop = await asyncio.sleep(0, asyncio.get_running_loop())",
        ),
    )
    assert names["seen"] == [1]
    assert names["loop"].is_closed()


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="asyncio makes no loop unasked any more")
@pytest.mark.filterwarnings("ignore:There is no current event loop")
@pytest.mark.parametrize(
    "before", [(), ("await asyncio.sleep(0)",), ("asyncio.run(asyncio.sleep(0))", "await asyncio.sleep(0)")]
)
def test_a_task_made_outside_of_a_coroutine_runs(script: Callable[..., Any], before: tuple[str, ...]) -> None:
    # asyncio looks up who asks, to warn.
    names: dict[str, Any] = {"__name__": "host", "asyncio": asyncio, "seen": []}
    policy = asyncio.get_event_loop_policy()
    # As in a new thread: after `asyncio.run`, an earlier test's too, asyncio makes no loop unasked.
    vars(policy._local).clear()  # type: ignore[attr-defined]
    noted = dict(vars(policy._local))  # type: ignore[attr-defined]
    sideloop.embed(
        names,
        **script(
            *before,
            "async def later(): await asyncio.sleep(0.01); seen.append(1)",
            "",
            "task = asyncio.ensure_future(later())",
            "other = asyncio.get_event_loop().create_task(later())",
            "seen.append(0)",
            "await asyncio.wait([task, other])",
        ),
    )
    assert names["seen"] == [0, 1, 1]
    assert dict(vars(policy._local)) == noted  # type: ignore[attr-defined]


def test_all_of_an_input_that_awaits_runs_in_the_loop(script: Callable[..., Any]) -> None:
    names: dict[str, Any] = {
        "asyncio": asyncio,
        "values": [],
        "seen": contextvars.ContextVar("seen", default=0),
    }
    lines = (
        "async def six(): return 6",
        "",
        "task = asyncio.create_task(six()); await task",
        "later = asyncio.create_task(six())",
        "await later",
        "values.append(asyncio.run(six()))",
        "seen.set(7); asyncio.get_running_loop(); values.append(await asyncio.sleep(0, seen.get()))",
    )
    sideloop.embed(names, **script(*lines))
    assert (names["task"].result(), names["values"]) == (6, [6, 7])
    assert names["seen"].get() == 7


def test_what_still_runs_in_the_own_loop_is_cancelled(script: Callable[..., Any]) -> None:
    names: dict[str, Any] = {"asyncio": asyncio}
    sideloop.embed(names, **script("task = await asyncio.sleep(0, asyncio.ensure_future(asyncio.sleep(60)))"))
    assert names["task"].cancelled()


BROKEN_OFF = """
import sys; find = lambda name, *_: 1 / 0 if name == "asyncio.tasks" else None
tasks = type("Tasks", (), {"find_spec": find})
sys.meta_path.insert(0, tasks); import asyncio
sys.meta_path.remove(tasks)
import asyncio; await asyncio.sleep(0, "who" + "le")
"""


def test_asyncio_can_be_imported_after_its_import_was_broken_off() -> None:
    argv = [sys.executable, "-c", "import sideloop; sideloop.embed()"]
    ended = subprocess.run(argv, input=BROKEN_OFF, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr.count("Error") == ended.stderr.count("ZeroDivisionError") == 1
    assert "'whole'" in ended.stdout


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
