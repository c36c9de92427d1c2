"""`patch_stdout()`: others' output stands above every prompt of a block of the program."""

from __future__ import annotations

from . import host
from .display.printer import flush


class patch_stdout:  # noqa: N801 - named as prompt_toolkit's
    """A context manager: what is written to the terminal inside it never meets a prompt.

    For programs that prompt now and then with `read()`, `read_async()` or `embed_async()`. They
    capture output themselves while a prompt stands; with this, a child process or a
    background command that was started between two prompts writes above the next one, too.
    Between prompts, what is written goes to the terminal at once, standard output and error
    in the order in which they were written.

    Inside another one, inside an evaluation, and where neither stream is a terminal it does
    nothing. May be entered in any thread and left in any other; a child of `os.fork` that
    leaves it goes on writing by way of its parent.

    Raises:
        OSError: There is no pseudo-terminal left, when it is entered.
    """

    def __enter__(self) -> None:
        """Captures what is written to the terminal."""
        host.care_for_children()
        flush()
        self.block: host.Block | None = host.capture_streams()

    def __exit__(self, *error: object) -> None:
        """Gives descriptors 1 and 2 back; all that was written to them is on the terminal then."""
        flush()
        if self.block is not None:
            self.block.close()
