"""The boundary: what the package has of the native library. No other module imports `_native`."""

from __future__ import annotations

import os

from . import _native
from ._native import (
    VERSION,
    Block,
    Session,
    capture_streams,
    commands,
    highlight,
    import_history,
    input_hook,
    question,
    read_settings,
    setting_lines,
    settings,
    theme_names,
    wait,
)
from .interrupt import sigint
from .messages import Messages

__all__ = [
    "VERSION",
    "Block",
    "Session",
    "capture_streams",
    "commands",
    "highlight",
    "import_history",
    "input_hook",
    "question",
    "read_settings",
    "setting_lines",
    "settings",
    "theme_names",
    "wait",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .interrupt.evaluation import Evaluation
    from .streams import Streams
    from .waiting import Mode

cared: list[bool] = []


def messages(session: Any, mode: Mode, streams: Streams) -> Messages:
    """What a session's prompt says, to be asked on this thread."""
    return Messages(session, mode, streams, _native)


def care_for_children() -> None:
    """Once a process: children of `os.fork` have no part in the prompt."""
    if not cared:
        cared.append(True)
        os.register_at_fork(after_in_child=_native.after_fork_in_child)


def take_sigint(evaluation: Evaluation) -> None:
    """From here on SIGINT is the evaluation's. Call while Ctrl-C is still a key."""
    sigint.begin(evaluation, _native)


def give_sigint_back(evaluation: Evaluation) -> None:
    """Call when Ctrl-C is a key again, in the evaluation's thread."""
    sigint.end(evaluation, _native)
