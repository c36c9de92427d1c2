"""What a session is made with, from the arguments of `embed`, `embed_async`, `read` and `read_async`."""

from __future__ import annotations

import os
import sys

from .evaluate.namespace import Namespace
from .gui import finder
from .host import input_hook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping
    from types import FrameType
    from typing import IO, Any

    File = int | IO[Any] | None
    """A terminal, or what stands in for one."""


class Options:
    """The choices for one session. Opens nothing.

    Args:
        names: What is seen at the prompt.
        chosen: Settings by their names, over those of the person's own file.
        configure: As for `embed`, as are the others.
        whole_program: The program is nothing but this session: its Ctrl-C is the prompt's, wherever
            the signal comes from.
    """

    def __init__(  # noqa: PLR0913
        self,
        names: Namespace,
        chosen: dict[str, object],
        *,
        configure: Callable[[Any], object] | None = None,
        startup_paths: Iterable[str | os.PathLike[str]] | None = None,
        patch_stdout: bool = True,
        gui: object = "auto",
        banner: str | None = None,
        config_file: str | os.PathLike[str] | None = None,
        system_exit: str = "end",
        input: File = None,
        output: File = None,
        whole_program: bool = False,
    ) -> None:
        """Completes what is missing.

        Raises:
            ValueError: There is no such GUI, or no such way for a `SystemExit`.
        """
        if system_exit not in ("end", "raise"):
            raise ValueError(f'system_exit is "end" or "raise", not {system_exit!r}')
        self.names = names
        self.chosen = chosen
        self.configure = configure
        self.startup_paths = startup_paths or ()
        self.patch_stdout = patch_stdout
        self.gui = finder(gui, input_hook)
        self.banner = banner
        self.config_file = None if config_file is None else os.fspath(config_file)
        self.whole_program = whole_program
        self.raises = system_exit == "raise"
        self.input = fd_of(input, sys.__stdin__, 0)
        self.output = fd_of(output, sys.__stdout__, 1)


def namespace(
    globals: dict[str, Any] | None, locals: MutableMapping[str, Any] | None, frame: FrameType
) -> Namespace:
    """The names that were given, or else those of the calling frame."""
    if globals is None and locals is None:
        return Namespace.of_frame(frame)
    return Namespace(frame.f_globals if globals is None else globals, locals)


def named(
    settings: dict[str, object],
    vi_mode: bool | None,
    history_filename: str | os.PathLike[str] | None,
    title: str | None,
) -> dict[str, object]:
    """Settings by their names, with ptpython's names for some of them."""
    if vi_mode is not None:
        settings["editing_mode"] = "vi" if vi_mode else "emacs"
    if history_filename is not None:
        settings["history_file"] = os.fspath(history_filename)
    if title is not None:
        settings["terminal_title"] = title
    return settings


def fd_of(file: File, standard: IO[Any] | None, number: int) -> int:
    """The file descriptor of a file, or of a standard one, which may be missing."""
    if isinstance(file, int):
        return file
    try:
        return (file or standard).fileno()  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):
        if file is not None:
            raise
        return number
