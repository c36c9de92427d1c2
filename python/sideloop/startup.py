"""Run a startup file in the session's names; a failing one is reported and does no harm."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def run(path: str, names: dict[str, Any]) -> None:
    """Executes the file `path` in `names`. `SystemExit` passes; other exceptions are reported.

    `__file__` is the startup file's while it runs, as in python.
    """
    from . import report
    from .display import Look

    before = {"__file__": names["__file__"]} if "__file__" in names else {}
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        names["__file__"] = path
        exec(code, names)
    except SystemExit:
        raise
    except BaseException as error:
        report.show(error, Look())
    finally:
        names.pop("__file__", None)
        names.update(before)


def pythonstartup() -> str | None:
    """The file that `PYTHONSTARTUP` names, unless the environment is to be ignored."""
    return None if sys.flags.ignore_environment else os.environ.get("PYTHONSTARTUP") or None
