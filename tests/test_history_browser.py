"""The history browser on real terminals, and the session's file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import open_prompt, remember

SIZES = [(80, 24), (40, 12)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_former_inputs_are_found_marked_and_inserted(
    tmux: Callable[..., Any], home: dict[str, str], columns: int, rows: int
) -> None:
    remember(home, "alpha = 1", "beta = 2", "print('gamma')", "for x in range(3):\n    print(x)")
    pane = open_prompt(tmux, columns, rows)
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
    pane = open_prompt(tmux)
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


def test_what_is_printed_and_resized_meanwhile(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    remember(home, "alpha = 1", "beta = 2")
    pane = open_prompt(tmux)
    pane.run("import threading, time")
    done = tmp_path / "done"
    ticking = "    for n in range(40): print('tick', n, flush=True); time.sleep(0.02)"
    pane.run(f"def count():\n{ticking}\n    open({str(done)!r}, 'w').close()\n")
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
    pane.wait(lambda _: done.exists())
    pane.press("C-g")
    screen = pane.wait("tick 39", history=True)
    ticks = [int(row.split()[1]) for row in screen if row.startswith("tick")]
    assert ticks == list(range(40))
    assert screen[-1] == ">>>"


def test_the_session_is_saved_with_its_results(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    pane = open_prompt(tmux)
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
