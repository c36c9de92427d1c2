"""Children of `os.fork` have the streams and no prompt."""

from __future__ import annotations

from collections.abc import Callable

from terminal import Pty


def test_a_child_of_fork_has_the_streams_and_no_prompt(program: Callable[..., Pty]) -> None:
    host = program(
        """
        import os, threading, warnings
        from sideloop import embed

        # Python 3.12.1 imports what it warns with while it holds the lock that all imports take.
        warnings.simplefilter("ignore", DeprecationWarning)

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
    host.run("thread.join(); 'joi' + 'ned'", "'joined'")
    host.run("pid = os.fork(); status = os.waitpid(pid, 0)[1] if pid else None; 40 + 4", "[child is done]")
    host.run("status, 50 + 5", "(0, 55)")
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
    host.run("pid = os.fork(); os.waitpid(pid, 0)[1] if pid else [*range(9_000)]", "8999")
    assert b"[child is done]" in host.seen
    host.run("45 + 1", "46")
    host.send("exit()\r")
    host.expect("[host is done]")
    assert host.wait() == 0
