"""Sessions on real terminals: in each other, at a breakpoint, several at once."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from terminal import PASTE, Pty

PLAIN = """
    from sideloop import embed
    embed()
    print("[host is done]")
"""


def test_a_session_typed_in_a_session(program: Callable[..., Pty]) -> None:
    host = program(PLAIN)
    host.expect(">>>")
    host.run("x = 1; 10 + 1", "11")
    host.run("embed(banner='deep' + 'er')", "deeper")
    host.run("x, 20 + 2", "(1, 22)")
    start = len(host.seen)
    host.send("exit()\r")
    host.wait_for_prompt(PASTE, start=start)
    host.run("x, 30 + 3", "(1, 33)")
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
    host.run("await embed_async(banner='deep' + 'er')", "deeper")
    host.run("embed(banner='deep' + 'est')", "deepest")
    host.run("await asyncio.sleep(0, 20 + 2)", "22")
    for _ in range(2):
        start = len(host.seen)
        host.send("exit()\r")
        host.wait_for_prompt(PASTE, start=start)
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
    host.run("task = asyncio.create_task(background()); await asyncio.sleep(0.1)", "[background]")
    host.run("who", "'background'")
    start = len(host.seen)
    host.send("exit()\r")
    host.wait_for_prompt(PASTE, start=start)
    host.run("who", "'first'")
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
    host.run("40 + 4", "44")
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
    host.run("inner", "'seen'")
    host.run(typed, shown)
    host.send("exit()\r")
    host.expect("seen later")
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
