"""`sideloop --config-check`: every setting in force, where its value comes from, and what is wrong."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def report(path: str | None, chosen: Mapping[str, object]) -> tuple[str, list[str]]:
    """A text with all settings, and the problems.

    Args:
        path: The file, if not the usual one.
        chosen: Settings of the command line.
    """
    from .. import config, host
    from ..config import personal

    layers = personal.prepare(path, chosen, origin="the command line").layers
    text, heading = "", ""
    for group, name, *_ in host.settings():
        if group != heading:
            text += f"{chr(10) * bool(text)}[{group}]\n"
            heading = group
        line = f"{name} = {config.toml(layers.values[name])}"
        text += f"{line:<40}  # {layers.origin(name)}\n"
    return text, [*layers.problems, *layers.unknown_themes()]
