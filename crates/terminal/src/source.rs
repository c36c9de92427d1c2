//! The one place that sleeps: until a key, a message, a signal, others' output or
//! the deadline, whichever comes first. Nothing here polls by the clock.
//!
//! Two threads may sleep here: the UI thread, and the host's where it has nothing else to do.
//! What they are to hear is told once, by whichever takes a turn, and need not be told the
//! other: on Linux the kernel keeps it for both, elsewhere the UI thread is woken for it.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

#[cfg(target_os = "linux")]
mod exclusive;
#[cfg(any(test, not(target_os = "linux")))]
mod lone;

#[cfg(target_os = "linux")]
pub use exclusive::Source;
#[cfg(not(target_os = "linux"))]
pub use lone::Source;

/// What a descriptor means when it becomes readable; the first of it is dealt with first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Somebody typed, or the terminal answered.
    Keys,
    /// The host sent a message.
    Host,
    /// A thread of our own is done with something.
    Errand,
    /// The window may have another size.
    Resized,
    /// Somebody wrote to a stream of this process.
    Captured,
    /// The host has a message.
    Message,
    /// The deadline has come.
    Time,
}

/// A descriptor that stays open while it is watched.
pub type Watched = Arc<dyn AsFd + Send + Sync>;

/// How long to sleep, and whether keys are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sleep {
    /// Keys end the sleep.
    pub keys: bool,
    /// So does this time.
    pub until: Option<Instant>,
}

impl Sleep {
    /// Nothing is to be heard of the terminal.
    pub const DEAF: Self = Self { keys: false, until: None };
}

/// Waits until some of these are readable or their other ends are gone, or until the time is
/// over: then none is. In the order that was given.
pub fn readable<'fd>(
    watched: impl IntoIterator<Item = &'fd Watched>,
    until: Option<Instant>,
) -> io::Result<Vec<bool>> {
    let mut fds: Vec<_> = watched.into_iter().map(|fd| PollFd::new(fd, PollFlags::IN)).collect();
    loop {
        match poll(&mut fds, until.map(left).as_ref()) {
            Ok(_) => return Ok(fds.iter().map(|fd| !fd.revents().is_empty()).collect()),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// The time from now, zero if it has passed. Nanoseconds count: no early wake-ups.
fn left(until: Instant) -> Timespec {
    let left = until.saturating_duration_since(Instant::now());
    Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() }
}

#[cfg(test)]
mod tests;
