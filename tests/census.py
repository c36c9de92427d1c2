"""What a program could notice of a session, counted before and after one; run as `python census.py MODE`."""

from __future__ import annotations

import asyncio
import atexit
import builtins
import os
import signal
import sys
import termios
import threading
import time
import warnings
from pathlib import Path
from typing import Any

import sideloop

LIBC_KEEPS = ~(0b11 << 31)
"""Signals 32 and 33 are the C library's own, which it takes with the first thread."""

HOOKS = ["displayhook", "excepthook", "breakpointhook", "unraisablehook", "stdin", "stdout", "stderr"]


def census(loop: Any = None) -> dict[str, Any]:
    """Everything that a session could leave behind."""
    seen = {
        "handlers": {number: signal.getsignal(number) for number in signal.valid_signals()},
        "native handlers": [
            int(line.split()[1], 16) & LIBC_KEEPS
            for line in Path("/proc/self/status").read_text().splitlines()
            if line.startswith(("SigCgt", "SigIgn", "SigBlk"))
        ],
        "mask": signal.pthread_sigmask(signal.SIG_BLOCK, []),
        "wakeup fd": wakeup_fd(),
        "fds": {fd: target(fd) for fd in os.listdir("/proc/self/fd")},
        "blocking": [os.get_blocking(fd) for fd in (0, 1, 2)],
        "threads": threads(),
        "python threads": threading.enumerate(),
        "termios": termios.tcgetattr(0),
        "hooks": [getattr(sys, name) for name in HOOKS],
        "asyncgen hooks": sys.get_asyncgen_hooks(),
        "path": list(sys.path),
        "meta path": list(sys.meta_path),
        "builtins": sorted(vars(builtins)),
        "globals": sorted(globals()),
        "warnings": list(warnings.filters),
        "environment": dict(os.environ),
        "directory": os.getcwd(),
        "umask": os.umask(os.umask(0o22)),
        "atexit": atexit._ncallbacks(),
    }
    os.umask(seen["umask"])
    if loop is not None:
        seen["tasks"] = asyncio.all_tasks(loop)
        seen["current task"] = asyncio.current_task(loop)
        seen["attributes"] = sorted(set(vars(loop)) - {"_asyncgens", "_ready", "_current_handle"})
        seen["methods"] = [getattr(loop, name) for name in ("call_soon", "call_at", "call_later", "close")]
        seen["debug"] = loop.get_debug(), loop.get_task_factory(), loop.get_exception_handler()
    if isinstance(loop, asyncio.BaseEventLoop):
        seen["selector"] = sorted(vars(loop._selector))
        seen["timers"] = len(loop._scheduled)
        seen["readers"] = set(loop._selector.get_map())
        seen["loop signals"] = dict(loop._signal_handlers)
        seen["executor"] = loop._default_executor
    return seen


def wakeup_fd() -> int:
    """The wakeup fd, left as it is."""
    fd = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(fd)
    return fd


def target(fd: str) -> str:
    """What a file descriptor is; the one that lists them is gone by now."""
    try:
        return os.readlink(f"/proc/self/fd/{fd}")
    except OSError:
        return ""


def threads() -> int:
    """How many threads the kernel knows of, ours included."""
    return len(os.listdir("/proc/self/task"))


def differences(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What is not as it was. A thread that was joined is listed for a moment longer, and waited for."""
    patience = time.monotonic() + 5
    while after["threads"] > before["threads"] and time.monotonic() < patience:
        time.sleep(0.01)
        after["threads"] = threads()
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def plain() -> dict[str, Any]:
    before = census()
    sideloop.embed()
    return differences(before, census())


async def standing() -> dict[str, Any]:
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "terminated")
    before = census(loop)
    sideloop.embed()
    return differences(before, census(loop))


async def awaited() -> dict[str, Any]:
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, print, "terminated")
    before = census(loop)
    await sideloop.embed_async()
    return differences(before, census(loop))


async def in_trio() -> dict[str, Any]:
    import trio

    def counted() -> dict[str, Any]:
        runner = trio._core._run.GLOBAL_RUN_CONTEXT.runner
        statistics = trio.lowlevel.current_statistics()
        return {
            **census(),
            "tasks": (statistics.tasks_living, statistics.run_sync_soon_queue_size),
            "io": str(statistics.io_statistics),
            "instruments": {name: list(hooks) for name, hooks in runner.instruments.items() if hooks},
        }

    # Its first checkpoint makes what it needs.
    await trio.sleep(0.01)
    before = counted()
    await sideloop.embed_async()
    # Its own task, which may have been woken, waits again.
    await trio.sleep(0.01)
    return differences(before, counted())


def run(mode: str) -> dict[str, Any]:
    """The differences in one kind of host."""
    if mode == "plain":
        return plain()
    if mode == "trio":
        import trio

        return trio.run(in_trio)
    if mode == "uvloop":
        import uvloop

        uvloop.install()
    return asyncio.run(standing() if mode == "standing" else awaited())


if __name__ == "__main__":
    if sys.argv[2:]:
        import toolkits
        from sideloop.gui import finder
        from sideloop.gui.watch import Watch

        gui = toolkits.make(sys.argv[2])
        with Watch() as watch:
            # A toolkit opens for good what it needs when it runs first.
            watch.alarm(0.1)
            finder("auto")()(watch)
    print("[differences:", run(sys.argv[1]), "]", flush=True)
