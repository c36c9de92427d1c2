"""Other programs' histories taken over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import remember
from sideloop.commandline import import_history


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
