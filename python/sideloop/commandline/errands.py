"""What `sideloop` does without a program and without a prompt, and the exit codes of that."""

from __future__ import annotations

import os
import sys

from . import USAGE, chosen, version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Invocation


def run(invocation: Invocation) -> int:
    """Does one of `ERRANDS`."""
    match invocation.kind:
        case "help":
            print(USAGE, end="")
        case "version":
            print(version())
        case "keys":
            print(keys(), end="")
        case "config-check":
            return check(invocation)
        case _:
            return take_over_histories(invocation)
    return 0


def keys() -> str:
    """All commands and their keys, in groups."""
    from .. import host

    text, heading = "", ""
    for group, name, pressed, doc in host.commands():
        if group != heading:
            text += "\n" * bool(text) + group + "\n"
            heading = group
        text += f"  {pressed or '-':<28}  {name:<28}  {doc}\n"
    return text


def check(invocation: Invocation) -> int:
    """Prints the settings in force; 1 when something is wrong in the person's files."""
    from . import configcheck

    text, problems = configcheck.report(invocation.config_file, chosen(invocation))
    print(text, end="")
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


def take_over_histories(invocation: Invocation) -> int:
    """Takes over other programs' histories, and tells how much came from where; 1 when something failed."""
    from .. import config, host
    from ..config import personal
    from . import import_history

    handle = personal.prepare(invocation.config_file, chosen(invocation), origin="the command line")
    layers = handle.layers
    for problem in layers.problems:
        print(problem, file=sys.stderr)
    path = config.history_file(layers.values)
    if path is None:
        print("sideloop: the setting history is off, so there is no file to import into", file=sys.stderr)
        return 1
    failed = False
    for name, file, read in import_history.sources():
        if not os.path.isfile(file):
            continue
        try:
            added = host.import_history(path, read(file))
        except OSError as error:
            print(f"sideloop: {file}: {error}", file=sys.stderr)
            failed = True
        else:
            print(f"{name}: {added or 'no'} new entries from {file}")
    return int(failed)
