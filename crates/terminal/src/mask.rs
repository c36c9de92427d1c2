//! Which signals reach the calling thread.
//!
//! A handler in C only takes a note; a thread that looks for notes and then sleeps would sleep
//! upon one that is taken in between. So it blocks all signals, looks, and sleeps in a call
//! that lets them in. The other threads of ours block them for good: they are the host's.
#![allow(unsafe_code, reason = "no safe form exists of pthread_sigmask, ppoll and pselect")]

use std::io;
use std::mem::MaybeUninit;
use std::os::fd::RawFd;
use std::time::Duration;

/// The calling thread gets no signals, but those that a fault raises in it, until this is
/// dropped there.
pub struct Blocked {
    before: libc::sigset_t,
}

impl Blocked {
    /// From here on.
    #[must_use]
    pub fn all() -> Self {
        let mut set = MaybeUninit::uninit();
        // SAFETY: sigfillset makes the set whole before it is used.
        let set = unsafe {
            libc::sigfillset(set.as_mut_ptr());
            for fault in [libc::SIGSEGV, libc::SIGBUS, libc::SIGFPE, libc::SIGILL, libc::SIGABRT] {
                libc::sigdelset(set.as_mut_ptr(), fault);
            }
            set.assume_init()
        };
        Self { before: change(libc::SIG_SETMASK, &set) }
    }

    /// What was blocked before: what a sleep has in place of all.
    #[must_use]
    pub fn before(&self) -> &libc::sigset_t {
        &self.before
    }

    /// Waits until a descriptor is readable or hung up; `false` when the time is over.
    /// Fails with `Interrupted` upon a signal, also one that has come since they are blocked.
    pub fn readable(&self, fd: RawFd, timeout: Option<Duration>) -> io::Result<bool> {
        let mut watched = libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
        match poll(&mut watched, timeout, &self.before) {
            -1 => Err(io::Error::last_os_error()),
            count => Ok(count > 0),
        }
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        change(libc::SIG_SETMASK, &self.before);
    }
}

/// Blocks nothing: what a child program expects.
pub fn unblock_all() {
    let mut none = MaybeUninit::uninit();
    // SAFETY: the set is made whole first.
    let none = unsafe {
        libc::sigemptyset(none.as_mut_ptr());
        none.assume_init()
    };
    change(libc::SIG_SETMASK, &none);
}

/// Changes the calling thread's mask as `pthread_sigmask` does. Returns the one before.
pub fn change(how: libc::c_int, set: &libc::sigset_t) -> libc::sigset_t {
    let mut before = MaybeUninit::zeroed();
    // SAFETY: both sets are whole; all zeroes are an empty one in any case.
    unsafe {
        libc::pthread_sigmask(how, set, before.as_mut_ptr());
        before.assume_init()
    }
}

#[cfg(target_os = "linux")]
fn poll(watched: &mut libc::pollfd, timeout: Option<Duration>, mask: &libc::sigset_t) -> libc::c_int {
    let time = timeout.map(timespec);
    let time = time.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    // SAFETY: one whole pollfd is given, and its number; the time is whole or none, as is the mask.
    unsafe { libc::ppoll(watched, 1, time, mask) }
}

#[cfg(not(target_os = "linux"))]
fn poll(watched: &mut libc::pollfd, timeout: Option<Duration>, mask: &libc::sigset_t) -> libc::c_int {
    use std::ptr::{from_ref, null, null_mut};
    if usize::try_from(watched.fd).is_ok_and(|fd| fd < libc::FD_SETSIZE) {
        let mut set = MaybeUninit::uninit();
        let time = timeout.map(timespec);
        let time = time.as_ref().map_or(null(), from_ref);
        // SAFETY: the set is made whole first and has room for the descriptor; the time is whole or none.
        return unsafe {
            libc::FD_ZERO(set.as_mut_ptr());
            libc::FD_SET(watched.fd, set.as_mut_ptr());
            libc::pselect(watched.fd + 1, set.as_mut_ptr(), null_mut(), null_mut(), time, mask)
        };
    }
    // There is no ppoll: this sleep begins a moment after the signals are let in.
    let milliseconds = timeout.map_or(-1, |time| i32::try_from(time.as_millis()).unwrap_or(i32::MAX));
    let blocked = change(libc::SIG_SETMASK, mask);
    // SAFETY: one whole pollfd is given, and its number.
    let count = unsafe { libc::poll(watched, 1, milliseconds) };
    change(libc::SIG_SETMASK, &blocked);
    count
}

fn timespec(time: Duration) -> libc::timespec {
    libc::timespec {
        tv_sec: libc::time_t::try_from(time.as_secs()).unwrap_or(libc::time_t::MAX),
        tv_nsec: time.subsec_nanos().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wake::Wake;
    use std::os::fd::{AsFd, AsRawFd};

    extern "C" fn nothing(_: libc::c_int) {}

    #[test]
    fn a_signal_that_came_since_they_are_blocked_ends_the_sleep() {
        // SAFETY: the handler does nothing; SIGURG is nobody else's here.
        unsafe { libc::signal(libc::SIGURG, nothing as *const () as libc::sighandler_t) };
        let wake = Wake::new().unwrap();
        let blocked = Blocked::all();
        // SAFETY: the thread is this one.
        unsafe { libc::pthread_kill(libc::pthread_self(), libc::SIGURG) };
        let slept = blocked.readable(wake.as_fd().as_raw_fd(), None);
        assert_eq!(slept.unwrap_err().kind(), io::ErrorKind::Interrupted);
        wake.set();
        assert!(blocked.readable(wake.as_fd().as_raw_fd(), None).unwrap());
    }
}
