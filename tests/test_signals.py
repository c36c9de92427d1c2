"""SIGINT is the host's at the prompt, and never hears of a Ctrl-C that was meant for an evaluation."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from terminal import PASTE, Pty


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
    assert host.is_cooked()


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
        host.wait_for_prompt(PASTE, start=start)
        start = len(host.seen)
        host.send("print('star' + 'ted'); await asyncio.sleep(60)\r")
        host.expect("started", start=start)
        os.kill(host.process.pid, signal.SIGUSR1)
        host.expect("[user]", start=start)
        host.send("\x03")
        host.expect("KeyboardInterrupt", start=start)
        host.wait_for_prompt(PASTE, start=start)
        assert b"[interrupted]" not in host.seen
        start = len(host.seen)
        host.send("exit()\r")
    host.expect("[interrupted]")
    assert host.wait() == 0


def test_no_signal_is_lost_to_the_hosts_other_threads(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import os, signal, threading, time
        from sideloop import embed
        for _ in range(3):
            threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        signal.signal(signal.SIGUSR1, lambda *_: os.write(1, b"[signal]"))
        embed(patch_stdout=False)
        """
    )
    host.expect(">>>")
    for typed in "abcdefghij\x15" * 30:
        start = len(host.seen)
        host.send(typed)
        # Now the main thread is likely to take the key's turn.
        host.read(1)
        os.kill(host.process.pid, signal.SIGUSR1)
        host.expect("[signal]", start=start)
    host.send("exit()\r")
    assert host.wait() == 0
