"""`obj?` and `obj??`, and the log of what goes wrong behind the scenes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sideloop import describe


@pytest.mark.parametrize(
    ("text", "expression", "source"),
    [
        ("len?", "len", False),
        (" os.path.join ?? ", "os.path.join", True),
        ("f(1)[0]?", "f(1)[0]", False),
        ("?", None, False),
        ("len???", None, False),
        ("x = 1?", None, False),
        ("'a' 'b'", None, False),
    ],
)
def test_what_is_asked(text: str, expression: str | None, source: bool) -> None:
    asked = describe.asked(text)
    found = None if asked is None else (asked.expression, asked.source)
    assert found == (None if expression is None else (expression, source))


def test_documentation_is_printed(tmux: Any) -> None:
    screen = tmux("-m", "sideloop", "-q")
    screen.wait(">>>")
    screen.run("import textwrap")
    screen.run("textwrap.indent?")
    screen.wait("indent(text, prefix, predicate=None)")
    screen.wait("Adds 'prefix' to the beginning")
    screen.run("textwrap.indent??")
    screen.wait("def indent(text, prefix, predicate=None):", history=True)
    screen.run("nothing_at_all?")
    screen.wait("Nothing is known of nothing_at_all.")


def test_what_fails_is_logged_and_not_shown(tmux: Any, tmp_path: Path) -> None:
    log = tmp_path / "log"
    screen = tmux("-m", "sideloop", "-q", "--log", str(log))
    screen.wait(">>>")
    screen.run("Failing = type('Failing', (), {'__dir__': lambda self: 1 / 0, 'still_here': 1})")
    screen.run("failing = Failing()")
    screen.type("failing.")
    screen.wait("still_here")
    # What the class says is shown before the object is asked.
    screen.wait(lambda _: "ZeroDivisionError" in log.read_text(encoding="utf-8"))
    screen.press("C-u")
    screen.run("1 + 41")
    screen.wait("42")
    assert not [line for line in screen.screen() if "ZeroDivisionError" in line]
