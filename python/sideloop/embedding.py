"""`embed()` and `embed_async()`, and the prompt of sideloop's own program."""

from __future__ import annotations

import os
import sys

from . import waiting
from .options import Options, named, namespace
from .session import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, MutableMapping
    from typing import Any

    from .options import File


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
        ValueError: A setting, `gui` or `system_exit` has no such value.
        OSError: The terminal cannot be used, or has another session's prompt.
    """
    options = Options(
        namespace(globals, locals, sys._getframe(1)),
        named(settings, vi_mode, history_filename, title),
        configure=configure,
        startup_paths=startup_paths,
        patch_stdout=patch_stdout,
        gui=gui,
        banner=banner,
        config_file=config_file,
        system_exit=system_exit,
        input=input,
        output=output,
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
    options = Options(
        namespace(globals, locals, sys._getframe(1)),
        named(settings, vi_mode, history_filename, title),
        configure=configure,
        startup_paths=startup_paths,
        patch_stdout=patch_stdout,
        gui=gui,
        banner=banner,
        config_file=config_file,
        system_exit=system_exit,
        input=input,
        output=output,
    )
    return run(options, waiting.awaitable)


def open_program(names: dict[str, Any], chosen: dict[str, object], **choices: Any) -> None:
    """Opens the prompt of sideloop's own program; takes and raises what `Options` and `embed` do."""
    options = Options(namespace(names, None, sys._getframe()), chosen, whole_program=True, **choices)
    waiting.drive(run(options, waiting.blocking))
