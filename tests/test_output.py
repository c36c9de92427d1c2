"""Others' output while somebody types: it stands above the prompt, and the prompt stands as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import spawner
from terminal import Tmux, environment

HOST = """
import ctypes, faulthandler, logging, os, subprocess, sys, threading, time
from sideloop import embed

logging.basicConfig(format="%(levelname)s:%(message)s")
libc = ctypes.CDLL(None)

def act():
    for line in open(sys.argv[1]):
        exec(eval(line), globals())

threading.Thread(target=act, daemon=True).start()
embed(auto_suggest=False)
"""
"""Runs what comes through a named pipe on a thread of its own, while a session stands at its prompt."""

PROMPT = ">>> half ty"
END = r"os.write(2, b'\x1b[m\n'); time.sleep(0.02); os.write(1, b'\x1b[m\n[end]\n')"
"""Ends half lines and colours of both streams."""


class Host:
    """That program on a terminal, with half a line typed."""

    def __init__(self, start: Callable[..., Tmux], folder: Path) -> None:
        os.mkfifo(folder / "wire")
        (folder / "program.py").write_text(HOST)
        self.screen = start("program.py", "wire", columns=100, rows=24, cwd=str(folder))
        self.wire = (folder / "wire").open("w")
        self.screen.wait(">>>")
        self.screen.type("half ty")
        self.screen.wait(PROMPT)

    def does(self, source: str) -> None:
        """Runs that on the program's other thread."""
        print(repr(source), file=self.wire, flush=True)

    def check(self, source: str, expected: list[str]) -> list[str]:
        """Runs it on a clear screen: these rows stand above the prompt, which is as it was.

        Returns the screen with its colours.
        """
        self.screen.press("C-l")
        self.screen.wait(lambda seen: seen == [PROMPT])
        self.does(source)
        self.screen.wait(lambda seen: seen == [*expected, PROMPT])
        assert self.screen.cursor() == (len(PROMPT), len(expected))
        coloured = self.screen.screen(styles=True)
        self.does(END)
        self.screen.wait("[end]")
        return coloured


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """One for all rows of the tables: each begins where the one before it left the prompt."""
    folder = tmp_path_factory.mktemp("host")
    start = spawner(Tmux, environment(HOME=str(folder)))
    host = Host(next(start), folder)
    yield host
    host.wire.close()
    next(start, None)


WRITERS = {
    "print": ("print('one'); print('two')", ["one", "two"]),
    "standard error": ("print('error', file=sys.stderr)", ["error"]),
    "a handler from before the session": ("logging.warning('late')", ["WARNING:late"]),
    "descriptors": ("os.write(1, b'one\\n'); os.write(2, b'two\\n')", ["one", "two"]),
    "C code": ("libc.printf(b'%s\\n', b'f'); libc.puts(b'puts'); libc.fflush(None)", ["f", "puts"]),
    "C code past its buffers": ("libc.dprintf(2, b'%s\\n', b'd')", ["d"]),
    "a child": ("subprocess.run(['echo', 'child'])", ["child"]),
    "a shell": ("os.system('(echo out; stty size <&1) >&2')", ["out", "24 100"]),
    "a child with half a line": ("subprocess.run(['printf', 'a\\nb'])", ["a", "b"]),
}


@pytest.mark.parametrize("who", WRITERS)
def test_whoever_writes_writes_above_the_prompt(host: Host, who: str) -> None:
    host.check(*WRITERS[who])


def test_faulthandler(host: Host) -> None:
    host.does("faulthandler.dump_traceback()")
    host.screen.wait("(most recent call first):")
    host.screen.wait(lambda seen: seen[-1] == PROMPT)


def pieces(*texts: bytes) -> str:
    """Source that writes these one by one, with time to be shown in between."""
    return "\n".join(f"os.write(1, {text!r}); time.sleep(0.03)" for text in texts)


