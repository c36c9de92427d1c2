"""What a person configures in Python: commands, completers, the handle at the prompt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


def test_commands_written_in_python(prompt: Callable[..., Any], files: Path) -> None:
    (files / "startup.py").write_text(STARTUP)
    terminal = prompt("-q")
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


def test_the_example_of_the_documentation(prompt: Callable[..., Any], files: Path) -> None:
    page = Path(__file__).parent.parent.joinpath("docs", "settings.md").read_text()
    (files / "startup.py").write_text(page.partition("```python\n")[2].partition("```")[0])
    terminal = prompt("-q")
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


def test_completers_of_ones_own(prompt: Callable[..., Any], files: Path) -> None:
    (files / "startup.py").write_text(COMPLETERS)
    terminal = prompt("-q")
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


def test_the_handle_at_the_prompt(prompt: Callable[..., Any]) -> None:
    terminal = prompt("-q")
    terminal.wait(">>>")
    terminal.run("import sideloop; r = sideloop.repl(); r.settings.prompt_style = 'numbered'")
    terminal.wait("In [2]:")
    terminal.run("r.settings.mouse = 3")
    terminal.wait("ValueError: input.mouse: expected true or false, not 3")
    terminal.wait("In [3]:")
    terminal.run("r.settings.mouze = 3")
    terminal.wait("AttributeError: there is no setting 'mouze'")


def test_ctrl_c_ends_a_startup_that_hangs_and_the_prompt_comes(pty: Callable[..., Any], files: Path) -> None:
    (files / "startup.py").write_text("print('it hangs')\nimport time\nwhile True:\n    time.sleep(1)\n")
    terminal = pty("-m", "sideloop", "-q")
    terminal.expect("it hangs")
    terminal.send("\x03")
    terminal.wait_for_prompt("KeyboardInterrupt")
    terminal.run("6 * 7", "42")
