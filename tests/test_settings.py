"""A person's settings: the file, its check, keys that are bound in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def config_check(home: dict[str, str], *words: str, **environment: str) -> tuple[str, str, int]:
    """What `sideloop --config-check` prints, and its exit code."""
    argv = [sys.executable, "-m", "sideloop", *words, "--config-check"]
    env = {**home, **environment}
    done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout, done.stderr, done.returncode


def origins(text: str) -> dict[str, tuple[str, str]]:
    """Value and origin of each setting of a check."""
    lines = [line.partition("# ") for line in text.splitlines() if " = " in line]
    return {line.split(" = ")[0]: (line.split(" = ")[1].strip(), origin) for line, _, origin in lines}


def test_each_value_has_its_origin(home: dict[str, str], files: Path) -> None:
    (files / "config.toml").write_text(
        "[input]\nmouse = true\n[history]\n\nauto_suggest = false\n[colors]\ntheme = 'mine'\n"
    )
    (files / "startup.py").write_text(
        "def configure(repl):\n    repl.settings.max_lines = 7\n    repl.theme('mine', {})\n"
    )
    text, errors, code = config_check(home, "--vi", NO_COLOR="1")
    found = origins(text)
    assert (errors, code) == ("", 0)
    assert found["mouse"] == ("true", f"{files / 'config.toml'}:2")
    assert found["auto_suggest"] == ("false", f"{files / 'config.toml'}:5")
    assert found["max_lines"] == ("7", str(files / "startup.py"))
    assert found["editing_mode"] == ('"vi"', "the command line")
    assert found["color_depth"] == ('"none"', "the variable NO_COLOR")
    assert found["fuzzy"] == ("true", "default")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[input]\nmouse = 3\n", "line 2: input.mouse: expected true or false, not 3"),
        ("[input]\nmouze = true\n", "line 2: input.mouze: no such setting"),
        ("[keys]\n'f12' = 'nope'\n", "line 2: keys.f12: nope is no command; sideloop --keys lists all"),
        ("[keys]\n'ctrl-x' = 'undo'\n", "line 2: keys.ctrl-x: cannot be bound because ctrl-x ( runs"),
        ("[input\n", "line 1: "),
        (
            "[colors]\ntheme = 'drcula'\n",
            "line 2: colors.theme: there is no theme 'drcula' (did you mean dracula?)",
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    home: dict[str, str], tmp_path: Path, text: str, problem: str
) -> None:
    file = tmp_path / "other.toml"
    file.write_text(text)
    _, errors, code = config_check(home, SIDELOOP_CONFIG=str(file))
    assert code == 1
    assert len(errors.splitlines()) == 1
    assert errors.startswith(f"{file}, {problem}")


@pytest.mark.parametrize("file", ["/", "/dev/zero"])
def test_what_is_no_settings_file_is_told_of(home: dict[str, str], file: str) -> None:
    _, errors, code = config_check(home, SIDELOOP_CONFIG=file)
    assert code == 1
    assert errors.startswith(f"{file}: ")


def test_a_broken_file_stops_nothing(prompt: Callable[..., Any], files: Path) -> None:
    (files / "config.toml").write_text("[display]\nprompt_style = 'numbered'\nnothing = 1\n")
    (files / "startup.py").write_text("1 / 0\n")
    terminal = prompt("-q", columns=200)
    screen = terminal.wait("In [1]:")
    assert any("config.toml, line 3: display.nothing: no such setting" in row for row in screen)
    assert any("ZeroDivisionError" in row for row in screen)


def test_embed_reads_the_file_and_its_keywords_win(prompt: Callable[..., Any], files: Path) -> None:
    (files / "config.toml").write_text("[display]\nprompt_style = 'numbered'\nmax_lines = 3\n")
    terminal = prompt("-c", "import sideloop; sideloop.embed(max_lines=5)")
    terminal.wait("In [1]:")
    terminal.run("list(range(5000))")
    terminal.wait("cut after 5 lines")


@pytest.mark.parametrize(
    ("toml", "keys", "expected"),
    [
        ("[keys]\n'ctrl-x ctrl-k' = 'kill-whole-line'\n", ["a", "b", "C-x", "C-k", "7", "Enter"], "7"),
        ("[keys.emacs]\n'ctrl-a' = ''\n", ["1", "2", "C-a", "3", "Enter"], "123"),
        (
            "[input]\nediting_mode = 'vi'\n[keys.vi-insert]\n'j j' = 'vi-movement-mode'\n",
            ["1", "2", "j", "j", "x", "Enter"],
            "1",
        ),
        (
            "[input]\nediting_mode = 'vi'\n[display]\nstatus_bar = true\n"
            "[keys.vi-normal]\n'g h' = 'kill-whole-line'\n",
            ["1", "2", "Escape", "sees Vi (normal)", "g", "h", "i", "8", "Enter"],
            "8",
        ),
    ],
)
def test_keys_are_bound_by_name_and_mode(
    prompt: Callable[..., Any], files: Path, toml: str, keys: list[str], expected: str
) -> None:
    (files / "config.toml").write_text(toml)
    terminal = prompt("-q")
    terminal.wait(">>>")
    for key in keys:
        # An Escape that is not taken alone is Alt with the key behind it.
        terminal.wait(key[5:]) if key.startswith("sees ") else terminal.press(key)
    terminal.wait(lambda rows: expected in rows)
