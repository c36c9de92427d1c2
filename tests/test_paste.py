"""Text that comes faster than a person types: unmarked pastes, and what is typed ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from terminal import Pty

PROGRAM = """\
def first(n):
    for i in range(n):
        if i % 2:
            yield i

        else:
            yield -i

def second(x):
    return (
        x,
      sum(first(x)),
    )

second(7)
"""


@pytest.mark.parametrize("end", ["\r", "\n"])
def test_lines_in_one_write_are_run_as_they_are(pty: Callable[..., Pty], end: str) -> None:
    session = pty("-m", "sideloop", "-q", env={"TERM": "xterm", "NO_COLOR": "1"})
    session.expect(">>>")
    session.send(PROGRAM.replace("\n", end))
    session.expect("(7, -3)")
    assert b"rror" not in session.seen


def test_a_long_paste_in_many_pieces(pty: Callable[..., Pty]) -> None:
    session = pty("-m", "sideloop", "-q", env={"TERM": "xterm", "NO_COLOR": "1"})
    session.expect(">>>")
    body = "".join(f"    if n == {n}:\n        return {n} * 2\n" for n in range(300))
    session.send(f"def f(n):\n{body}\nf(150) + 1\n".replace("\n", "\r"))
    session.expect("301")
    assert b"rror" not in session.seen


def test_what_is_typed_while_an_evaluation_runs_is_the_next_input(pty: Callable[..., Pty]) -> None:
    session = pty("-m", "sideloop", "-q", env={"TERM": "xterm", "NO_COLOR": "1"})
    session.expect(">>>")
    session.send("import time; print('sta' + 'rted'); time.sleep(0.5)\r")
    session.expect("started")
    session.send("for x in 'ab':\n  print(x * 3)\n\n'do' + 'ne'\n")
    session.expect("'done'")
    assert b"bbb" in session.seen
    assert b"rror" not in session.seen
