"""The native half: one class, and what needs C."""

from collections.abc import Callable, Sequence
from typing import Any

VERSION: str

class Session:
    """A prompt on a terminal, drawn by a thread of its own that never needs the interpreter.

    Belongs to the thread that made it; `send` and `close` may be called from any. `draws` is
    true, as it is not of the plain one that stands in for it.
    """

    draws: bool

    def __init__(
        self,
        input: int,
        output: int,
        settings: Sequence[str] = (),
        *,
        history: str | None = None,
        config: str | None = None,
        term: str = "",
        patch_stdout: bool = True,
        nested: bool = False,
    ) -> None:
        """Starts the thread; nothing is written before the first `ready`. Raises OSError."""

    def fileno(self) -> int:
        """The file descriptor that is readable exactly when `take` has something to give."""

    def take(self) -> dict[str, Any] | None:
        """The oldest message; raises RuntimeError when the session is over."""

    def wait(self, fd: int, timeout: float | None = None) -> bool:
        """As the function `wait`; keys are answered by this thread meanwhile, if `fd` is the session's."""

    def send(self, message: dict[str, Any]) -> None:
        """Sends a message; waits for room when much text to print is queued."""

    def accept(self) -> bool:
        """The input is to be evaluated. True if the terminal is handed over already; else `go` is to come."""

    def prompt(self, primary: str, continuation: str, succeeded: bool | None = None, shown: str = "") -> bool:
        """Prompts; `shown` is what the last input showed. True if it stands; else `prompting` is to come."""

    def highlight(self, text: str) -> str:
        """A piece of Python with SGR sequences, in the prompt's colours. Any thread."""

    def fail(self) -> None:
        """Lets the prompt fail, for tests: what follows is what follows a bug of its own. Any thread."""

    def close(self) -> None:
        """Ends the session; the terminal is as it was when this returns."""

class Block:
    """What is written to the terminal is captured until this is closed."""

    def close(self) -> None:
        """Gives the streams back. Any thread, any number of times; does nothing in a child of `fork`."""

class Resend:
    """SIGINT is sent again until Python has heard of it, until this is closed."""

    def stand_before(self) -> None:
        """Stands before the handler that Python has installed just now, until it installs another."""

    def heard(self) -> None:
        """To be told by that handler."""

    def put_off(self) -> bool:
        """To be asked by that handler instead, when it cannot act now: whether the signal is sent again."""

    def close(self) -> None:
        """Ends the thread. Any number of times; in a child of `fork` there is none."""

class Watch:
    """SIGINT is watched until this is closed."""

    def close(self) -> None:
        """Puts the former handler back and ends the thread."""

def wait(fd: int, timeout: float | None = None) -> bool:
    """Waits until a file descriptor is readable; signal handlers run meanwhile. Seconds."""

def resend_sigint() -> Resend:
    """Starts a thread that sends SIGINT to the calling one again: the main thread."""

def watch_sigint(callback: Callable[[], None]) -> Watch:
    """Calls `callback` in a thread of its own upon each SIGINT, until the result is closed."""

def raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Sets the asynchronous exception of a thread, or takes it back."""

def commands() -> list[tuple[str, str, str, str]]:
    """Every command: group, name, the keys that run it by default, one sentence."""

def settings() -> list[tuple[str, str, str, str, str]]:
    """Every setting: group, name, default as TOML, what it takes, one sentence."""

def read_settings(texts: Sequence[str]) -> tuple[dict[str, Any], list[tuple[int, int, str]]]:
    """The value of each setting after reading TOML texts, later ones winning, and what was wrong.

    Each problem is the number of the text, the line (from 1) and one sentence.
    """

def setting_lines(text: str) -> list[tuple[str, int]]:
    """The settings that a TOML text names, each with its line (from 1)."""

def theme_names(texts: list[str]) -> list[str]:
    """The names of all themes after reading TOML texts."""

def highlight(text: str) -> str:
    """A piece of Python with SGR sequences, as the prompt colours it."""

def capture_streams() -> Block | None:
    """Captures standard output and error where they are a terminal and not captured yet. Raises OSError."""

def after_fork_in_child() -> None:
    """Ends the session's part in a child of `fork`. To be called in the child."""

def question(text: str, cursor: int) -> tuple[dict[str, Any], int, int] | None:
    """The question that the prompt asks at a cursor (in bytes), and the bytes a candidate replaces."""

def call(text: str, cursor: int) -> dict[str, Any] | None:
    """What the call at a cursor (in bytes) calls, with the bindings in reach."""

def rank(candidates: Sequence[dict[str, Any]], prefix: str) -> list[str]:
    """The texts of the candidates that fit a prefix, as the menu orders them."""

def import_history(path: str, entries: Sequence[tuple[str, int, str]]) -> int:
    """Puts entries (text, seconds since 1970 or 0, source) in front of those in a history file.

    Those whose text is there already are left out. Returns how many were added; raises OSError.
    """

def input_hook() -> int:
    """The address of C's `PyOS_InputHook`, 0 when none is set."""
