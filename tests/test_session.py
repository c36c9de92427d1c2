"""A session as a person has it, on a screen: what evaluations leave behind, the input's rows, leaving."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from terminal import Tmux


@pytest.fixture
def session(tmux: Callable[..., Tmux]) -> Tmux:
    """`python -m sideloop -q` at its first prompt, without colours."""
    terminal = tmux("-m", "sideloop", "-q", env={"NO_COLOR": "1"})
    at_prompt(terminal)
    return terminal


def at_prompt(terminal: Tmux) -> list[str]:
    """Waits until an empty prompt is the last row; the rows above it."""
    return terminal.wait(lambda rows: rows and rows[-1] == ">>>")[:-1]


def run(terminal: Tmux, source: str, shown: str) -> None:
    """Runs an input; what is shown stands between it and a clean prompt at the left edge."""
    terminal.run(source)
    expected = [f">>> {source}", *shown.split("\n"), ">>>"]
    terminal.wait(lambda rows: rows[-len(expected) :] == expected)
    assert terminal.cursor()[0] == 4


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("print('half', end='')", "half%"),
        ("print(end='\\x1b[31;7m\\x1b[?25l'); 'coloured'", "'coloured'"),
        ("import os; os.system('stty raw -echo opost')", "0"),
        ("import os; os.system('stty -icanon -isig')", "0"),
    ],
)
def test_the_next_prompt_is_clean(session: Tmux, source: str, shown: str) -> None:
    run(session, source, shown)
    run(session, "'echoed'", "'echoed'")
    session.run("input('name: ')")
    session.wait("\nname:")
    session.run("me")
    session.wait("name: me\n'me'\n>>>")


def test_results_are_seen_after_a_full_screen_program(session: Tmux) -> None:
    run(session, "import os; os.system('tput smcup; tput rmcup')", "0")
    for number in range(3):
        run(session, f"{number} + 10", f"{number + 10}")


def test_a_displayhook_is_asked_for_expressions_only(session: Tmux) -> None:
    session.run("import sys; sys.displayhook = lambda value: print('hook', value)")
    at_prompt(session)
    session.run("a = 5")
    run(session, "None", "hook None")
    assert sum(row.startswith("hook") for row in session.screen()) == 1


def test_a_syntax_error_keeps_the_text(session: Tmux) -> None:
    session.run("x = (1 +* 2)")
    rows = session.wait("invalid syntax")
    assert rows == [">>> x = (1 +* 2)", "invalid syntax"]
    assert session.cursor() == (12, 0)
    session.press("Delete", "End", "Enter")
    at_prompt(session)
    run(session, "x", "3")


def test_up_goes_by_the_rows_of_a_wrapped_line(session: Tmux) -> None:
    session.type("'" + "a" * 100 + "'")
    session.wait("a'")
    assert session.cursor() == (26, 1)
    session.press("Up")
    session.type("b")
    session.wait("ab")
    assert session.cursor() == (27, 0)


def test_ctrl_d_asks_first(session: Tmux) -> None:
    session.press("C-d")
    session.wait("Press Ctrl-D again to leave.")
    session.press("C-d")
    session.wait("[exit 0]")


def test_history_outlives_a_kill(session: Tmux, tmux: Callable[..., Tmux]) -> None:
    run(session, "kept = 'in the file'; kept", "'in the file'")
    session.run("import os; os.kill(os.getpid(), 9)")
    session.wait("[exit 137]")
    another = tmux("-m", "sideloop", "-q", env={"NO_COLOR": "1"})
    at_prompt(another)
    another.type("ke")
    another.wait(">>> kept = 'in the file'; kept")
    another.press("Right", "Enter")
    another.wait("\n'in the file'\n>>>")
