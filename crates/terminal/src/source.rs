//! The one place that sleeps: until a key, a message, a signal, others' output or
//! the deadline, whichever comes first. Nothing here polls by the clock.

use std::io;
use std::os::fd::BorrowedFd;
use std::time::Instant;

use editor::event::Stream;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

/// What a descriptor means when it becomes readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Somebody typed, or the terminal answered.
    Keys,
    /// The host sent a message.
    Host,
    /// A thread of our own is done with something.
    Errand,
    /// The window may have another size.
    Resized,
    /// Somebody wrote to this stream while the prompt stood.
    Captured(Stream),
}

/// Sleeps until one of `watched` is readable or its other end is gone, or until `until`.
/// Returns those that are, in the order given; none when it was the deadline.
pub fn wait(watched: &[(What, BorrowedFd<'_>)], until: Option<Instant>) -> io::Result<Vec<What>> {
    let mut fds: Vec<_> = watched.iter().map(|(_, fd)| PollFd::new(fd, PollFlags::IN)).collect();
    loop {
        match poll(&mut fds, until.map(left).as_ref()) {
            Ok(_) => break,
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let woken = watched.iter().zip(&fds).filter(|(_, fd)| !fd.revents().is_empty());
    Ok(woken.map(|((what, _), _)| *what).collect())
}

/// The time from now, zero if it has passed. Nanoseconds count: no early wake-ups.
fn left(until: Instant) -> Timespec {
    let left = until.saturating_duration_since(Instant::now());
    Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() }
}
