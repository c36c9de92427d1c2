"""The pager on real terminals."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import open_prompt, settings

SIZES = [(80, 24), (40, 12)]


PAGER = "[display]\npager = true\n"


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_long_result_is_paged(
    tmux: Callable[..., Any], home: dict[str, str], columns: int, rows: int
) -> None:
    settings(home, PAGER)
    pane = open_prompt(tmux, columns, rows)
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
    pane = open_prompt(tmux)
    pane.run("list(range(5))")
    pane.wait("[0, 1, 2, 3, 4]\n>>>")


def test_a_long_traceback_is_paged_and_the_text_saved(
    tmux: Callable[..., Any], home: dict[str, str], tmp_path: Path
) -> None:
    settings(home, PAGER)
    pane = open_prompt(tmux)
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
    pane = open_prompt(tmux)
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
    pane = open_prompt(tmux)
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
    pane = open_prompt(tmux)
    pane.run("['text %d' % n + '.' * 60 for n in range(500)]")
    pane.wait("q leave")
    pane.type("q")
    pane.wait(lambda rows: rows[-1] == ">>>")
    row = next(row for row in pane.screen(styles=True) if "text 3." in row)
    assert "38;2;163;190;140m'text 3." in row  # nord's strings


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
