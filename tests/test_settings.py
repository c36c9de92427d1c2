"""A person's configuration: the file, `startup.py`, keys, the handle, the check, the menu."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sideloop

PACKAGE = str(Path(sideloop.__file__).resolve().parent.parent)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The directory of the person's files."""
    place = tmp_path / "config" / "sideloop"
    place.mkdir(parents=True)
    return place


@pytest.fixture
def start(tmux: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """`start("-q")`: sideloop in a terminal; `start("-c", "CODE")`: a program."""

    def begin(*words: str, columns: int = 80, rows: int = 24, **environment: str) -> Any:
        program = words if words[:1] == ("-c",) else ("-m", "sideloop", *words)
        env = {"PYTHONPATH": PACKAGE, **environment}
        return tmux(*program, env=env, cwd=str(tmp_path), columns=columns, rows=rows)

    return begin


def config_check(home: dict[str, str], *words: str, **environment: str) -> tuple[str, str, int]:
    """What `sideloop --config-check` prints, and its exit code."""
    argv = [sys.executable, "-m", "sideloop", *words, "--config-check"]
    env = {**home, "PYTHONPATH": PACKAGE, **environment}
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


def test_a_broken_file_stops_nothing(start: Callable[..., Any], files: Path) -> None:
    (files / "config.toml").write_text("[display]\nprompt_style = 'numbered'\nnothing = 1\n")
    (files / "startup.py").write_text("1 / 0\n")
    terminal = start("-q", columns=200)
    screen = terminal.wait("In [1]:")
    assert any("config.toml, line 3: display.nothing: no such setting" in row for row in screen)
    assert any("ZeroDivisionError" in row for row in screen)


def test_embed_reads_the_file_and_its_keywords_win(start: Callable[..., Any], files: Path) -> None:
    (files / "config.toml").write_text("[display]\nprompt_style = 'numbered'\nmax_lines = 3\n")
    terminal = start("-c", "import sideloop; sideloop.embed(max_lines=5)")
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
    start: Callable[..., Any], files: Path, toml: str, keys: list[str], expected: str
) -> None:
    (files / "config.toml").write_text(toml)
    terminal = start("-q")
    terminal.wait(">>>")
    for key in keys:
        # An Escape that is not taken alone is Alt with the key behind it.
        terminal.wait(key[5:]) if key.startswith("sees ") else terminal.press(key)
    terminal.wait(lambda rows: expected in rows)


STARTUP = '''
import os

def shout(event):
    """Upper case."""
    return event.text.upper()

def eleven(event):
    event.insert("5 + 6")
    event.run()

def failing(event):
    print("about to fail")
    raise ValueError("on purpose")

def configure(repl):
    repl.bind("ctrl-x g", shout)
    repl.bind("f9", eleven)
    repl.bind("f8", failing)
    repl.prompts.primary = lambda number: f"{number}$ "
    repl.prompts.out = "= "
    repl.theme("mine", {"keyword": "pink bold"}, colors={"pink": "#ff79c6"})
    repl.settings.theme = "mine"
'''


def test_commands_written_in_python(start: Callable[..., Any], files: Path) -> None:
    (files / "startup.py").write_text(STARTUP)
    terminal = start("-q")
    terminal.wait("1$")
    terminal.type("'abc'")
    terminal.press("C-x", "g")
    terminal.wait("'ABC'")
    terminal.press("C-u", "F9")
    terminal.wait(lambda rows: "= 11" in rows)
    terminal.type("kept")
    terminal.press("F8")
    screen = terminal.wait("ValueError: on purpose")
    assert any("about to fail" in row for row in screen)
    terminal.wait("2$ kept")


def test_the_example_of_the_documentation(start: Callable[..., Any], files: Path) -> None:
    page = Path(__file__).parent.parent.joinpath("docs", "settings.md").read_text()
    (files / "startup.py").write_text(page.partition("```python\n")[2].partition("```")[0])
    terminal = start("-q")
    terminal.wait("1>")
    terminal.type("merc")
    terminal.wait("mercury")
    terminal.press("Tab")
    terminal.wait("1> mercury")
    terminal.press("C-x", "g")
    terminal.wait("1> MERCURY")
    terminal.press("C-u")
    terminal.run("6 * 7")
    terminal.wait("= 42")


ENDLESS = """
def endless(*asked):
    print("it runs")
    while True:
        pass

def configure(repl):
    repl.bind("f8", endless)
    repl.completers.append(lambda question: endless() if question["prefix"] == "zz" else [])
"""


