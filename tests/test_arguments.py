"""What the arguments of `embed()` choose, and which are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sideloop
from terminal import Pty


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ({"gui": "motif"}, ValueError, r'gui is "auto", "tk", .*, not .motif'),
        ({"system_exit": "rise"}, ValueError, r'system_exit is "end" or "raise", not .rise'),
        ({"mouze": True}, TypeError, r"no setting .mouze. \(did you mean mouse\?\)"),
        ({"editing_mode": "vim"}, ValueError, r'editing_mode: expected one of "emacs" "vi", not "vim"'),
    ],
)
def test_a_wrong_argument_opens_nothing(
    arguments: dict[str, object], error: type[Exception], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sideloop.session.open_session", None)
    with pytest.raises(error, match=sentence):
        sideloop.embed({}, **arguments)


@pytest.mark.parametrize(
    ("arguments", "typed", "ended"),
    [
        ("", "exit(3)\r", "returned 3"),
        ("", "\x04\x04", "returned None"),
        ("system_exit='raise'", "import sys; sys.exit(4)\r", "raised 4"),
        ("system_exit='raise'", "\x04\x04", "returned None"),
    ],
)
def test_how_a_session_ends(
    tmp_path: Path, pty: Callable[..., Pty], arguments: str, typed: str, ended: str
) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sideloop\n"
        "try:\n"
        f"    print('[returned', str(sideloop.embed({arguments})) + ']')\n"
        "except SystemExit as left:\n"
        "    print('[raised', str(left.code) + ']')\n"
    )
    host = pty(str(program), env={"TERM": "xterm-256color", "NO_COLOR": "1"})
    host.expect(">>>")
    host.send(typed)
    host.expect(f"[{ended}]")
    assert host.wait() == 0
