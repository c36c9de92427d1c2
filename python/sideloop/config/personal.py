"""A person's configuration in force: the file, `startup.py` beside it, and what the caller wants."""

from __future__ import annotations

import os
import sys

from .. import config
from . import layers
from .handle import Repl

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def prepare(
    path: str | None,
    chosen: Mapping[str, object],
    configure: Callable[[Any], object] | None = None,
    *,
    origin: str = "a keyword argument",
) -> Repl:
    """The handle of a session to come. What is wrong in the person's files is kept in its layers.

    Later ones win: the environment, the file, `startup.py`, `chosen`, `configure`.

    Args:
        path: The file, if not the usual one.
        chosen: Settings by their names.
        configure: Called with the handle; a traceback tells what it raises, and no more comes of it.
        origin: Where `chosen` comes from, in words.

    Raises:
        TypeError: `chosen` has a name that is no setting's.
        ValueError: `chosen` has a value that does not fit.
    """
    handle = Repl(layers.of_person(path))
    run_startup(os.path.join(os.path.dirname(path or config.config_file()), "startup.py"), handle)
    if chosen:
        handle.layers.choose(origin, chosen)
    if configure is not None:
        handle.origin = "configure"
        apply(configure, handle)
    return handle


def run_startup(path: str, handle: Repl) -> None:
    """Runs the file, if there is one and Python is not isolated, and calls its `configure`."""
    if sys.flags.isolated or not os.path.isfile(path):
        return
    handle.origin = os.path.abspath(path)
    names: dict[str, Any] = {"__name__": "sideloop.startup", "__file__": path}

    def configure(handle: Repl) -> None:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        exec(code, names)
        own = names.get("configure")
        if own is not None:
            own(handle)

    apply(configure, handle)


def apply(configure: Callable[[Any], object], handle: Repl) -> None:
    """Calls a function with the handle; what it raises is reported and kept as a problem.

    So is Ctrl-C: a file that takes too long does not keep the prompt away.
    """
    try:
        configure(handle)
    except (Exception, KeyboardInterrupt) as error:
        from ..display import Look, report

        report.show(error, Look())
        handle.layers.problems.append(f"{handle.origin}: what stands behind that error does not count")