TEXTS = {
    "half a line": (pieces(b"loading", b"...", b" done\n", b"next"), ["loading... done", "next"]),
    "a progress bar": (pieces(*(b"\r%d%%" % n for n in range(0, 101, 20))), ["100%"]),
    "a bar that shrinks": (pieces(b"\r100 of 100", b"\r\x1b[K9 of 9"), ["9 of 9"]),
    "a bar and lines": (pieces(b"\r10%", b"\r\x1b[Kline\n\r20%"), ["line", "20%"]),
    "a bar and the other stream's lines": (
        "os.write(2, b'50%'); os.write(1, b'line\\n'); time.sleep(0.03); os.write(2, b'\\r60%')",
        ["line", "60%"],
    ),
    "half lines of both": ("os.write(1, b'out'); os.write(2, b'err')", ["out", "err"]),
    "home and clear": (pieces(b"a\n\x1b[2J\x1b[Hb\n\x1b[3J\x1bc", b"c\n"), ["a", "b", "c"]),
    "the alternate screen": (pieces(b"\x1b[?1049hin\n\x1b[?1049lout\n"), ["in", "out"]),
    "a scroll region": (pieces(b"\x1b[1;3r\x1b[9;9Ha\n\x1b[r"), ["a"]),
    "going up": (pieces(b"one\n", b"\x1b[A\x1b[Atwo\x1bM\n"), ["one", "two"]),
    "saved cursors and modes": (pieces(b"\x1b7a\x1b8\x1b[?25l\x1b[?7l\x1b[4hb\n"), ["ab"]),
    "titles": (pieces(b"\x1b]0;title\x07a\x1b]2;more\x1b\\b\n"), ["ab"]),
    "questions": (pieces(b"\x1b[6n\x1b[c\x05asked\n"), ["asked"]),
    "another character set": (pieces(b"\x1b(0\x0elqk\n"), ["lqk"]),
    "a cut sequence": (pieces(b"\x1b", b"[3", b"1mred\x1b[", b"0m\n"), ["red"]),
    "a cut title": (pieces(b"\x1b]0;ti", b"tle\x07shown\n"), ["shown"]),
    "a cut character": (pieces(b"\xe6", b"\xbc\xa2\xf0\x9f", b"\x98\x80\n"), ["漢\U0001f600"]),
    "colours that are not ended": (pieces(b"\x1b[41mred\n"), ["red"]),
    "a long line": (pieces(b"x" * 150 + b"\n"), ["x" * 100, "x" * 50]),
    "a line as wide as the window": (pieces(b"x" * 100 + b"\nnext\n"), ["x" * 100, "next"]),
    "wide characters at the edge": (pieces("漢".encode() * 51 + b"\n"), ["漢" * 50, "漢"]),
    "tabs and backspaces": (pieces(b"a\tb\x08c\n"), ["a       c"]),
    "an empty line": (pieces(b"\n\na\n"), ["", "", "a"]),
}
"""Whatever is written: the source that writes it, and the rows that it shows."""


@pytest.mark.parametrize("what", TEXTS)
def test_whatever_is_written_leaves_the_prompt_alone(host: Host, what: str) -> None:
    host.check(*TEXTS[what])


def test_colours_pass_and_do_not_leak(host: Host) -> None:
    red, half, prompt = host.check(pieces(b"\x1b[31mred\n\x1b[42mhalf"), ["red", "half"])
    assert "\x1b[31m" in red
    assert "42m" in half
    assert not any(colour in prompt for colour in ("31m", "42m"))


def test_a_session_inside_an_evaluation_has_its_own(tmux: Callable[..., Tmux], tmp_path: Path) -> None:
    host = Host(tmux, tmp_path)
    host.check(r"os.write(1, b'out'); os.write(2, b'err')", ["out", "err"])
    # It writes to the outer session's pseudo-terminal, for as long as it runs.
    talk = "['sh', '-c', 'while read line; do echo $line; done']"
    host.does(f"child = subprocess.Popen({talk}, stdin=subprocess.PIPE, bufsize=0)")
    host.check(r"child.stdin.write(b'from the child\n')", ["from the child"])
    host.screen.press("C-u")
    host.screen.run("embed(auto_suggest=False)")
    host.screen.wait(lambda seen: seen[-1] == ">>>")
    host.screen.type("half ty")
    host.screen.wait(lambda seen: seen[-1] == PROMPT)
    host.check(r"os.write(1, b'out'); os.write(2, b'err')", ["out", "err"])
    host.check("print('out'); subprocess.run('echo child', shell=True)", ["out", "child"])
    host.check(r"child.stdin.write(b'and inside\n')", ["and inside"])
    host.screen.press("C-u")
    host.screen.run("exit")
    host.screen.wait(lambda seen: seen[-1] == ">>>")
    host.screen.type("half ty")
    host.check(r"child.stdin.write(b'outside again\n')", ["outside again"])
    host.check(r"os.write(1, b'out'); os.write(2, b'err')", ["out", "err"])
    host.wire.close()
