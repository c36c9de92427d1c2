//! The one place that sleeps: until a key, a message, a signal, others' output or
//! the deadline, whichever comes first. Nothing here polls by the clock.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::time::Instant;

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
    /// Somebody wrote to a stream of this process.
    Captured,
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
    /// Whether somebody who sleeps like this would not hear all that ends the other sleep.
    pub fn misses(self, other: Self) -> bool {
        let later = |until| self.until.is_none_or(|own| own > until);
        (other.keys && !self.keys) || other.until.is_some_and(later)
    }
}

/// All that a session is woken by, the first of it to be dealt with first.
pub struct Source(Vec<(What, Watched)>);

impl Source {
    /// Watches these as long as it lives.
    pub fn new(watched: Vec<(What, Watched)>) -> Self {
        Self(watched)
    }

    /// Sleeps until something is readable or its other end is gone, or until the time is
    /// over: then nothing is returned.
    pub fn wait(&self, sleep: Sleep) -> io::Result<Vec<What>> {
        let heard = || self.0.iter().filter(|(what, _)| sleep.keys || *what != What::Keys);
        let mut fds: Vec<_> = heard().map(|(_, fd)| PollFd::new(fd, PollFlags::IN)).collect();
        loop {
            match poll(&mut fds, sleep.until.map(left).as_ref()) {
                Ok(_) => break,
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let woken = heard().zip(&fds).filter(|(_, fd)| !fd.revents().is_empty());
        Ok(woken.map(|((what, _), _)| *what).collect())
    }
}

/// The time from now, zero if it has passed. Nanoseconds count: no early wake-ups.
fn left(until: Instant) -> Timespec {
    let left = until.saturating_duration_since(Instant::now());
    Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_sleeper_misses_what_it_does_not_listen_for() {
        let (soon, later) = (Instant::now(), Instant::now() + Duration::from_secs(1));
        let check = |one: (bool, Option<Instant>), other: (bool, Option<Instant>), misses| {
            let sleep = |(keys, until)| Sleep { keys, until };
            assert_eq!(sleep(one).misses(sleep(other)), misses, "{one:?} {other:?}");
        };
        check((true, None), (true, None), false);
        check((true, None), (false, None), false);
        check((false, None), (true, None), true);
        check((true, None), (true, Some(soon)), true);
        check((true, Some(later)), (true, Some(soon)), true);
        check((true, Some(soon)), (true, Some(soon)), false);
        check((true, Some(soon)), (true, Some(later)), false);
        check((true, Some(soon)), (true, None), false);
    }
}
