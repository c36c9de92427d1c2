//! Where there is no `EPOLLEXCLUSIVE`: all wakes the UI thread, and the host's sleeps for its
//! messages only.

use std::io;
use std::os::fd::{AsFd, AsRawFd};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Sleep, Watched, What, readable};
use crate::mask::Blocked;
use crate::wake::Wake;

/// All that a session is woken by.
pub struct Source {
    /// Keys, what changes, and all the rest.
    watched: Vec<(What, Watched)>,
    messages: Watched,
    listening: Mutex<Sleep>,
    /// What is listened for is another thing now.
    changed: Arc<Wake>,
}

impl Source {
    /// The UI thread is woken by `watched`, and by `keys` once they are listened for.
    pub fn new(keys: Watched, mut watched: Vec<(What, Watched)>, messages: Watched) -> io::Result<Self> {
        let changed = Arc::new(Wake::new()?);
        watched.extend([(What::Keys, keys), (What::Time, changed.clone() as Watched)]);
        watched.sort_unstable_by_key(|(what, _)| *what);
        Ok(Self { watched, messages, listening: Mutex::new(Sleep::DEAF), changed })
    }

    /// What is to end the sleep from now on, one that lasts included. Any thread.
    #[allow(clippy::unnecessary_wraps, reason = "as on Linux")]
    pub fn listen(&self, sleep: Sleep) -> io::Result<()> {
        let before = std::mem::replace(&mut *self.lock(), sleep);
        if misses(before, sleep) {
            self.changed.set();
        }
        Ok(())
    }

    /// The UI thread sleeps until something of the session is readable, or the time has come.
    pub fn wait(&self) -> io::Result<Vec<What>> {
        // First, so that no later change is missed.
        self.changed.clear();
        let sleep = *self.lock();
        let heard = || self.watched.iter().filter(|(what, _)| sleep.keys || *what != What::Keys);
        let woken = readable(heard().map(|(_, fd)| fd), sleep.until)?;
        Ok(heard().zip(woken).filter(|(_, woken)| *woken).map(|((what, _), _)| *what).collect())
    }

    /// The host's thread, all signals blocked, sleeps until it has a message.
    /// `Interrupted` upon a signal.
    pub fn idle(&self, blocked: &Blocked) -> io::Result<Vec<What>> {
        blocked.readable(self.messages.as_fd().as_raw_fd(), None)?;
        Ok(vec![What::Message])
    }

    fn lock(&self) -> MutexGuard<'_, Sleep> {
        self.listening.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether somebody who sleeps like one of these would not hear all that ends the other.
fn misses(one: Sleep, other: Sleep) -> bool {
    let later = |until| one.until.is_none_or(|own| own > until);
    (other.keys && !one.keys) || other.until.is_some_and(later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    #[test]
    fn a_sleeper_misses_what_it_does_not_listen_for() {
        let (soon, later) = (Instant::now(), Instant::now() + Duration::from_secs(1));
        let check = |one: (bool, Option<Instant>), other: (bool, Option<Instant>), expected| {
            let sleep = |(keys, until)| Sleep { keys, until };
            assert_eq!(misses(sleep(one), sleep(other)), expected, "{one:?} {other:?}");
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
