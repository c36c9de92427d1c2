"""A session, from its options to its end.

Invariant: when it returns or raises, the terminal and the host are as before.
"""

from __future__ import annotations

import os
import sys

from . import config, host, turns
from .config import personal
from .interrupt.at_prompt import AtPrompt
from .serving import Host
from .streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from . import waiting
    from .config.handle import Repl
    from .options import Options


async def run(options: Options, mode: Callable[[Any, Any], waiting.Mode]) -> Any:
    """The session itself, to be driven or awaited."""
    repl = personal.prepare(options.config_file, options.chosen, options.configure)
    for problem in repl.layers.problems:
        print(problem, file=sys.stderr)
    turn = turns.Turn(options.input)
    session = at_prompt = None
    try:
        session = open_session(options, repl, nested=turn.nested)
        streams = Streams(options.input, options.output)
        serving = Host(session, mode(session.wait, options.gui), options.names, repl, turn, streams)
        repl.begin(session)
        with streams:
            if options.banner is not None:
                print(options.banner)
            for path in options.startup_paths:
                serving.startup(os.fspath(path))
        if options.whole_program and session.draws:
            at_prompt = AtPrompt(session)
        left = await serving.serve()
    finally:
        repl.end()
        if session is not None:
            session.close()
        turn.end()
        if at_prompt is not None:
            at_prompt.close()
    if left is not None and options.raises:
        raise left
    return None if left is None else left.code


def open_session(options: Options, repl: Repl, *, nested: bool) -> Any:
    """A prompt on the terminal, or a plain one where there is no terminal that can draw."""
    if not can_draw(options) or repl.layers.values["accessible"]:
        from .plain import PlainSession

        return PlainSession(options.input, options.output, confirm=repl.layers.values["confirm_exit"])
    host.care_for_children()
    return host.Session(
        options.input,
        options.output,
        repl.layers.texts,
        history=config.history_file(repl.layers.values),
        config=options.config_file or config.config_file(),
        term=os.environ.get("TERM", ""),
        patch_stdout=options.patch_stdout,
        nested=nested,
    )


def can_draw(options: Options) -> bool:
    """Whether there is a terminal that takes escape sequences."""
    strange = os.environ.get("TERM", "") in ("", "dumb", "unknown")
    return not strange and os.isatty(options.input) and os.isatty(options.output)
