//! SIGINT again, until Python has heard of it.
//!
//! Python's handler in C takes a note, which is looked at between two bytecodes, and when a
//! system call was broken off. A signal that falls between the last look and the call is
//! noted and slept upon: `time.sleep(60)` goes on for its minute. So we stand before that
//! handler and wake a thread, which sends the signal once more while nobody has `heard` of
//! the first. What is sent again is never a second Ctrl-C: Python keeps one note of both, and
//! what arrives when it has been heard ends here.

use std::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, Ordering::SeqCst};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use pyo3::prelude::*;
use terminal::mask::Blocked;
use terminal::wake::Wake;

use super::{installed, ring};

/// How long Python gets to hear of a signal, each time. It takes microseconds unless C code
/// runs, and that is not to be disturbed for ever: half a minute in all.
const PAUSES: [Duration; 10] = {
    let mut pauses = [Duration::from_millis(30); 10];
    let mut at = 1;
    while at < pauses.len() {
        pauses[at] = pauses[at - 1].saturating_mul(2);
        at += 1;
    }
    pauses
};

/// Python's handler in C.
static PYTHONS: AtomicPtr<()> = AtomicPtr::new(std::ptr::null_mut());
/// A signal was noted and Python has not heard of it.
static UNHEARD: AtomicBool = AtomicBool::new(false);
/// We have sent one that has not arrived.
static SENT: AtomicBool = AtomicBool::new(false);
/// Where the handler writes; -1 where there is nobody to wake.
static WRITER: AtomicI32 = AtomicI32::new(-1);

extern "C" fn note(number: libc::c_int) {
    if SENT.swap(false, SeqCst) {
        if !UNHEARD.load(SeqCst) {
            return;
        }
    } else {
        UNHEARD.store(true, SeqCst);
        ring(&WRITER);
    }
    // SAFETY: what `stand_before` found installed; a handler takes a number.
    unsafe {
        let pythons = std::mem::transmute::<*const (), extern "C" fn(libc::c_int)>(PYTHONS.load(SeqCst));
        pythons(number);
    }
}

/// SIGINT is sent again until Python has heard of it, until `close`.
#[pyclass(frozen, module = "sideloop._native")]
pub struct Resend(Mutex<Option<Resending>>);

struct Resending {
    wake: Arc<Wake>,
    over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
    process: u32,
}

/// Starts a thread that sends SIGINT to the calling one again: Python's main thread.
///
/// The process has one of these at a time.
#[pyfunction]
pub fn resend_sigint() -> PyResult<Resend> {
    let (wake, over) = (Arc::new(Wake::new()?), Arc::new(AtomicBool::new(false)));
    // SAFETY: always succeeds.
    let listener = unsafe { libc::pthread_self() };
    let blocked = Blocked::all();
    let thread = {
        let (wake, over) = (Arc::clone(&wake), Arc::clone(&over));
        let builder = std::thread::Builder::new().name("sideloop-resend".into());
        builder.spawn(move || watch(&wake, &over, listener))
    };
    drop(blocked);
    WRITER.store(wake.raw_writer(), SeqCst);
    let process = std::process::id();
    Ok(Resend(Mutex::new(Some(Resending { wake, over, thread: thread?, process }))))
}

#[pymethods]
#[allow(clippy::unused_self, reason = "what they change is the process's")]
impl Resend {
    /// Stands before the handler that Python has installed just now, until it installs another.
    fn stand_before(&self) {
        UNHEARD.store(false, SeqCst);
        SENT.store(false, SeqCst);
        let mut action = installed();
        let handler = action.sa_sigaction;
        let callable = ![libc::SIG_DFL, libc::SIG_IGN].contains(&handler);
        if callable && handler != ours() && action.sa_flags & libc::SA_SIGINFO == 0 {
            PYTHONS.store(handler as *mut (), SeqCst);
            action.sa_sigaction = ours();
            // SAFETY: what is installed, with another function of the same kind.
            unsafe { libc::sigaction(libc::SIGINT, &raw const action, std::ptr::null_mut()) };
        }
    }

    /// Python's own handler runs.
    fn heard(&self) {
        UNHEARD.store(false, SeqCst);
    }

    /// Python's own handler runs, but it is not the time: whether the signal is sent again.
    fn put_off(&self) -> bool {
        unheard()
    }

    /// Ends the thread. Any number of times; in a child of `fork` there is none.
    fn close(&self, py: Python<'_>) {
        let resending = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Resending { wake, over, thread, process }) = resending else { return };
        if process != std::process::id() {
            return std::mem::forget((wake, thread));
        }
        WRITER.store(-1, SeqCst);
        over.store(true, SeqCst);
        wake.set();
        let _ = py.detach(|| thread.join());
    }
}

/// The thread.
fn watch(wake: &Wake, over: &AtomicBool, listener: libc::pthread_t) {
    while wake.wait(None) && !over.load(SeqCst) {
        wake.clear();
        for pause in PAUSES {
            // Rung again: over, or there is a further signal.
            if wake.wait(Some(pause)) || !unheard() {
                break;
            }
            SENT.store(true, SeqCst);
            // SAFETY: the main thread goes on for as long as its process.
            unsafe { libc::pthread_kill(listener, libc::SIGINT) };
        }
    }
}

/// Whether a signal waits for Python, and for a handler that tells us when it is heard.
fn unheard() -> bool {
    UNHEARD.load(SeqCst) && installed().sa_sigaction == ours()
}

fn ours() -> usize {
    note as *const () as usize
}
