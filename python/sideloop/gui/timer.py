"""Linux's timers as file descriptors; in Python's `os` from 3.13 on, and in every libc."""

from __future__ import annotations

import ctypes
import os
import struct
import time

TFD_NONBLOCK, TFD_CLOEXEC = 0o4000, 0o2000000
"""As in `sys/timerfd.h`."""

libc = ctypes.CDLL(None, use_errno=True)


def create() -> int:
    """A timer that is not set.

    Raises:
        OSError: There are too many file descriptors.
    """
    fd = int(libc.timerfd_create(time.CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
    if fd < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return fd


def arm(fd: int, seconds: float | None) -> None:
    """Makes a timer readable in so many seconds, and not before; `None` is never."""
    # A time of 0 would unset it.
    nanoseconds = 0 if seconds is None else max(1, int(seconds * 1e9))
    libc.timerfd_settime(fd, 0, struct.pack("qqqq", 0, 0, *divmod(nanoseconds, 10**9)), None)
