//! A file descriptor that is readable until it is cleared: what every mailbox and
//! signal handler wakes a sleeper with.
//!
//! An eventfd on Linux, since it is one descriptor and never fills; a pipe elsewhere.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::time::Timespec;

/// The descriptor to watch and, where they differ, the one to write to.
#[derive(Debug)]
pub struct Wake {
    read: OwnedFd,
    write: Option<OwnedFd>,
}

impl Wake {
    /// A wake that is not readable yet. Both ends are close-on-exec and never block.
    pub fn new() -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        {
            use rustix::event::{EventfdFlags, eventfd};
            let read = eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK)?;
            Ok(Self { read, write: None })
        }
        #[cfg(not(target_os = "linux"))]
        {
            let (read, write) = rustix::pipe::pipe()?;
            for fd in [&read, &write] {
                rustix::io::fcntl_setfd(fd, rustix::io::FdFlags::CLOEXEC)?;
                rustix::io::ioctl_fionbio(fd, true)?;
            }
            Ok(Self { read, write: Some(write) })
        }
    }

    /// Makes the descriptor readable. Any thread.
    pub fn set(&self) {
        // A full pipe is readable already, so the one possible error means success.
        let _ = rustix::io::write(self.writer(), &1u64.to_ne_bytes());
    }

    /// Makes the descriptor unreadable again. Any thread.
    pub fn clear(&self) {
        let mut buffer = [0; 64];
        while let Ok(length) = rustix::io::read(&self.read, &mut buffer) {
            if length < buffer.len() {
                break;
            }
        }
    }

    /// Sleeps until the descriptor is readable; `false` when the time is over, which begins
    /// anew with each signal that the thread gets. Any thread.
    pub fn wait(&self, timeout: Option<Duration>) -> bool {
        let time = timeout.and_then(|time| Timespec::try_from(time).ok());
        loop {
            match poll(&mut [PollFd::new(self, PollFlags::IN)], time.as_ref()) {
                Err(Errno::INTR) => {}
                polled => return polled != Ok(0),
            }
        }
    }

    /// What a signal handler writes eight bytes to; valid while `self` lives.
    pub fn raw_writer(&self) -> RawFd {
        self.writer().as_raw_fd()
    }

    fn writer(&self) -> &OwnedFd {
        self.write.as_ref().unwrap_or(&self.read)
    }
}

impl AsFd for Wake {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.read.as_fd()
    }
}
