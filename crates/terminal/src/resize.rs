//! SIGWINCH, at once, from whichever thread the session was embedded.
//!
//! The one place with process-global state: a signal has one handler in a process.
//! Ours wakes every session and then calls the one before it, so that the host's own
//! still runs. `signal.signal` and asyncio's `add_signal_handler` replace ours without
//! a word; hence `rearm` at each prompt. When the last session ends the former handler
//! is put back, unless somebody replaced ours in the meantime: then that one stays.
#![allow(unsafe_code, reason = "What a signal handler may call is not in the standard library")]

mod handler;

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::source::Watched;
use crate::wake::Wake;

/// Sessions that can hear of a resize by signal; further ones notice it at their next frame.
const SESSIONS: usize = 64;

/// What the handler writes to, -1 where there is none. All that it may touch is atomic.
static LISTENERS: [AtomicI32; SESSIONS] = [const { AtomicI32::new(-1) }; SESSIONS];

/// Handlers that are writing right now: a descriptor is closed only when there are none.
static WRITING: AtomicUsize = AtomicUsize::new(0);

/// How many listen. Held while the handler is installed or removed.
static INSTALLED: Mutex<usize> = Mutex::new(0);

/// A session's ear: readable when the window's size may have changed.
#[derive(Debug)]
pub struct Resized {
    wake: Arc<Wake>,
    slot: Option<usize>,
}

impl Resized {
    /// Listens from now on. Any thread.
    pub fn listen() -> io::Result<Self> {
        let wake = Arc::new(Wake::new()?);
        let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        let free = |slot: &&AtomicI32| slot.load(Ordering::SeqCst) == -1;
        let slot = LISTENERS.iter().position(|slot| free(&slot));
        if let Some(slot) = slot {
            LISTENERS[slot].store(wake.raw_writer(), Ordering::SeqCst);
            *installed += 1;
            handler::install();
        }
        Ok(Self { wake, slot })
    }

    /// Puts the handler back in place where the host replaced it. Any thread.
    pub fn rearm(&self) {
        let _installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        // One that found no place is not counted, and so nobody would remove the handler.
        if self.slot.is_some() {
            handler::install();
        }
    }

    /// What to watch.
    pub fn watched(&self) -> Watched {
        Arc::clone(&self.wake) as Watched
    }

    /// The news was heard.
    pub fn clear(&self) {
        self.wake.clear();
    }
}

impl AsFd for Resized {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}

impl Drop for Resized {
    fn drop(&mut self) {
        let Some(slot) = self.slot else { return };
        let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        LISTENERS[slot].store(-1, Ordering::SeqCst);
        while WRITING.load(Ordering::SeqCst) > 0 {
            std::hint::spin_loop();
        }
        *installed -= 1;
        if *installed == 0 {
            handler::uninstall();
        }
    }
}

/// Every session is to look at its window. Async-signal-safe.
pub fn wake_all() {
    WRITING.fetch_add(1, Ordering::SeqCst);
    for slot in &LISTENERS {
        let fd = slot.load(Ordering::SeqCst);
        if fd >= 0 {
            wake(fd);
        }
    }
    WRITING.fetch_sub(1, Ordering::SeqCst);
}

/// `errno` belongs to the code that was interrupted.
fn wake(fd: libc::c_int) {
    // SAFETY: both calls are async-signal-safe; a closed descriptor is an error that is ignored.
    unsafe {
        let errno = *errno();
        libc::write(fd, (&raw const ONE).cast(), size_of::<u64>());
        *self::errno() = errno;
    }
}

static ONE: u64 = 1;

fn errno() -> *mut libc::c_int {
    // SAFETY: always valid for the calling thread.
    #[cfg(target_os = "linux")]
    unsafe {
        libc::__errno_location()
    }
    // SAFETY: always valid for the calling thread.
    #[cfg(not(target_os = "linux"))]
    unsafe {
        libc::__error()
    }
}

#[cfg(test)]
mod tests;
