"""`read()` and `read_async()`: the editor as a prompt for other programs."""

from __future__ import annotations

from . import waiting
from .evaluate.namespace import Namespace
from .options import Options, named
from .reader import Reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Coroutine
    from typing import Any

    from .options import File
    from .reader import Completer, Validator

PLAIN = {"syntax_highlighting": False, "matching_brackets": False, "signature": False, "auto_indent": False}
"""What there is to a text that is no Python."""


def read(  # noqa: PLR0913
    prompt: str = ">>> ",
    *,
    multiline: bool = True,
    validate: bool | Validator = True,
    vi_mode: bool | None = None,
    history: str | os.PathLike[str] | None = None,
    completer: Completer | None = None,
    python: bool = True,
    input: File = None,
    output: File = None,
    **settings: object,
) -> str:
    """Reads one text from the person at the terminal. May be called from any thread.

    Where no prompt can be drawn this is `input()`.

    Args:
        prompt: What stands before the text.
        multiline: Let Enter begin a new line where Python goes on. Shift-Enter always does.
        validate: Keep a text that is no valid Python at the prompt; or a function that raises
            `ValueError` for a text to keep there, with the sentence that is shown below it.
        vi_mode: Short for `editing_mode="vi"`.
        history: The file that keeps what was read; without one nothing is kept.
        completer: Called with the word before the cursor; returns the texts that it may be
            completed to. Runs on the calling thread, as `validate` does; Ctrl-C interrupts both.
        python: Whether the text is Python. If not, it is neither coloured nor indented,
            and Enter ends it.
        input: The terminal to read keys from, as a file descriptor or file; standard input by default.
        output: The terminal to draw on; standard output by default.
        settings: Any setting by its name, over those of the person's own file.

    Returns:
        The text, without the newline at its end.

    Raises:
        EOFError: The person pressed Ctrl-D.
        KeyboardInterrupt: The person pressed Ctrl-C.
        OSError: The terminal cannot be used, or has another session's prompt.
        TypeError: There is no such setting.
        ValueError: A setting has no such value.
    """
    reader = Reader(prompt, multiline, validate, completer, python)
    options = chosen(vi_mode, history, python, input, output, settings)
    return waiting.drive(reader.run(options, waiting.blocking))  # type: ignore[no-any-return]


def read_async(  # noqa: PLR0913
    prompt: str = ">>> ",
    *,
    multiline: bool = True,
    validate: bool | Validator = True,
    vi_mode: bool | None = None,
    history: str | os.PathLike[str] | None = None,
    completer: Completer | None = None,
    python: bool = True,
    input: File = None,
    output: File = None,
    **settings: object,
) -> Coroutine[Any, Any, str]:
    """Reads one text when it is awaited; the event loop, asyncio's or trio's, goes on meanwhile.

    Takes, returns and raises what `read` does.
    """
    reader = Reader(prompt, multiline, validate, completer, python)
    options = chosen(vi_mode, history, python, input, output, settings)
    return reader.run(options, waiting.awaitable)


def chosen(  # noqa: PLR0913, PLR0917
    vi_mode: bool | None,
    history: str | os.PathLike[str] | None,
    python: bool,
    input: File,
    output: File,
    settings: dict[str, object],
) -> Options:
    """The options of a session that reads."""
    wanted = {**({} if python else PLAIN), "history": history is not None, **settings}
    return Options(Namespace({}, None), named(wanted, vi_mode, history, None), input=input, output=output)
