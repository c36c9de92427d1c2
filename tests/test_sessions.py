"""Sessions on real terminals: in each other, ended by the host, interrupted from outside, several at once."""

from __future__ import annotations

import os
import signal
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import WHEN_ASKED, Pty

PASTE = "\x1b[?2004h"
"""Each prompt begins with asking for bracketed pastes."""


def wait_for_prompt(host: Pty, after: str, *, start: int = 0) -> None:
    """Reads until that text has come, and a prompt behind it."""
    host.expect(after, start=start)
    host.expect(">>>", start=host.seen.index(after.encode(), start) + len(after))


def run(host: Pty, source: str, shown: str) -> None:
    """Types an input and waits for its result and the next prompt."""
    start = len(host.seen)
    host.send(source + "\r")
    wait_for_prompt(host, shown, start=start)


@pytest.fixture
def program(tmp_path: Path, pty: Callable[..., Pty]) -> Callable[..., Pty]:
    """`program(source, *arguments)`: a script of that source on a terminal."""

    def start(
        source: str, *arguments: str, env: dict[str, str] | None = None, when_asked: bool = False
    ) -> Pty:
        path = tmp_path / "program.py"
        path.write_text(when_asked * WHEN_ASKED + textwrap.dedent(source))
        return pty(str(path), *arguments, env={"TERM": "xterm-256color", "NO_COLOR": "1", **(env or {})})

    return start


def is_cooked(host: Pty) -> bool:
    """Whether the terminal echoes and gives lines."""
    import termios

    flags = host.attributes()[3]
    assert isinstance(flags, int)
    return bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)


PLAIN = """
    from sideloop import embed
    embed()
    print("[host is done]")
"""


def test_a_session_typed_in_a_session(program: Callable[..., Pty]) -> None:
    host = program(PLAIN)
    host.expect(">>>")
    run(host, "x = 1; 10 + 1", "11")
    run(host, "embed(banner='deep' + 'er')", "deeper")
    run(host, "x, 20 + 2", "(1, 22)")
    start = len(host.seen)
    host.send("exit()\r")
    wait_for_prompt(host, PASTE, start=start)
    run(host, "x, 30 + 3", "(1, 33)")
    host.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0


def test_an_awaited_session_typed_in_an_awaited_session(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import asyncio
        from sideloop import embed, embed_async

        async def main():
            await embed_async(globals())

        asyncio.run(main())
        print("[host is done]")
        """
    )
    host.expect(">>>")
    run(host, "await embed_async(banner='deep' + 'er')", "deeper")
    run(host, "embed(banner='deep' + 'est')", "deepest")
    run(host, "await asyncio.sleep(0, 20 + 2)", "22")
    for _ in range(2):
        start = len(host.seen)
        host.send("exit()\r")
        wait_for_prompt(host, PASTE, start=start)
    host.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0


def test_a_session_in_the_background_makes_the_other_one_wait(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import asyncio
        from sideloop import embed_async

        async def background():
            await embed_async({"who": "background"}, banner="[background]")

        async def main():
            await embed_async({**globals(), "who": "first"})

        asyncio.run(main())
        print("[host is done]")
        """
    )
    host.expect(">>>")
    run(host, "task = asyncio.create_task(background()); await asyncio.sleep(0.1)", "[background]")
    run(host, "who", "'background'")
    start = len(host.seen)
    host.send("exit()\r")
    wait_for_prompt(host, PASTE, start=start)
    run(host, "who", "'first'")
    host.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0


def test_a_second_prompt_on_one_terminal_is_refused(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import asyncio
        from sideloop import embed, embed_async

        async def main():
            session = asyncio.create_task(embed_async())
            await asyncio.sleep(0.3)
            try:
                embed()
            except OSError as error:
                print("refused:", error)
            await session

        asyncio.run(main())
        """
    )
    host.expect("refused: another session stands at its prompt on this terminal")
    run(host, "40 + 4", "44")
    host.send("exit()\r")
    assert host.wait() == 0


BREAKPOINTS = {
    "a coroutine": ("asyncio.run(coroutine())", "await asyncio.sleep(0, 40 + 4)", "44"),
    "a callback": ("asyncio.run(with_callback())", "await asyncio.sleep(0, 40 + 4)", "44"),
    "plain code": ("function()", "await asyncio.sleep(0, 40 + 4)", "44"),
    "a thread": ("t = threading.Thread(target=function); t.start(); t.join()", "40 + 4", "44"),
    "uvloop": (
        "uvloop.install(); asyncio.run(coroutine())",
        "await asyncio.sleep(0)",
        "sideloop.embed_async()`",
    ),
    "trio": ("trio.run(coroutine)", "await trio.sleep(0)", "sideloop.embed_async()`"),
}
"""How the program comes to one, what is typed there, and what it shows."""


@pytest.mark.parametrize("where", BREAKPOINTS)
def test_a_breakpoint(program: Callable[..., Pty], where: str) -> None:
    call, typed, shown = BREAKPOINTS[where]
    library = where if where in {"uvloop", "trio"} else "threading"
    pytest.importorskip(library)
    host = program(
        f"""
        import asyncio, {library}

        def function():
            inner = "seen"
            breakpoint()
            print(inner, "later")

        async def coroutine():
            function()

        async def with_callback():
            asyncio.get_running_loop().call_soon(function)
            await asyncio.sleep(0.01)

        {call}
        """,
        env={"PYTHONBREAKPOINT": "sideloop.embed"},
    )
    host.expect(">>>")
    run(host, "inner", "'seen'")
    run(host, typed, shown)
    host.send("exit()\r")
    host.expect("seen later")
    assert host.wait() == 0


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
    assert is_cooked(host)
    assert b"Traceback" not in host.seen
    if not source:
        history = (Path(home["XDG_STATE_HOME"]) / "sideloop" / "history").read_text()
        assert "half_typ" in history


def test_a_child_of_fork_has_the_streams_and_no_prompt(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import os, threading
        from sideloop import embed

        def later():
            until_asked()
            if os.fork() == 0:
                os.write(1, b"[chi" + b"ld]\\r\\n")
                os._exit(0)

        thread = threading.Thread(target=later)
        thread.start()
        parent = os.getpid()
        embed()
        print("[host is done]" if os.getpid() == parent else "[child is done]")
        """,
        when_asked=True,
    )
    host.expect(">>>")
    host.ask()
    host.expect("[child]")
    # Python warns of the thread's fork on standard error; who forks amid that inherits its lock.
    run(host, "thread.join(); 'joi' + 'ned'", "'joined'")
    run(host, "pid = os.fork(); status = os.waitpid(pid, 0)[1] if pid else None; 40 + 4", "[child is done]")
    run(host, "status, 50 + 5", "(0, 55)")
    host.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0


