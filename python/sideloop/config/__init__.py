"""Where a person's choices are kept, and how those of one session are put on top of them."""

from __future__ import annotations

import errno
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_LARGEST = 1 << 20
"""How many characters a settings file may have: `/dev/zero` has no end."""


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
    """The file with a person's settings, which need not exist.

    `SIDELOOP_CONFIG` names it; else it stands in the platform's directory.
    """
    named = os.environ.get("SIDELOOP_CONFIG", "")
    if named:
        return os.path.abspath(os.path.expanduser(named))
    if sys.platform == "darwin" and not os.environ.get("XDG_CONFIG_HOME"):
        return os.path.expanduser("~/Library/Application Support/sideloop/config.toml")
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
        OSError: `path` cannot be read, or the file is larger than anybody writes by hand.
    """
    try:
        with open(path or config_file(), encoding="utf-8") as file:
            text = file.read(_LARGEST + 1)
    except FileNotFoundError:
        if path is not None:
            raise
        return ""
    if len(text) > _LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return text


def overrides(chosen: Mapping[str, object], rows: list[tuple[str, str, str, str, str]]) -> str:
    """Settings given as keyword arguments, as TOML.

    Raises:
        TypeError: There is no setting of that name.
    """
    groups = {name: group for group, name, *_ in rows}
    lines: dict[str, list[str]] = {}
    for name, value in chosen.items():
        if name not in groups:
            raise TypeError(no_setting(name, groups))
        lines.setdefault(groups[name], []).append(f"{name} = {toml(value)}")
    return "".join(f"[{group}]\n" + "\n".join(those) + "\n" for group, those in lines.items())


def no_setting(name: str, known: Iterable[str]) -> str:
    """The sentence that tells so, with the nearest name there is."""
    return f"there is no setting {name!r}{hint(name, known)}"


def hint(name: str, known: Iterable[str]) -> str:
    """What a misspelt name was meant to be, to be appended to a sentence."""
    import difflib

    return "".join(f" (did you mean {near}?)" for near in difflib.get_close_matches(name, known, 1))


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
