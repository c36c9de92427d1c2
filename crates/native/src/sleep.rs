//! One sleep for one descriptor.

// poll(2) has no safe form in libc.
#![allow(unsafe_code)]

use std::io;
use std::os::fd::RawFd;
use std::time::{Duration, Instant};

use pyo3::prelude::*;

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

/// Waits until a descriptor is readable; signal handlers run meanwhile. Any thread.
///
/// `timeout` is in seconds; False when it is over.
#[pyfunction]
#[pyo3(signature = (fd, timeout = None))]
pub fn wait(py: Python<'_>, fd: RawFd, timeout: Option<f64>) -> PyResult<bool> {
    let time = timeout.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default());
    let end = time.map(|time| Instant::now() + time);
    loop {
        let left = end.map(|end| end.saturating_duration_since(Instant::now()));
        match py.detach(|| readable(fd, left)) {
            Ok(ready) => return Ok(ready),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => py.check_signals()?,
            Err(error) => return Err(error.into()),
        }
    }
}
