"""`embed()` and `embed_async()`: from their arguments to a running session, and back.

Invariant: when one of them returns or raises, the terminal and the host are as before.
"""

from __future__ import annotations

import os
import sys

from . import config, host, personal, turns, waiting
from .interrupt.at_prompt import AtPrompt
from .options import Options, named, namespace
from .serving import Host
from .streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, MutableMapping
    from typing import Any

    from .handle import Repl
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
        ValueError: A setting has no such value, or there is no such GUI.
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


async def run(options: Options, mode: Callable[[Any, Any], waiting.Mode]) -> Any:
    """The session itself, to be driven or awaited."""
    repl = personal.prepare(options.config_file, options.chosen, options.configure)
    for problem in repl.layers.problems:
        print(problem, file=sys.stderr)
    turn = turns.Turn(options.input)
    session = at_prompt = None
    try:
        session = open_session(options, repl, nested=turn.nested)
        streams = Streams(options.input, options.output)
        serving = Host(session, mode(session.wait, options.gui), options.names, repl, turn, streams)
        repl.begin(session)
        with streams:
            if options.banner is not None:
                print(options.banner)
            for path in options.startup_paths:
                serving.startup(os.fspath(path))
        if options.whole_program and session.draws:
            at_prompt = AtPrompt(session)
        left = await serving.serve()
    finally:
        repl.end()
        if session is not None:
            session.close()
        turn.end()
        if at_prompt is not None:
            at_prompt.close()
    if left is not None and options.raises:
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
