"""Where a person's choices are kept, and how those of one session are put on top of them."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def directory(kind: str, fallback: str) -> str:
    """The project's own directory of the XDG base directory specification.

    Args:
        kind: `CONFIG` or `STATE`.
        fallback: What the specification gives for an unset variable, below the home directory.
    """
    base = os.environ.get(f"XDG_{kind}_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), fallback)
    return os.path.join(base, "sideloop")


def config_file() -> str:
    """The file with a person's settings, which need not exist."""
    return os.path.join(directory("CONFIG", ".config"), "config.toml")


def history_file(settings: Mapping[str, Any]) -> str | None:
    """The file that history is kept in; `None` when the person wants none. Made by the prompt."""
    if not settings["history"]:
        return None
    chosen = str(settings["history_file"])
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))
    return os.path.join(directory("STATE", os.path.join(".local", "state")), "history")


def read(path: str | None = None) -> str:
    """The text of the settings file: of `path`, or of the usual one if there is one.

    Raises:
        OSError: `path` cannot be read.
    """
    try:
        with open(path or config_file(), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        if path is not None:
            raise
        return ""


def overrides(chosen: Mapping[str, object], rows: list[tuple[str, str, str, str, str]]) -> str:
    """Settings given as keyword arguments, as TOML.

    Raises:
        TypeError: There is no setting of that name.
    """
    groups = {name: group for group, name, *_ in rows}
    lines: dict[str, list[str]] = {}
    for name, value in chosen.items():
        if name not in groups:
            raise TypeError(f"there is no setting {name!r}")
        lines.setdefault(groups[name], []).append(f"{name} = {toml(value)}")
    return "".join(f"[{group}]\n" + "\n".join(those) + "\n" for group, those in lines.items())


def toml(value: object) -> str:
    """A value as TOML: true or false, a number, else a string."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = (
        c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}"
        for c in os.fspath(value)  # type: ignore[call-overload]
    )
    return '"' + "".join(escaped) + '"'


class Configuration:
    """What `embed(configure=...)` is given: each setting is an attribute, to be read and set.

    Args:
        values: The value of each setting so far.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        """Nothing is changed yet."""
        vars(self).update(values)
        vars(self)["_known"] = frozenset(values)
        vars(self)["_changed"] = {}

    def __setattr__(self, name: str, value: object) -> None:
        """Changes a setting; raises AttributeError when there is none of that name."""
        if name == "vi_mode":
            name, value = "editing_mode", "vi" if value else "emacs"
        if name not in vars(self)["_known"]:
            raise AttributeError(f"there is no setting {name!r}")
        vars(self)[name] = vars(self)["_changed"][name] = value


def configured(configure: Callable[[Any], object], values: Mapping[str, object]) -> dict[str, object]:
    """The settings that a `configure` function changes."""
    configuration = Configuration(values)
    configure(configuration)
    changed: dict[str, object] = vars(configuration)["_changed"]
    return changed
