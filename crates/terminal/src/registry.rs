//! Which terminals have a session in this process: two prompts on one terminal would
//! paint over each other, so the second is refused.
//!
//! A session that is just ending is waited for: the number of a terminal that was
//! closed may be given to the next one before the session on it has noticed.

use std::os::fd::BorrowedFd;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use rustix::fs::{Dev, fstat};
use rustix::io::Result as Asked;

use crate::reason::reason;

static CLAIMED: Mutex<Vec<Device>> = Mutex::new(Vec::new());
static FREED: Condvar = Condvar::new();

/// Longer than a session takes to end, shorter than a person takes to wonder.
const PATIENCE: Duration = Duration::from_millis(500);

/// Device and inode: the same for all descriptors of one terminal.
pub type Device = (Dev, u64);

/// Which file a descriptor is of.
pub fn device(terminal: BorrowedFd<'_>) -> Asked<Device> {
    fstat(terminal).map(|stat| (stat.st_dev, stat.st_ino))
}

/// The right to prompt on one terminal, until it is dropped.
#[derive(Debug)]
pub struct Claim(Device);

impl Claim {
    /// Claims the terminal of a descriptor; a nested claim stands beside the one that waits
    /// for it. Fails with one sentence.
    pub fn new(terminal: BorrowedFd<'_>, nested: bool) -> Result<Self, String> {
        let device = device(terminal)
            .map_err(|error| format!("The terminal cannot be used: {}.", reason(&error.into())))?;
        let claimed = CLAIMED.lock().unwrap_or_else(PoisonError::into_inner);
        let waited =
            FREED.wait_timeout_while(claimed, PATIENCE, |claimed| !nested && claimed.contains(&device));
        let (mut claimed, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
        if timeout.timed_out() {
            return Err("This terminal has a session already; leave that one first.".into());
        }
        claimed.push(device);
        Ok(Self(device))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut claimed = CLAIMED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = claimed.iter().rposition(|device| *device == self.0) {
            claimed.remove(last);
        }
        FREED.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pty::Pty;
    use editor::event::Size;
    use std::os::fd::AsFd;

    #[test]
    fn one_session_for_each_terminal() {
        let size = Size { columns: 80, rows: 24 };
        let (one, other) = (Pty::open(size).unwrap(), Pty::open(size).unwrap());
        let claim = Claim::new(one.slave.as_fd(), false).unwrap();
        assert!(Claim::new(one.slave.try_clone().unwrap().as_fd(), false).is_err());
        assert!(Claim::new(other.slave.as_fd(), false).is_ok());
        drop(claim);
        assert!(Claim::new(one.slave.as_fd(), false).is_ok());
    }
}
