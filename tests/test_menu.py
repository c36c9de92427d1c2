"""The menu of settings, by keys and by the mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12), (200, 60)])
def test_the_menu_changes_at_once_and_saves(
    prompt: Callable[..., Any], files: Path, columns: int, rows: int
) -> None:
    file = files / "config.toml"
    file.write_text("# mine\n[input]\n# pointing\nmouse = false # so far\n")
    terminal = prompt("-q", columns=columns, rows=rows)
    terminal.wait(">>>")
    terminal.type("kept")
    terminal.press("F2")
    terminal.wait("editing_mode")
    terminal.type("promptstyle")
    terminal.wait("The look of the prompts.")
    terminal.press("Right")
    terminal.wait(lambda screen: any("*prompt_style" in row and "numbered" in row for row in screen))
    terminal.press("C-s")
    terminal.wait(lambda screen: not any("*prompt_style" in row for row in screen))
    terminal.press("Escape")
    terminal.wait(lambda screen: any(row.startswith("In [1]: kept") for row in screen))
    expected = '# mine\n[input]\n# pointing\nmouse = false # so far\n\n[display]\nprompt_style = "numbered"\n'
    assert file.read_text() == expected


def test_the_menu_makes_the_file(prompt: Callable[..., Any], tmp_path: Path) -> None:
    terminal = prompt("-q", SIDELOOP_CONFIG=str(tmp_path / "new" / "mine.toml"))
    terminal.wait(">>>")
    terminal.press("F2", "Down", "Right", "s")
    file = tmp_path / "new" / "mine.toml"
    terminal.wait(lambda _: file.exists())
    assert file.read_text() == '[input]\nalt_enter = "newline"\n'


def test_f4_changes_the_editing_mode(prompt: Callable[..., Any]) -> None:
    terminal = prompt("-q")
    terminal.wait(">>>")
    terminal.press("F4")
    terminal.run("import sideloop; sideloop.repl().settings.editing_mode")
    terminal.wait(lambda screen: "'vi'" in screen)


def test_the_mouse_works_in_the_menu(prompt: Callable[..., Any], files: Path) -> None:
    (files / "config.toml").write_text("[input]\nmouse = true\n")
    pane = prompt("-q")
    pane.wait(">>>")
    pane.press("F2")
    screen = pane.wait("enter_twice")
    row = next(number for number, text in enumerate(screen, 1) if "enter_twice" in text)
    click = f"\x1b[<0;45;{row}M\x1b[<0;45;{row}m"
    pane.type(click)
    pane.wait(re.compile(r"> enter_twice +true"))
    pane.type(click)
    pane.wait(re.compile(r">\*enter_twice +false"))
    foot = next(number for number, text in enumerate(pane.screen(), 1) if "s save" in text)
    column = pane.screen()[foot - 1].index("s save") + 1
    pane.type(f"\x1b[<0;{column};{foot}M\x1b[<0;{column};{foot}m")
    pane.wait("Saved to")
    pane.type(f"\x1b[<0;5;{row + 3}M\x1b[<0;5;{row + 3}m")
    pane.wait(lambda rows: "s save" not in "\n".join(rows))
    assert "enter_twice = false" in (files / "config.toml").read_text()
