//! A signal that ends the process ends it with the terminal as it was.
//!
//! Process-global like `resize`, for the same reason, and only while a prompt stands:
//! where a signal would have its default action, ours restores every terminal that is
//! held and then lets the default happen. Where the host has a handler, or ignores the
//! signal, nothing is touched. Only SIGKILL is left, and after that the shell does it.
//! SIGHUP comes when a window is closed. It ends the sessions first, so that what was being
//! typed is kept, and the process when the last terminal is given back; a second one does at
//! once. The handler does not wait for that: it may have broken off a `malloc`.
#![allow(unsafe_code)] // handlers, and termios calls that are async-signal-safe

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::raw::CLOSE_PAGE;
use crate::resize::wake_all;

const SIGNALS: [libc::c_int; 7] =
    [libc::SIGHUP, libc::SIGINT, libc::SIGQUIT, libc::SIGABRT, libc::SIGTERM, libc::SIGSEGV, libc::SIGBUS];

/// Terminals that can be restored; further ones are not.
static HELD: [AtomicPtr<Cooked>; 64] = [const { AtomicPtr::new(ptr::null_mut()) }; 64];

/// Handlers that are about to end the process; they never return, so what they use is never freed.
static DYING: AtomicUsize = AtomicUsize::new(0);

/// How many terminals are held. Locked while handlers are installed or removed.
static INSTALLED: Mutex<usize> = Mutex::new(0);

/// SIGHUP has come, and the sessions are ending.
static HUNG_UP: AtomicBool = AtomicBool::new(false);

/// How to restore one terminal.
struct Cooked {
    /// A child of `fork` inherits the handlers, and has no say in the terminal.
    process: libc::pid_t,
    input: RawFd,
    output: RawFd,
    termios: libc::termios,
    /// Whether the alternate screen is shown.
    page: AtomicBool,
    sequences: Vec<u8>,
}

/// While it lives, a fatal signal restores the terminal first.
#[derive(Debug)]
pub struct Guard(Option<usize>);

impl Guard {
    /// For a terminal that is still as the host had it. `sequences` switch off the modes
    /// that it is about to get. The descriptors must stay open.
    pub fn new(input: BorrowedFd<'_>, output: BorrowedFd<'_>, sequences: String) -> io::Result<Self> {
        let mut termios = MaybeUninit::zeroed();
        // SAFETY: fills the value in, and all zeroes are one in any case.
        let termios = unsafe {
            if libc::tcgetattr(input.as_raw_fd(), termios.as_mut_ptr()) < 0 {
                return Err(io::Error::last_os_error());
            }
            termios.assume_init()
        };
        let (input, output, sequences) = (input.as_raw_fd(), output.as_raw_fd(), sequences.into_bytes());
        let process = std::process::id().cast_signed();
        let page = AtomicBool::new(false);
        let cooked = Box::into_raw(Box::new(Cooked { process, input, output, termios, page, sequences }));
        let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        let claim = |slot: &AtomicPtr<Cooked>| {
            slot.compare_exchange(ptr::null_mut(), cooked, Ordering::SeqCst, Ordering::SeqCst).is_ok()
        };
        let slot = HELD.iter().position(claim);
        if slot.is_none() {
            free(cooked);
        } else {
            *installed += 1;
            SIGNALS.into_iter().for_each(install);
        }
        Ok(Self(slot))
    }

    /// The alternate screen is shown from now on, or no more.
    pub fn page(&self, open: bool) {
        // SAFETY: not freed before this guard is dropped.
        let cooked = self.0.and_then(|slot| unsafe { HELD[slot].load(Ordering::SeqCst).as_ref() });
        if let Some(cooked) = cooked {
            cooked.page.store(open, Ordering::SeqCst);
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let Some(slot) = self.0 else { return };
        let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        *installed -= 1;
        if *installed == 0 {
            SIGNALS.into_iter().for_each(uninstall);
        }
        let cooked = HELD[slot].swap(ptr::null_mut(), Ordering::SeqCst);
        while DYING.load(Ordering::SeqCst) > 0 {
            std::thread::yield_now();
        }
        free(cooked);
        if *installed == 0 && hung_up() {
            // SAFETY: always succeeds; the default action ends the process.
            unsafe { libc::kill(libc::getpid(), libc::SIGHUP) };
        }
    }
}

/// Whether a window was closed, so that the sessions are to end.
pub fn hung_up() -> bool {
    HUNG_UP.load(Ordering::SeqCst)
}

fn free(cooked: *mut Cooked) {
    // SAFETY: it was boxed by `Guard::new`, and no handler can reach it any more.
    drop(unsafe { Box::from_raw(cooked) });
}

extern "C" fn handler(signal: libc::c_int) {
    if signal == libc::SIGHUP && !HUNG_UP.swap(true, Ordering::SeqCst) {
        return wake_all();
    }
    DYING.fetch_add(1, Ordering::SeqCst);
    for slot in &HELD {
        // SAFETY: not freed while a handler is at work.
        if let Some(cooked) = unsafe { slot.load(Ordering::SeqCst).as_ref() } {
            restore(cooked);
        }
    }
    // SAFETY: both are async-signal-safe. The signal comes again when this returns, and
    // its default action ends the process.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        libc::raise(signal);
    }
}

fn restore(cooked: &Cooked) {
    let page = if cooked.page.load(Ordering::SeqCst) { CLOSE_PAGE.as_bytes() } else { &[] };
    let sequences = &cooked.sequences;
    // SAFETY: all are async-signal-safe. SIGTTOU must not stop the end.
    unsafe {
        if libc::getpid() != cooked.process {
            return;
        }
        libc::write(cooked.output, page.as_ptr().cast(), page.len());
        libc::write(cooked.output, sequences.as_ptr().cast(), sequences.len());
        libc::signal(libc::SIGTTOU, libc::SIG_IGN);
        libc::tcsetattr(cooked.input, libc::TCSANOW, &raw const cooked.termios);
    }
}

fn install(signal: libc::c_int) {
    if current(signal).sa_sigaction == libc::SIG_DFL {
        set(signal, handler as *const () as usize);
    }
}

fn uninstall(signal: libc::c_int) {
    if current(signal).sa_sigaction == handler as *const () as usize {
        set(signal, libc::SIG_DFL);
    }
}

fn current(signal: libc::c_int) -> libc::sigaction {
    let mut action = MaybeUninit::zeroed();
    // SAFETY: fills the action in; all zeroes are a valid one in any case.
    unsafe {
        libc::sigaction(signal, ptr::null(), action.as_mut_ptr());
        action.assume_init()
    }
}

fn set(signal: libc::c_int, handler: usize) {
    let mut action = MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: all zeroes are a valid action, with no flags and an empty mask.
    unsafe {
        (*action.as_mut_ptr()).sa_sigaction = handler;
        libc::sigaction(signal, action.as_ptr(), ptr::null_mut());
    }
}
