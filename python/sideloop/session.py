"""`embed()` and `embed_async()`: from their arguments to a running session, and back.

Invariant: when one of them returns or raises, the terminal and the host are as before.
"""

from __future__ import annotations

import os
import sys

from . import config, host, personal, turns, waiting
from .gui import finder
from .namespace import Namespace
from .streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, MutableMapping
    from types import FrameType
    from typing import IO, Any

    from .handle import Repl

    File = int | IO[Any] | None


def embed(  # noqa: PLR0913, PLR0917 - ptpython's own, in its order
    globals: dict[str, Any] | None = None,
    locals: MutableMapping[str, Any] | None = None,
    configure: Callable[[Any], object] | None = None,
    vi_mode: bool | None = None,
    history_filename: str | os.PathLike[str] | None = None,
    title: str | None = None,
    startup_paths: Iterable[str | os.PathLike[str]] | None = None,
    patch_stdout: bool = True,
    return_asyncio_coroutine: bool = False,
    *,
    gui: object = "auto",
    banner: str | None = None,
    config_file: str | os.PathLike[str] | None = None,
    system_exit: str = "end",
    input: File = None,
    output: File = None,
    **settings: object,
) -> Any:
    """Opens a prompt here, and returns when the person leaves it.

    Everything that is typed runs on the calling thread. In a coroutine the event loop
    stands still meanwhile, but for what is awaited at the prompt; `embed_async` lets it
    go on. May be called from any thread.

    Args:
        globals: The names at the prompt; those of the calling frame by default.
        locals: Names above these, as for `exec`.
        configure: Called with the session's handle before the first prompt: settings, keys,
            commands, prompts, themes. What it raises is reported, and the session goes on.
        vi_mode: Short for `editing_mode="vi"`.
        history_filename: Short for `history_file`.
        title: Short for `terminal_title`.
        startup_paths: Python files to run before the first prompt. One that fails is
            reported, and the session goes on.
        patch_stdout: Show what others write to the terminal above the prompt.
        return_asyncio_coroutine: Return what `embed_async` returns.
        gui: Whose events go on while the prompt waits: `"tk"`, `"qt"`, `"gtk3"`, `"gtk4"`, `"wx"`,
            `"pyglet"`, `"glib"`, `"auto"` for whichever of them the program uses, `None`, or an
            input hook as prompt_toolkit's: a function of a context, which returns when
            `context.fileno()` is readable.
        banner: Text to print first.
        config_file: The file with the person's settings, if not the usual one.
        system_exit: What `exit(3)` or `sys.exit()` at the prompt do: `"end"` ends the session,
            `"raise"` also lets the `SystemExit` through to the caller.
        input: The terminal to read keys from, as a file descriptor or file; standard input by default.
        output: The terminal to draw on; standard output by default.
        settings: Any setting by its name, over those of the person's own file.

    Returns:
        What `exit` was called with; `None` after Ctrl-D.

    Raises:
        TypeError: There is no such setting.
        ValueError: A setting has no such value, or there is no such GUI.
        OSError: The terminal cannot be used, or has another session's prompt.
    """
    names = namespace(globals, locals, sys._getframe(1))
    chosen = named(settings, vi_mode, history_filename, title)
    ends = system_exit == "end"
    options = Options(
        names, config_file, configure, chosen, startup_paths, patch_stdout, gui, banner, ends, input, output
    )
    if return_asyncio_coroutine:
        return run(options, waiting.awaitable)
    return waiting.drive(run(options, waiting.blocking))


def embed_async(  # noqa: PLR0913, PLR0917
    globals: dict[str, Any] | None = None,
    locals: MutableMapping[str, Any] | None = None,
    configure: Callable[[Any], object] | None = None,
    vi_mode: bool | None = None,
    history_filename: str | os.PathLike[str] | None = None,
    title: str | None = None,
    startup_paths: Iterable[str | os.PathLike[str]] | None = None,
    patch_stdout: bool = True,
    *,
    gui: object = "auto",
    banner: str | None = None,
    config_file: str | os.PathLike[str] | None = None,
    system_exit: str = "end",
    input: File = None,
    output: File = None,
    **settings: object,
) -> Coroutine[Any, Any, Any]:
    """Opens a prompt when it is awaited; the event loop goes on meanwhile.

    For asyncio, uvloop and trio, and so for anyio, in any thread. What is typed runs in
    the task that awaits, with its context variables. Cancelling that task ends the
    session. Takes, returns and raises what `embed` does.
    """
    names = namespace(globals, locals, sys._getframe(1))
    chosen = named(settings, vi_mode, history_filename, title)
    ends = system_exit == "end"
    options = Options(
        names, config_file, configure, chosen, startup_paths, patch_stdout, gui, banner, ends, input, output
    )
    return run(options, waiting.awaitable)


class Options:
    """What a session is made with, as `embed` has it."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        names: Namespace,
        config_file: str | os.PathLike[str] | None,
        configure: Callable[[Any], object] | None,
        chosen: dict[str, object],
        startup_paths: Iterable[str | os.PathLike[str]] | None,
        patch_stdout: bool,
        gui: object,
        banner: str | None,
        ends: bool,
        input: File,
        output: File,
    ) -> None:
        """Opens nothing."""
        self.names = names
        self.config_file = None if config_file is None else os.fspath(config_file)
        self.configure = configure
        self.chosen = chosen
        self.startup_paths = startup_paths or ()
        self.patch_stdout = patch_stdout
        self.gui = finder(gui, host.input_hook)
        self.banner = banner
        self.ends = ends
        self.input = fd_of(input, sys.__stdin__, 0)
        self.output = fd_of(output, sys.__stdout__, 1)


async def run(options: Options, mode: Callable[[Any, Any], waiting.Mode]) -> Any:
    """The session itself, to be driven or awaited."""
    repl = personal.prepare(options.config_file, options.chosen, options.configure)
    for problem in repl.layers.problems:
        print(problem, file=sys.stderr)
    turn = turns.Turn(options.input)
    session = None
    try:
        session = open_session(options, repl, nested=turn.nested)
        streams = Streams(options.input, options.output)
        serving = host.Host(session, mode(host.wait, options.gui), options.names, repl, turn, streams)
        repl.begin(session)
        with streams:
            if options.banner is not None:
                print(options.banner)
            for path in options.startup_paths:
                serving.startup(os.fspath(path))
        left = await serving.serve()
    finally:
        repl.end()
        if session is not None:
            session.close()
        turn.end()
    if left is not None and not options.ends:
        raise left
    return None if left is None else left.code


def open_session(options: Options, repl: Repl, *, nested: bool) -> Any:
    """A prompt on the terminal, or a plain one where there is no terminal that can draw."""
    if not can_draw(options) or repl.layers.values["accessible"]:
        from .plain import PlainSession

        return PlainSession(options.input, options.output)
    host.care_for_children()
    return host.Session(
        options.input,
        options.output,
        repl.layers.texts,
        history=config.history_file(repl.layers.values),
        config=options.config_file or config.config_file(),
        term=os.environ.get("TERM", ""),
        patch_stdout=options.patch_stdout,
        nested=nested,
    )


def can_draw(options: Options) -> bool:
    """Whether there is a terminal that takes escape sequences."""
    strange = os.environ.get("TERM", "") in ("", "dumb", "unknown")
    return not strange and os.isatty(options.input) and os.isatty(options.output)


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
