"""A style of Pygments as a theme: `theme = "pygments:NAME"`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

PREFIX = "pygments:"

SETTINGS = ("theme", "dark_theme", "light_theme")
"""Those that name a theme."""

TOKENS = {
    "text": "",
    "prompt": "Generic.Prompt",
    "line-number": "Comment",
    "keyword": "Keyword",
    "builtin": "Name.Builtin",
    "definition": "Name.Function",
    "decorator": "Name.Decorator",
    "string": "String",
    "interpolation": "String.Interpol",
    "number": "Number",
    "comment": "Comment",
    "operator": "Operator",
    "constant": "Keyword.Constant",
    "suggestion": "Comment",
    "menu-detail": "Comment",
    "documentation": "",
    "signature": "",
    "heading": "Generic.Heading",
}
"""The token whose look each role takes; the other roles look as in the theme `monochrome`."""

ANSI = {"gray": "white", "brightblack": "bright-black", "white": "bright-white"}
"""Pygments' names for terminal colours where ours differ in more than a dash."""


def theme(name: str) -> str:
    """The TOML that defines the theme.

    Args:
        name: With its prefix, as in `pygments:monokai`.

    Raises:
        LookupError: Pygments is not installed or has no such style; one sentence.
    """
    from . import toml

    try:
        from pygments.styles import get_style_by_name
        from pygments.token import string_to_tokentype
        from pygments.util import ClassNotFound
    except ImportError:
        raise LookupError(f"{name}: Pygments is not installed") from None
    try:
        style = get_style_by_name(name.removeprefix(PREFIX))
    except ClassNotFound:
        raise LookupError(f"{name}: Pygments has no such style") from None
    lines = [f"[themes.{toml(name)}.roles]"]
    for role, name_of_token in TOKENS.items():
        kind = string_to_tokentype(name_of_token)
        lines.append(f"{role} = {toml(look(style.style_for_token(kind)))}")
    return "\n".join(lines) + "\n"


def look(style: Mapping[str, Any]) -> str:
    """A token's style in our words: colour, bold, italic, underline. Backgrounds stay the terminal's."""
    words = []
    ansi = style.get("ansicolor")
    if ansi:
        words.append(terminal_color(ansi))
    elif style["color"]:
        words.append("#" + style["color"])
    words += [word for word in ("bold", "italic", "underline") if style[word]]
    return " ".join(words)


def terminal_color(name: str) -> str:
    """`ansibrightred` as `bright-red`."""
    plain = name.removeprefix("ansi")
    return ANSI.get(plain) or plain.replace("bright", "bright-")
