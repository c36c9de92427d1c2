"""`PyOS_InputHook`: C code that is called while Python's own prompt waits, until standard input is readable.

It looks at descriptor 0, which is the terminal that the prompt's thread reads. So while it
runs, descriptor 0 is what the prompt waits for.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import Hook
    from .watch import Watch

PAUSE = 0.1
"""Seconds between two calls of a hook that does not wait by itself; readline's figure."""


def hook_at(address: int) -> Hook:
    """The C function as a hook of ours. It is called without the GIL, as Python does."""
    import ctypes

    function = ctypes.CFUNCTYPE(ctypes.c_int)(address)

    def run(context: Watch) -> None:
        standard = os.dup(0)
        os.dup2(context.fileno(), 0, inheritable=False)
        try:
            while not context.input_is_ready():
                function()
                context.wait(PAUSE)
        finally:
            os.dup2(standard, 0)
            os.close(standard)

    return run
