"""The settings in force, and where each comes from: texts of TOML, each over the ones before it."""

from __future__ import annotations

import os

from .. import config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Layers:
    """Texts and their origins, the weakest first.

    `values` has the value of each setting; it is one and the same dict for as long as the
    layers live, and follows each text that is added.
    """

    def __init__(self) -> None:
        """Every setting has its default."""
        self.origins: list[str] = []
        self.texts: list[str] = []
        self.files: set[str] = set()
        self.values: dict[str, Any] = {}
        self.problems: list[str] = []
        self.add("default", "")

    def add(self, origin: str, text: str, *, is_file: bool = False) -> list[str]:
        """Puts a text over the others.

        Args:
            origin: Where it comes from, in words; a path when `is_file`.
            text: TOML, as in the file.
            is_file: Whether lines are told.

        Returns:
            What is wrong in it, a sentence each, which is also kept in `problems`.
        """
        found = self.check(text)
        for theme in borrowed_themes(text)[0]:
            self.origins.append(origin)
            self.texts.append(theme)
        self.origins.append(origin)
        if is_file:
            self.files.add(origin)
        self.texts.append(text)
        values, _ = read(self.texts)
        self.values.update(values)
        told = [f"{origin}, line {line}: {message}" if is_file else message for line, message in found]
        self.problems += told
        return told

    def check(self, text: str) -> list[tuple[int, str]]:
        """What would be wrong in a text: line (from 1) and sentence."""
        _, problems = read([*self.texts, text])
        found = [(line, message) for number, line, message in problems if number == len(self.texts)]
        return sorted(found + borrowed_themes(text)[1])

    def choose(self, origin: str, chosen: Mapping[str, object]) -> None:
        """Puts values over the others.

        Raises:
            TypeError: There is no setting of that name.
            ValueError: A setting has no such value.
        """
        from .. import host

        text = config.overrides(chosen, host.settings())
        for _, message in self.check(text):
            raise ValueError(message)
        self.add(origin, text)

    def origin(self, name: str) -> str:
        """Where the value of a setting comes from: `default`, a path and line, or words."""
        from .. import host

        for origin, text in zip(reversed(self.origins), reversed(self.texts), strict=True):
            for named, line in host.setting_lines(text):
                if named == name:
                    return f"{origin}:{line}" if origin in self.files else origin
        return "default"

    def unknown_themes(self) -> list[str]:
        """What is wrong with the themes that are chosen, a sentence each.

        To be asked when all is configured: `startup.py` may add the theme that the file names.
        """
        from .. import host
        from .pygments_theme import PREFIX, SETTINGS

        known = host.theme_names(self.texts)
        told = []
        for name in SETTINGS:
            value = self.values[name]
            if value not in known and not value.startswith(PREFIX):
                hint = config.hint(value, known)
                place = ", line ".join(self.origin(name).rsplit(":", 1))
                told.append(f"{place}: colors.{name}: there is no theme {value!r}{hint}")
        return told


def borrowed_themes(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    """The themes of Pygments that a text names, as texts of their own; and what is wrong: line, sentence."""
    if "pygments:" not in text:
        return [], []
    from .. import host
    from . import pygments_theme

    values, _ = read([text])
    themes: list[str] = []
    problems: list[tuple[int, str]] = []
    for name, line in host.setting_lines(text):
        if name in pygments_theme.SETTINGS and str(values[name]).startswith(pygments_theme.PREFIX):
            try:
                themes.append(pygments_theme.theme(values[name]))
            except LookupError as error:
                problems.append((line, f"colors.{name}: {error.args[0]}"))
    return themes, problems


def read(texts: list[str]) -> tuple[dict[str, Any], list[tuple[int, int, str]]]:
    """The values after some texts, and what is wrong in them: number of the text, line, sentence."""
    from .. import host

    return host.read_settings(texts)


def of_person(path: str | None) -> Layers:
    """The environment, and over it the person's file.

    Args:
        path: The file, if not the usual one.
    """
    layers = Layers()
    if os.environ.get("NO_COLOR"):
        layers.add("the variable NO_COLOR", '[colors]\ncolor_depth = "none"\n')
    place = os.path.abspath(path or config.config_file())
    try:
        text = config.read(path)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a UTF-8 text"
        layers.problems.append(f"{place}: {reason}")
        text = ""
    layers.add(place, text, is_file=True)
    return layers
