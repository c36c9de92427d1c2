//! One sleep for one descriptor.

// poll(2) has no safe form in libc.
#![allow(unsafe_code)]

use std::io;
use std::os::fd::RawFd;
use std::time::Duration;

/// Waits until a descriptor is readable or hung up; `false` when the time is over.
/// Fails with `Interrupted` upon a signal. Release the GIL around it.
pub fn readable(fd: RawFd, timeout: Option<Duration>) -> io::Result<bool> {
    let milliseconds = timeout.map_or(-1, |time| i32::try_from(time.as_millis()).unwrap_or(i32::MAX));
    let mut watched = libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
    // SAFETY: one whole pollfd is given, and its number.
    match unsafe { libc::poll(&raw mut watched, 1, milliseconds) } {
        -1 => Err(io::Error::last_os_error()),
        count => Ok(count > 0),
    }
}