@pytest.mark.parametrize("host", ["sideloop.embed()", "asyncio.run(sideloop.embed_async())"])
def test_ctrl_c_interrupts_what_never_ends_and_then_is_a_key_again(
    tmux: Callable[..., Any], files: Path, host: str
) -> None:
    (files / "startup.py").write_text(ENDLESS)
    code = f"import asyncio, sideloop\n{host}\nprint('the host lives')"
    terminal = tmux("-c", code, env={"SIDELOOP_CONFIG": str(files / "config.toml")})
    terminal.wait(">>>")
    # No candidates fit a number: Ctrl-C would close them first.
    terminal.type("1234")
    terminal.wait(">>> 1234")
    terminal.press("F8")
    terminal.wait("it runs")
    terminal.press("C-c")
    terminal.wait("KeyboardInterrupt")
    terminal.wait(lambda rows: ">>> 1234" in rows)
    terminal.press("C-c")
    terminal.wait(">>> 1234^C")
    terminal.type("zz")
    terminal.wait(lambda rows: rows.count("it runs") == 2)
    terminal.press("C-c")
    terminal.wait("KeyboardInterrupt, and is asked no more")
    terminal.wait(">>> zz^C")
    terminal.run("6 * 7")
    terminal.wait("42")
    terminal.press("C-d", "C-d")
    terminal.wait("the host lives")


COMPLETERS = """
def words(question):
    return ["alpha_one", {"text": "alpha_two", "kind": "function", "detail": f"{question['prefix']} typed"}]

def failing(question):
    raise ValueError("on purpose")

def configure(repl):
    repl.completers += [failing, words]
"""


def test_completers_of_ones_own(start: Callable[..., Any], files: Path) -> None:
    (files / "startup.py").write_text(COMPLETERS)
    terminal = start("-q")
    terminal.wait(">>>")
    terminal.type("al")
    terminal.wait("The completer failing raised ValueError: on purpose, and is asked no more.")
    screen = terminal.wait("al typed")
    assert {"alpha_one", "alpha_two", "all"} <= {row.split()[0] for row in screen if row.startswith("    ")}
    terminal.type("pha_t")
    terminal.wait(lambda rows: not any("alpha_one" in row for row in rows))
    terminal.press("Tab")
    terminal.wait(">>> alpha_two")
    terminal.press("C-u")
    terminal.type("'al'.alp")
    screen = terminal.wait("alp typed")
    assert sum("on purpose" in row for row in screen) == 1, "it is told once, and not asked again"


def test_the_handle_at_the_prompt(start: Callable[..., Any]) -> None:
    terminal = start("-q")
    terminal.wait(">>>")
    terminal.run("import sideloop; r = sideloop.repl(); r.settings.prompt_style = 'numbered'")
    terminal.wait("In [2]:")
    terminal.run("r.settings.mouse = 3")
    terminal.wait("ValueError: input.mouse: expected true or false, not 3")
    terminal.wait("In [3]:")
    terminal.run("r.settings.mouze = 3")
    terminal.wait("AttributeError: there is no setting 'mouze'")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12), (200, 60)])
def test_the_menu_changes_at_once_and_saves(
    start: Callable[..., Any], files: Path, columns: int, rows: int
) -> None:
    file = files / "config.toml"
    file.write_text("# mine\n[input]\n# pointing\nmouse = false # so far\n")
    terminal = start("-q", columns=columns, rows=rows)
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


def test_the_menu_makes_the_file(start: Callable[..., Any], tmp_path: Path) -> None:
    terminal = start("-q", SIDELOOP_CONFIG=str(tmp_path / "new" / "mine.toml"))
    terminal.wait(">>>")
    terminal.press("F2", "Down", "Right", "s")
    file = tmp_path / "new" / "mine.toml"
    terminal.wait(lambda _: file.exists())
    assert file.read_text() == '[input]\nalt_enter = "newline"\n'


def test_f4_changes_the_editing_mode(start: Callable[..., Any]) -> None:
    terminal = start("-q")
    terminal.wait(">>>")
    terminal.press("F4")
    terminal.run("import sideloop; sideloop.repl().settings.editing_mode")
    terminal.wait(lambda screen: "'vi'" in screen)


def test_the_mouse_works_in_the_menu(start: Callable[..., Any], files: Path) -> None:
    (files / "config.toml").write_text("[input]\nmouse = true\n")
    pane = start("-q")
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
