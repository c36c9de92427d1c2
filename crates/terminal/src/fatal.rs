//! What ends the process ends it with the terminal as it was.
//!
//! Process-global like `resize`, for the same reason, and only while a prompt stands:
//! where a signal would have its default action, ours restores every terminal that is
//! held and then lets the default happen. Where the host has a handler, or ignores the
//! signal, nothing is touched. Only SIGKILL is left, and after that the shell does it.
//! SIGHUP comes when a window is closed. It ends the sessions first, so that what was being
//! typed is kept, and the process when the last terminal is given back; a second one does at
//! once. The handler does not wait for that: it may have broken off a `malloc`.
#![allow(unsafe_code, reason = "handlers, and termios calls that are async-signal-safe")]

mod exit;
mod held;

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::BorrowedFd;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use self::held::{Cooked, Slot};
use crate::resize::wake_all;

const SIGNALS: [libc::c_int; 7] =
    [libc::SIGHUP, libc::SIGINT, libc::SIGQUIT, libc::SIGABRT, libc::SIGTERM, libc::SIGSEGV, libc::SIGBUS];

/// How many terminals are held. Locked while handlers are installed or removed.
static INSTALLED: Mutex<usize> = Mutex::new(0);

/// SIGHUP has come, and the sessions are ending.
static HUNG_UP: AtomicBool = AtomicBool::new(false);

/// While it lives, a fatal signal restores the terminal first.
#[derive(Debug)]
pub struct Guard(Option<Slot>);

impl Guard {
    /// For a terminal that is still as the host had it. `sequences` switch off the modes
    /// that it is about to get. The descriptors must stay open.
    pub fn new(input: BorrowedFd<'_>, output: BorrowedFd<'_>, sequences: String) -> io::Result<Self> {
        let cooked = Cooked::new(input, output, sequences)?;
        exit::watch();
        let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = Slot::take(cooked);
        if slot.is_some() {
            *installed += 1;
            SIGNALS.into_iter().for_each(install);
        }
        Ok(Self(slot))
    }

    /// The alternate screen is shown from now on, or no more.
    pub fn page(&self, open: bool) {
        if let Some(slot) = self.0 {
            slot.page(open);
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
        slot.leave();
        if *installed == 0 && HUNG_UP.load(Ordering::SeqCst) {
            // SAFETY: always succeeds; the default action ends the process.
            unsafe { libc::kill(libc::getpid(), libc::SIGHUP) };
        }
    }
}

/// Whether the process is about to end, and its sessions are to do so before.
pub fn is_near() -> bool {
    HUNG_UP.load(Ordering::SeqCst) || exit::is_near()
}

extern "C" fn handler(signal: libc::c_int) {
    if signal == libc::SIGHUP && !HUNG_UP.swap(true, Ordering::SeqCst) {
        return wake_all();
    }
    held::restore_all();
    // SAFETY: both are async-signal-safe. The signal comes again when this returns, and
    // its default action ends the process.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        libc::raise(signal);
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
