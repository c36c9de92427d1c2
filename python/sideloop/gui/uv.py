"""The GUI beside uvloop: libuv tells when it is about to sleep, for how long, and what would wake it.

libuv has functions for loops that are embedded in others, and uvloop hands out the loop that
they want. A prepare handle of our own is called before each sleep.
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager

from .beside import Sleep, after, waking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from . import Hook

UV_PREPARE = 9
"""The handle's type, as in `uv.h`."""
LONGEST = 0.05
"""Seconds until uvloop does what a callback of the GUI asked of its sockets: it does so when it wakes."""

Callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
closing: set[Prepare] = set()
"""libuv writes to a handle until it has told that it is closed."""


class Prepare:
    """Runs the GUI when libuv is about to sleep.

    Args:
        loop: uvloop's; it runs in this thread.
        hook: Runs the GUI.
    """

    def __init__(self, loop: Any, hook: Hook) -> None:
        """Starts at once."""
        from uvloop import loop as library

        self.loop = loop
        self.libuv = libuv = ctypes.PyDLL(library.__file__)
        libuv.uv_handle_size.restype = ctypes.c_size_t
        self.uv = pointer(library.libuv_get_loop_t_ptr(loop))  # type: ignore[attr-defined]
        self.sleep = Sleep(hook, libuv.uv_backend_fd(self.uv))
        self.handle = ctypes.create_string_buffer(libuv.uv_handle_size(UV_PREPARE))
        self.called, self.closed = Callback(self.run), Callback(self.forget)
        libuv.uv_prepare_init(self.uv, self.handle)
        libuv.uv_prepare_start(self.handle, self.called)
        self.active = True

    def run(self, _handle: int) -> None:
        """Runs the GUI until libuv would wake; called by it."""
        timeout = self.libuv.uv_backend_timeout(self.uv) / 1000
        try:
            if self.sleep(LONGEST if timeout < 0 else min(timeout, LONGEST)):
                # That was its sleep, and now it only looks who is ready. It says 0 also when it has
                # to do just that once, before it can say how long it would sleep.
                self.loop.call_soon(int)
        except BaseException as error:
            # It cannot pass through C code, so the loop raises it.
            self.loop.call_soon(throw, error)

    def close(self) -> None:
        """Ends it; in the loop's thread, before the loop is closed."""
        if self.active:
            self.active = False
            closing.add(self)
            self.libuv.uv_close(self.handle, self.closed)
            self.sleep.watch.close()

    def forget(self, _handle: int) -> None:
        """The handle is libuv's no more; called by it."""
        closing.discard(self)


@contextmanager
def preparing(loop: Any, hook: Hook) -> Iterator[None]:
    """The GUI goes on while uvloop runs, as long as the context is open."""
    prepare = Prepare(loop, hook)
    loop.close = after(prepare.close, loop.close)
    try:
        with waking(loop, prepare.sleep):
            yield
    finally:
        del loop.close
        prepare.close()


def pointer(capsule: object) -> ctypes.c_void_p:
    """What a capsule without a name holds."""
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return ctypes.c_void_p(get(capsule, None))


def throw(error: BaseException) -> None:
    """Raises it."""
    raise error