def test_a_long_result_in_a_child_of_fork_needs_no_pager(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import os
        from sideloop import embed
        parent = os.getpid()
        embed(pager=True)
        print("[host is done]" if os.getpid() == parent else "[child is done]")
        """
    )
    host.expect(">>>")
    run(host, "pid = os.fork(); os.waitpid(pid, 0)[1] if pid else [*range(9_000)]", "8999")
    assert b"[child is done]" in host.seen
    run(host, "45 + 1", "46")
    host.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0


def test_sigint_from_outside_at_the_prompt_is_the_hosts(program: Callable[..., Pty]) -> None:
    host = program(
        """
        from sideloop import answers, embed, evaluate
        # What the prompt imports once it is up: one that falls into an import may be ignored by it.
        for name in (*evaluate.NEED, *answers.NEED):
            __import__(name)
        try:
            embed()
        except KeyboardInterrupt:
            print("[default handler]")
        """
    )
    host.expect(">>>")
    os.kill(host.process.pid, signal.SIGINT)
    host.expect("[default handler]")
    assert host.wait() == 0
    assert is_cooked(host)


def test_the_hosts_own_handlers_of_a_loop_never_see_ctrl_c(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import asyncio, os, signal
        from sideloop import embed, embed_async

        async def main():
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGINT, print, "[interrupted]")
            loop.add_signal_handler(signal.SIGUSR1, print, "[user]")
            await embed_async(globals())
            embed(globals())
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.sleep(0.1)

        asyncio.run(main())
        """
    )
    start = 0
    for _ in range(2):
        wait_for_prompt(host, PASTE, start=start)
        start = len(host.seen)
        host.send("print('star' + 'ted'); await asyncio.sleep(60)\r")
        host.expect("started", start=start)
        os.kill(host.process.pid, signal.SIGUSR1)
        host.expect("[user]", start=start)
        host.send("\x03")
        host.expect("KeyboardInterrupt", start=start)
        wait_for_prompt(host, PASTE, start=start)
        assert b"[interrupted]" not in host.seen
        start = len(host.seen)
        host.send("exit()\r")
    host.expect("[interrupted]")
    assert host.wait() == 0


def test_sessions_on_several_terminals_at_once(program: Callable[..., Pty]) -> None:
    (one, one_end), (other, other_end) = os.openpty(), os.openpty()
    names = [os.ttyname(one_end), os.ttyname(other_end)]
    host = program(
        """
        import asyncio, os, sys
        from sideloop import embed_async

        async def session(path):
            fd = os.open(path, os.O_RDWR | os.O_NOCTTY)
            await embed_async({"path": path, "asyncio": asyncio}, input=fd, output=fd)

        async def main():
            await asyncio.gather(*map(session, sys.argv[1:]))

        asyncio.run(main())
        print("[host is done]")
        """,
        *names,
    )
    terminals = [Terminal(one), Terminal(other)]
    for terminal in terminals:
        terminal.expect(">>>")
    for terminal in terminals:
        terminal.send("await asyncio.sleep(0.2); print('prin' + 'ted'); path\r")
    for terminal, name in zip(terminals, names, strict=True):
        shown = terminal.expect(repr(name))
        assert shown.count("printed") == 1
        assert not any(repr(other) in shown for other in names if other != name)
        terminal.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0
    assert b"printed" not in host.seen
    for fd in (one, one_end, other, other_end):
        os.close(fd)


class Terminal:
    """The person's side of a terminal that is not the program's own."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.seen = ""

    def send(self, text: str) -> None:
        os.write(self.fd, text.encode())

    def expect(self, text: str) -> str:
        import select

        while text not in self.seen:
            assert select.select([self.fd], [], [], 10)[0], self.seen
            self.seen += os.read(self.fd, 1 << 16).decode(errors="replace")
        return self.seen
