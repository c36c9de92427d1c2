"""Inputs that break what the session itself stands on: it tells what failed, and lives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from terminal import Pty

NO_MORE_FILES = """\
import os, resource; n = os.dup(0); os.close(n)
resource.setrlimit(resource.RLIMIT_NOFILE, (n, n)); open(os.devnull)"""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("del sys.stdout, sys.stderr", ""),
        ("sys.stdout = sys.stderr = 5", ""),
        ("sys.stdout.close(); sys.stderr.close()", ""),
        ("os.close(2); 1 / 0", ""),
        ("del sys.excepthook; 1 / 0", "ZeroDivisionError: division by zero"),
        ("del sys.displayhook; 1", "AttributeError: module 'sys' has no attribute 'displayhook'"),
        ("sys.path.clear(); sys.path_importer_cache.clear(); 1 / 0", "ZeroDivisionError: division by zero"),
        ("sys.meta_path.clear(); 1 / 0", "ZeroDivisionError: division by zero"),
        ("sys._getframe = None; 1 / 0", "ZeroDivisionError: division by zero"),
        ("traceback.TracebackException = None; 1 / 0", "ZeroDivisionError: division by zero"),
        ("sys.ps1 = type('P', (), {'__str__': lambda self: 1 / 0})()", "sys.ps1 raised ZeroDivisionError"),
        ("raise GeneratorExit", "\nGeneratorExit"),
        (NO_MORE_FILES, "Too many open files"),
    ],
)
@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_the_session_lives(pty: Callable[..., Pty], source: str, told: str, term: str) -> None:
    host = pty("-m", "sideloop", "-q", env={"TERM": term, "NO_COLOR": "1"})
    host.expect(">>>")
    start = len(host.seen)
    for line in ("import os, sys, traceback", *source.splitlines()):
        host.send(line + "\n")
    host.expect(told, start=start)
    host.send("exit(7)\n")
    # 120 is Python's own, when it cannot flush its streams.
    assert host.wait() in (7, 120)


def test_what_cannot_be_compiled_stays_at_the_prompt(pty: Callable[..., Pty]) -> None:
    host = pty("-m", "sideloop", "-q", env={"TERM": "xterm", "NO_COLOR": "1"})
    host.expect(">>>")
    host.send("import builtins; builtins.__import__ = lambda *_: 1 / 0\n")
    host.send("'kept'\n")
    host.expect("compiled")
    host.expect("ZeroDivisionError")
    host.send("\x03\x04\x04")
    assert host.wait() == 0
