"""Run a startup file with a session's names; a failing one is reported and does no harm."""

from __future__ import annotations

import os
import sys

from ..display import report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..display import Look
    from .namespace import Namespace


def run(path: str, namespace: Namespace, look: Look) -> None:
    """Executes the file `path`. `SystemExit` passes; other exceptions are reported.

    While it runs `__file__` is its path, where the names have none.
    """
    names, local = namespace.scopes()
    is_named = "__file__" in names
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", namespace.flags, dont_inherit=True)
        names.setdefault("__file__", path)
        exec(code, names, local)
    except SystemExit:
        raise
    except BaseException as error:
        report.show(error, look)
    finally:
        if not is_named:
            names.pop("__file__", None)


def from_environment() -> str | None:
    """The file that `PYTHONSTARTUP` names, unless the environment is to be ignored."""
    return None if sys.flags.ignore_environment else os.environ.get("PYTHONSTARTUP") or None
