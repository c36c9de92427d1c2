"""What stands before inputs and results: the style that the person chose, or prompts of their own."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    Part = str | Callable[[int], str] | None


class Prompts:
    """The prompts of a session, to be set by a `configure` function.

    Each may be a text, which may hold SGR sequences; a function of the input's number that
    returns one; or `None` for that of the setting `prompt_style`. Functions are called on the
    session's own thread, before each input; one that raises is told once and not asked again.
    """

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """All as the style has them.

        Args:
            settings: The values of all settings, as they change.
        """
        self._settings = settings
        self.primary: Part = None
        self.continuation: Part = None
        self.out: Part = None

    def before_input(self, number: int) -> dict[str, str]:
        """The prompts of an input, as the message `ready` has them."""
        primary, continuation = self._systems("ps1", ">>> "), self._systems("ps2", "... ")
        if self._is_numbered() and not hasattr(sys, "ps1"):
            primary = f"In [{number}]: "
            continuation = "...: ".rjust(len(primary))
        return {
            "primary": self._part("primary", number, primary),
            "continuation": self._part("continuation", number, continuation),
        }

    def before_result(self, number: int) -> str:
        """What stands before a result."""
        return self._part("out", number, f"Out[{number}]: " if self._is_numbered() else "")

    def _is_numbered(self) -> bool:
        return bool(self._settings["prompt_style"] == "numbered")

    def _systems(self, name: str, styled: str) -> str:
        """What the program or the person set in `sys`."""
        try:
            return str(vars(sys).get(name, styled))
        except Exception as error:
            setattr(sys, name, styled)
            print(f"sys.{name} raised {type(error).__name__}: {error}", file=sys.stderr)
            return styled

    def _part(self, name: str, number: int, styled: str) -> str:
        own: Part = getattr(self, name)
        if own is None:
            return styled
        try:
            return str(own(number)) if callable(own) else str(own)
        except Exception as error:
            setattr(self, name, None)
            print(f"The prompt {name} raised {type(error).__name__}: {error}", file=sys.stderr)
            return styled
