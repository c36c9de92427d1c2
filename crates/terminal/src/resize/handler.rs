//! The handler of SIGWINCH: installed in front of the one before, which it calls.
#![allow(unsafe_code, reason = "sigaction has no safe form that chains to another handler")]

use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use super::wake_all;

/// The action before ours. Replaced ones are leaked: a handler may still be reading
/// one, and they are few.
static BEFORE: AtomicPtr<libc::sigaction> = AtomicPtr::new(ptr::null_mut());

extern "C" fn handler(signal: libc::c_int, info: *mut libc::siginfo_t, context: *mut libc::c_void) {
    wake_all();
    // SAFETY: set once to a leaked value before the handler is installed.
    if let Some(before) = unsafe { BEFORE.load(Ordering::SeqCst).as_ref() } {
        chain(before, signal, info, context);
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
pub fn install() {
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

/// Puts back the one before, unless somebody replaced ours.
pub fn uninstall() {
    if current().sa_sigaction != ours() {
        return;
    }
    // SAFETY: set once to a leaked value before the handler is installed.
    if let Some(before) = unsafe { BEFORE.load(Ordering::SeqCst).as_ref() } {
        set(before);
    }
}

/// The action in force.
pub fn current() -> libc::sigaction {
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
