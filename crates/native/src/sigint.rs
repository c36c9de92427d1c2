//! What Python's own signal handling cannot do for Ctrl-C: reach an evaluation off the main
//! thread (`elsewhere`), and one that is about to sleep in C (`resend`).
//!
//! Both wake a thread of their own from a handler. It is not the UI thread, which must never
//! wait for the GIL and is not there at a plain prompt.

#![allow(unsafe_code, reason = "installing a signal handler has no safe form")]

mod elsewhere;
mod resend;

use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicI32, Ordering};

pub use elsewhere::{Watch, raise_in, watch_sigint};
pub use resend::{Resend, resend_sigint};

#[cfg(target_os = "linux")]
use libc::__errno_location as errno;
#[cfg(not(target_os = "linux"))]
use libc::__error as errno;

/// Wakes the thread that reads the other end; nobody where the descriptor is -1. Async-signal-safe.
fn ring(writer: &AtomicI32) {
    let one = 1u64.to_ne_bytes();
    // SAFETY: write and errno are async-signal-safe; the descriptor lives until the handler is gone.
    unsafe {
        let place = errno();
        let before = *place;
        libc::write(writer.load(Ordering::SeqCst), one.as_ptr().cast(), one.len());
        *place = before;
    }
}

/// What the process does upon SIGINT now.
fn installed() -> libc::sigaction {
    let mut action = MaybeUninit::zeroed();
    // SAFETY: only asks; all zeroes are an action, too.
    unsafe {
        libc::sigaction(libc::SIGINT, std::ptr::null(), action.as_mut_ptr());
        action.assume_init()
    }
}
