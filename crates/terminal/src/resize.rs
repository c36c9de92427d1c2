//! SIGWINCH, at once, from whichever thread the session was embedded.
//!
//! The one place with process-global state: a signal has one handler in a process.
//! Ours wakes every session and then calls the one before it, so that the host's own
//! still runs. `signal.signal` and asyncio's `add_signal_handler` replace ours without
//! a word; hence `rearm` at each prompt. When the last session ends the former handler
//! is put back, unless somebody replaced ours in the meantime: then that one stays.
#![allow(unsafe_code)] // sigaction has no safe form that chains to another handler.

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd};
use std::ptr;
use std::sync::atomic::{AtomicI32, AtomicPtr, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::source::Watched;
use crate::wake::Wake;

/// Sessions that can hear of a resize by signal; further ones notice it at their next frame.
const SESSIONS: usize = 64;

/// What the handler writes to, -1 where there is none. All that it may touch is atomic.
static LISTENERS: [AtomicI32; SESSIONS] = [const { AtomicI32::new(-1) }; SESSIONS];

/// Handlers that are writing right now: a descriptor is closed only when there are none.
static WRITING: AtomicUsize = AtomicUsize::new(0);

/// The action before ours. Replaced ones are leaked: a handler may still be reading
/// one, and they are few.
static BEFORE: AtomicPtr<libc::sigaction> = AtomicPtr::new(ptr::null_mut());

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
            install();
        }
        Ok(Self { wake, slot })
    }

    /// Puts the handler back in place where the host replaced it. Any thread.
    pub fn rearm(&self) {
        let _installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        // One that found no place is not counted, and so nobody would remove the handler.
        if self.slot.is_some() {
            install();
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
            uninstall();
        }
    }
}

extern "C" fn handler(signal: libc::c_int, info: *mut libc::siginfo_t, context: *mut libc::c_void) {
    wake_all();
    // SAFETY: set once to a leaked value before the handler is installed.
    if let Some(before) = unsafe { BEFORE.load(Ordering::SeqCst).as_ref() } {
        chain(before, signal, info, context);
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

fn chain(before: &libc::sigaction, signal: i32, info: *mut libc::siginfo_t, context: *mut libc::c_void) {
    let handler = before.sa_sigaction;
    if handler == libc::SIG_DFL || handler == libc::SIG_IGN {
        return;
    }
    // SAFETY: the address was a handler of this shape when it was installed.
    unsafe {
        if before.sa_flags & libc::SA_SIGINFO == 0 {
            std::mem::transmute::<usize, extern "C" fn(i32)>(handler)(signal);
        } else {
            let handler: extern "C" fn(i32, *mut libc::siginfo_t, *mut libc::c_void) =
                std::mem::transmute(handler);
            handler(signal, info, context);
        }
    }
}

fn ours() -> usize {
    handler as *const () as usize
}

/// Makes ours the handler and remembers the one before, if ours is not there yet. It
/// restarts system calls if the one before did, or if there was none: a host that did
/// not ask for the signal must not see EINTR.
fn install() {
    let before = current();
    if before.sa_sigaction == ours() {
        return;
    }
    let unheard = before.sa_sigaction == libc::SIG_DFL || before.sa_sigaction == libc::SIG_IGN;
    let restart = if unheard { libc::SA_RESTART } else { before.sa_flags & libc::SA_RESTART };
    let mut action = before;
    action.sa_sigaction = ours();
    action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | restart;
    BEFORE.store(Box::into_raw(Box::new(before)), Ordering::SeqCst);
    set(&action);
}

fn uninstall() {
    if current().sa_sigaction != ours() {
        return;
    }
    // SAFETY: set once to a leaked value before the handler is installed.
    if let Some(before) = unsafe { BEFORE.load(Ordering::SeqCst).as_ref() } {
        set(before);
    }
}

fn current() -> libc::sigaction {
    let mut action = MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: fills the action in; all zeroes are a valid one in any case.
    unsafe {
        libc::sigaction(libc::SIGWINCH, ptr::null(), action.as_mut_ptr());
        action.assume_init()
    }
}

fn set(action: &libc::sigaction) {
    // SAFETY: the action is whole, and the signal exists.
    unsafe { libc::sigaction(libc::SIGWINCH, action, ptr::null_mut()) };
}

#[cfg(test)]
mod tests;
