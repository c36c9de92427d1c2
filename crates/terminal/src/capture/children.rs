//! Children that inherited a captured stream, and may write to it for longer than we read.

use std::os::fd::{AsFd, AsRawFd, BorrowedFd};
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread::Builder;

use editor::event::Stream;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, read};

use super::stream::descriptor;
use crate::pty::Pty;
use crate::raw::write_all;

/// Our ends of the pseudo-terminals, by their numbers; -1 where there is none. More than two
/// for each of a few sessions, one inside the other, are not known here.
static OURS: [AtomicI32; 16] = [const { AtomicI32::new(-1) }; 16];

/// A child of `fork` is not to hold our end: when nobody reads any more, its writes are to
/// fail and not to wait for ever.
pub(super) fn close_in_child(pty: &Pty) {
    replace(-1, pty.master.as_raw_fd());
}

/// Changes the first of `OURS` that is `old`.
fn replace(old: i32, new: i32) {
    OURS.iter().any(|ours| ours.compare_exchange(old, new, Ordering::SeqCst, Ordering::SeqCst).is_ok());
}

/// Async-signal-safe; to be called in the child.
pub(super) fn after_fork_in_child() {
    for ours in OURS.iter().map(|ours| ours.swap(-1, Ordering::SeqCst)).filter(|&ours| ours >= 0) {
        #[allow(unsafe_code, reason = "its owner is the UI thread's, which the child has not")]
        // SAFETY: a number is given back that nobody in this process uses.
        unsafe {
            libc::close(ours);
        }
    }
}

/// Ends our use of a stream. What children still write to it is printed to wherever the
/// stream leads then, until the last of them is gone.
pub(super) fn outlive(stream: Stream, pty: Pty) {
    replace(pty.master.as_raw_fd(), -1);
    let Pty { master, slave, .. } = pty;
    drop(slave);
    if copy(stream, master.as_fd()) {
        // Without a further thread their writes fail, as they do on a closed window.
        let _ = Builder::new().name("sideloop children".into()).spawn(move || {
            while poll(&mut [PollFd::new(&master, PollFlags::IN)], None).is_ok()
                && copy(stream, master.as_fd())
            {}
        });
    }
}

/// Prints what there is to read. Returns whether more may come.
fn copy(stream: Stream, master: BorrowedFd<'_>) -> bool {
    let mut buffer = [0; 4096];
    loop {
        match read(master, &mut buffer) {
            Ok(length @ 1..) => {
                // Where the host has closed it, as good as written.
                let _ = write_all(descriptor(stream), &buffer[..length]);
            }
            Err(Errno::INTR) => {}
            other => return other == Err(Errno::AGAIN),
        }
    }
}
