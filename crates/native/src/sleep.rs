//! How the host's threads sleep: signal handlers run meanwhile, and no signal is slept upon.

use std::io;
use std::os::fd::RawFd;
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use terminal::mask::Blocked;

/// Sleeps without the GIL, again after each signal. `once` lets the signals in while it
/// sleeps, and fails with `Interrupted` upon one. Raises what their handlers raise.
pub fn sleep<T: Send>(py: Python<'_>, once: impl Fn(&Blocked) -> io::Result<T> + Send + Sync) -> PyResult<T> {
    loop {
        py.check_signals()?;
        let blocked = Blocked::all();
        // For one that has come since. What the handler starts has hardly anything blocked
        // this way: it is a matter of microseconds.
        py.check_signals()?;
        let slept = py.detach(|| {
            let slept = once(&blocked);
            drop(blocked);
            slept
        });
        match slept {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            slept => return Ok(slept?),
        }
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
    let left = || end.map(|end| end.saturating_duration_since(Instant::now()));
    sleep(py, |blocked| blocked.readable(fd, left()))
}
