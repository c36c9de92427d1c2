"""The host ends a session that it awaits: whichever way, the terminal is given back and the text kept."""

from __future__ import annotations

import signal
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Pty

CANCELLED = {
    "task.cancel()": """
        import asyncio
        from sideloop import embed_async

        async def main():
            task = asyncio.create_task(embed_async())
            await asyncio.sleep(60)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError:
                print("[cancelled]")

        asyncio.run(main())
    """,
    "wait_for": """
        import asyncio
        from sideloop import embed_async

        async def main():
            try:
                await asyncio.wait_for(embed_async(), 60)
            except asyncio.TimeoutError:
                print("[cancelled]")

        asyncio.run(main())
    """,
    "asyncio.timeout": """
        import asyncio
        from sideloop import embed_async

        async def main():
            try:
                async with asyncio.timeout(60):
                    await embed_async()
            except TimeoutError:
                print("[cancelled]")

        asyncio.run(main())
    """,
    "a task group that fails": """
        import asyncio
        from sideloop import embed_async

        async def fail():
            await asyncio.sleep(60)
            raise OSError

        async def main():
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(fail())
                    await sleep(0)
                    await embed_async()
            except BaseException as error:
                assert isinstance(error.exceptions[0], OSError)
                print("[cancelled]")

        asyncio.run(main())
    """,
    "loop shutdown": """
        import asyncio
        from sideloop import embed_async

        async def main():
            asyncio.create_task(embed_async())
            await asyncio.sleep(60)

        asyncio.run(main())
        print("[cancelled]")
    """,
    "trio": """
        import trio
        from sideloop import embed_async

        async def main():
            with trio.move_on_after(60) as scope:
                await embed_async()
            assert scope.cancelled_caught
            print("[cancelled]")

        trio.run(main)
    """,
    "a nursery that fails": """
        import trio
        from sideloop import embed_async

        async def fail():
            await trio.sleep(60)
            raise OSError

        async def main():
            async with trio.open_nursery() as nursery:
                nursery.start_soon(fail)
                await sleep(0.01)
                await embed_async()

        try:
            trio.run(main)
        except BaseException as error:
            assert isinstance(error.exceptions[0], OSError)
            print("[cancelled]")
    """,
}


CLOCKS = {
    "asyncio": """
        import asyncio, signal, time
        from asyncio import sleep

        skipped, run = [], asyncio.run
        asyncio.BaseEventLoop.time = lambda loop: time.monotonic() + sum(skipped)

        async def skipping(main):
            asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, skipped.append, 60)
            await main

        asyncio.run = lambda main: run(skipping(main))
    """,
    "trio": """
        import functools, signal, trio
        from trio import sleep
        from trio.testing import MockClock

        clock = MockClock(rate=1)
        signal.signal(signal.SIGUSR1, lambda *_: clock.jump(60))
        trio.run = functools.partial(trio.run, clock=clock)
    """,
}
"""Clocks of loops that skip a minute at SIGUSR1."""


@pytest.mark.parametrize("how", CANCELLED)
@pytest.mark.parametrize("source", ["", "print('[star' + 'ted]'); await sleep(1000)"])
def test_the_host_ends_the_session(
    program: Callable[..., Pty], how: str, source: str, home: dict[str, str]
) -> None:
    if "trio" in CANCELLED[how]:
        pytest.importorskip("trio")
    if ("asyncio.timeout" in how or "TaskGroup" in CANCELLED[how]) and sys.version_info < (3, 11):
        pytest.skip("new in 3.11")
    library = "trio" if "trio" in CANCELLED[how] else "asyncio"
    host = program(textwrap.dedent(CLOCKS[library]) + textwrap.dedent(CANCELLED[how]))
    host.expect(">>>")
    host.send(source + "\r" if source else "half_typ")
    host.expect("[started]" if source else "half_typ")
    host.process.send_signal(signal.SIGUSR1)
    host.expect("[cancelled]")
    assert host.wait() == 0
    assert host.is_cooked()
    assert b"Traceback" not in host.seen
    if not source:
        history = (Path(home["XDG_STATE_HOME"]) / "sideloop" / "history").read_text()
        assert "half_typ" in history
