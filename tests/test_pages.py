"""Pages on real terminals: the history browser, the pager, the session's file."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import settings
from sideloop.commandline import import_history

SIZES = [(80, 24), (40, 12)]


def remember(home: dict[str, str], *texts: str) -> Path:
    """Writes a history file with these entries."""
    path = Path(home["XDG_STATE_HOME"]) / "sideloop" / "history"
    path.parent.mkdir(parents=True)
    record = {"session": "before", "time": int(time.time()) - 120, "directory": "/tmp", "succeeded": True}
    path.write_text("".join(json.dumps({**record, "text": text}) + "\n" for text in texts))
    return path


def start(tmux: Callable[..., Any], columns: int = 80, rows: int = 24) -> Any:
    """A session that prompts."""
    pane = tmux("-m", "sideloop", "-q", columns=columns, rows=rows)
    pane.wait(">>>")
    return pane


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_former_inputs_are_found_marked_and_inserted(
    tmux: Callable[..., Any], home: dict[str, str], columns: int, rows: int
) -> None:
    remember(home, "alpha = 1", "beta = 2", "print('gamma')", "for x in range(3):\n    print(x)")
    pane = start(tmux, columns, rows)
    pane.run("own = 4")
    pane.wait(">>> own = 4\n>>>")
    pane.press("F3")
    screen = pane.wait("all 5/5")
    assert len(screen) == rows
    pane.type("a =")
    pane.wait(lambda rows: "2/5" in rows[-2])
    pane.press("Tab", "Tab")
    pane.wait("2 marked")
    pane.press("Enter")
    pane.wait(lambda rows: rows[-2:] == [">>> beta = 2", "... alpha = 1"])


def test_a_deleted_entry_is_gone_from_the_file_and_the_session(
    tmux: Callable[..., Any], home: dict[str, str]
) -> None:
    path = remember(home, "kept = 1", "token = 'secret'", "last = 3")
    pane = start(tmux)
    pane.press("F3")
    pane.wait("3/3")
    pane.type("secret")
    pane.wait("1/3")
    pane.press("M-d")
    pane.wait("Delete this entry for good? y/n")
    pane.type("y")
    pane.press("C-u")
    pane.wait("2/2")
    assert "secret" not in path.read_text()
    pane.press("C-g")
    pane.wait(lambda rows: rows == [">>>"])
    pane.press("Up", "Up")
    pane.wait(">>> kept = 1")


def test_what_is_printed_and_resized_meanwhile(tmux: Callable[..., Any], home: dict[str, str]) -> None:
    remember(home, "alpha = 1", "beta = 2")
    pane = start(tmux)
    pane.run("import threading, time")
    pane.run("def count():\n    for n in range(40): print('tick', n, flush=True); time.sleep(0.02)\n")
    pane.wait("...")
    pane.press("Enter")
    pane.run("threading.Thread(target=count).start()")
    # Before there is a prompt the terminal would echo the key, in front of a tick.
    pane.wait("start()\n", history=True)
    pane.wait(lambda rows: rows[-1] == ">>>")
    pane.press("F3")
    pane.wait("alpha = 1")
    for columns, rows in [(40, 12), (100, 30), (60, 16)]:
        pane.resize(columns, rows)
        screen = pane.wait(lambda screen, rows=rows: len(screen) == rows and "close" in screen[-1])
        assert not [row for row in screen if row.startswith("tick")]
    time.sleep(0.5)
    pane.press("C-g")
    screen = pane.wait("tick 39", history=True)
    ticks = [int(row.split()[1]) for row in screen if row.startswith("tick")]
    assert ticks == list(range(40))
    assert screen[-1] == ">>>"


PAGER = "[display]\npager = true\n"


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_long_result_is_paged(
    tmux: Callable[..., Any], home: dict[str, str], columns: int, rows: int
) -> None:
    settings(home, PAGER)
    pane = start(tmux, columns, rows)
    pane.run("['item %d' % n + '.' * 60 for n in range(500)]")
    pane.wait("q leave")
    pane.type("/item 321")
    pane.press("Enter")
    pane.wait("item 321.")
    pane.type("G")
    pane.wait("item 499.")
    pane.type("g")
    pane.wait("item 0.")
    pane.press("Space")
    seen = pane.wait(lambda rows: "item 0." not in "\n".join(rows))
    pane.type("q")
    screen = pane.wait(lambda rows: rows[-1] == ">>>")
    assert seen[2] in screen
    pane.run("1 + 1")
    pane.wait("\n2\n>>>")


def test_a_short_result_is_not_paged(tmux: Callable[..., Any], home: dict[str, str]) -> None:
    settings(home, PAGER)
    pane = start(tmux)
    pane.run("list(range(5))")
    pane.wait("[0, 1, 2, 3, 4]\n>>>")


def test_a_long_traceback_is_paged_and_the_text_saved(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    settings(home, PAGER)
    pane = start(tmux)
    pane.run("def f(n): return g(n)")
    pane.press("Enter")
    pane.run("def g(n): return f(n)")
    pane.press("Enter")
    pane.run("f(1)")
    pane.wait(lambda rows: "q leave" in rows[-1] and rows[-2].startswith("RecursionError"))
    pane.type("s")
    pane.wait("Write the text to:")
    pane.run(str(tmp_path / "trace.txt"))
    pane.wait("Wrote")
    assert "RecursionError" in (tmp_path / "trace.txt").read_text()
    pane.press("C-c")
    pane.wait(lambda rows: rows[-1] == ">>>")


def test_a_text_of_40_megabytes_costs_little_memory(tmux: Callable[..., Any], home: dict[str, str]) -> None:
    settings(home, PAGER)
    pane = start(tmux)
    pane.run("from resource import *; peak = lambda: getrusage(RUSAGE_SELF).ru_maxrss")
    pane.run("before = peak(); text = bytes(10_000_000)")
    pane.run("text")
    pane.wait("q leave")
    pane.type("G")
    pane.wait(re.compile(r"00'\nresult  line (\d+)/\1  "))
    pane.type("q")
    pane.wait(lambda rows: rows[-1] == ">>>")
    unit = 1 if sys.platform == "darwin" else 1024
    pane.run(f"(peak() - before) * {unit} < 4 * len(repr(text))")
    pane.wait("\nTrue\n>>>")


def test_a_text_that_is_being_made_is_interrupted(tmux: Callable[..., Any], home: dict[str, str]) -> None:
    settings(home, PAGER)
    pane = start(tmux)
    pane.run("numbers = [{'number': n} for n in range(400_000)]")
    pane.run("numbers")
    pane.wait("q leave")
    pane.type("G")
    pane.wait("reading")
    pane.press("C-c")
    pane.wait(lambda rows: rows[-1] == ">>>")
    pane.run("len(numbers)")
    pane.wait("\n400000\n>>>")


def test_what_was_seen_keeps_its_colours(tmux: Callable[..., Any], home: dict[str, str]) -> None:
    settings(home, PAGER + '[colors]\ntheme = "nord"\ncolor_depth = "true"\n')
    pane = start(tmux)
    pane.run("['text %d' % n + '.' * 60 for n in range(500)]")
    pane.wait("q leave")
    pane.type("q")
    pane.wait(lambda rows: rows[-1] == ">>>")
    row = next(row for row in pane.screen(styles=True) if "text 3." in row)
    assert "38;2;163;190;140m'text 3." in row  # nord's strings


def test_the_session_is_saved_with_its_results(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    pane = start(tmux)
    pane.run("6 * 7")
    pane.wait("42")
    pane.run("1 / 0")
    pane.wait("division")
    pane.run("x = 'quiet'")
    pane.press("C-x", "s")
    pane.wait("Write this session to:")
    pane.run(str(tmp_path / "session.py"))
    pane.wait("Wrote")
    expected = "6 * 7\n# 42\n1 / 0\n# ZeroDivisionError: division by zero\nx = 'quiet'\n"
    assert (tmp_path / "session.py").read_text() == expected


def test_the_loop_goes_on_while_the_pager_is_open(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    settings(home, PAGER)
    script = tmp_path / "host.py"
    script.write_text(
        "import asyncio, sideloop\n"
        "async def tick():\n"
        "    while True:\n"
        "        await asyncio.sleep(0.01)\n"
        "        open('ticks', 'a').write('tick ')\n"
        "async def main():\n"
        "    task = asyncio.create_task(tick())\n"
        "    await sideloop.embed_async(globals())\n"
        "    task.cancel()\n"
        "asyncio.run(main())\n"
    )
    pane = tmux(str(script), cwd=str(tmp_path))
    pane.wait(">>>")
    pane.run("list(range(9999))")
    pane.wait("q leave")
    ticks = tmp_path / "ticks"
    before = ticks.stat().st_size
    pane.wait(lambda _: ticks.stat().st_size > before + 100)
    assert "q leave" in "\n".join(pane.screen())
    pane.type("q")
    pane.wait(lambda rows: rows[-1] == ">>>")


def test_other_histories_are_imported_once(tmux: Callable[..., Any], home: dict[str, str]) -> None:
    path = remember(home, "own = 1")
    Path(home["HOME"], ".python_history").write_text("first = 1\nown = 1\n")
    ptpython = Path(home["XDG_DATA_HOME"], "ptpython", "history")
    ptpython.parent.mkdir(parents=True)
    ptpython.write_text("\n# 2024-05-06 07:08:09.123\n+def f():\n+    pass\n")
    for expected in ("ptpython", "no new entries"):
        pane = tmux("-m", "sideloop", "--import-history")
        pane.wait(expected)
        pane.wait("[exit 0]")
        texts = [json.loads(line)["text"] for line in path.read_text().splitlines()]
        assert texts == ["first = 1", "def f():\n    pass", "own = 1"]


def test_lines_of_a_block_are_imported_as_one_entry(tmp_path: Path) -> None:
    entries = ["import os", "if x:\n    y\nelse:\n    z", "@wraps\ndef f():\n    return 1", "f()", "'\n'"]
    lines = [line for entry in entries[:4] for line in entry.split("\n")]
    (tmp_path / "history").write_text(
        "\n".join([" indented = 1", *lines, entries[4].replace("\n", "\r"), ""])
    )
    texts = [text for text, _, _ in import_history.python(str(tmp_path / "history"))]
    assert texts == [" indented = 1", *entries]


def test_an_import_goes_where_the_configuration_says(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    place = Path(home["XDG_CONFIG_HOME"], "sideloop")
    place.mkdir(parents=True)
    kept = tmp_path / "kept"
    place.joinpath("startup.py").write_text(
        f"def configure(repl):\n    repl.settings.history_file = {str(kept)!r}\n"
    )
    Path(home["HOME"], ".python_history").write_text("first = 1\n")
    tmux("-m", "sideloop", "--import-history").wait("[exit 0]")
    assert [json.loads(line)["text"] for line in kept.read_text().splitlines()] == ["first = 1"]
