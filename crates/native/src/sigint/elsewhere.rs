//! SIGINT for an evaluation off the main thread, where Python runs no signal handler.
//!
//! The handler only wakes a thread; the thread takes the GIL and calls back.

use std::io;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use pyo3::prelude::*;
use terminal::wake::Wake;

use super::{installed, ring};

/// Where the handler writes; -1 while nobody watches.
static WRITER: AtomicI32 = AtomicI32::new(-1);

extern "C" fn wake_watcher(_: libc::c_int) {
    ring(&WRITER);
}

/// SIGINT is watched until `close`.
#[pyclass(frozen, module = "sideloop._native")]
pub struct Watch(Mutex<Option<Watching>>);

struct Watching {
    previous: libc::sigaction,
    wake: Arc<Wake>,
    over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

/// Calls `callback` in a thread of its own upon each SIGINT, until the result is closed.
///
/// The process has one such watch at a time. Any thread.
#[pyfunction]
pub fn watch_sigint(callback: Py<PyAny>) -> PyResult<Watch> {
    let wake = Arc::new(Wake::new()?);
    let over = Arc::new(AtomicBool::new(false));
    let thread = {
        let (wake, over) = (Arc::clone(&wake), Arc::clone(&over));
        std::thread::Builder::new()
            .name("sideloop-sigint".into())
            .spawn(move || watch(&wake, &over, &callback))?
    };
    WRITER.store(wake.raw_writer(), Ordering::Relaxed);
    let previous = install()?;
    Ok(Watch(Mutex::new(Some(Watching { previous, wake, over, thread }))))
}

#[pymethods]
impl Watch {
    /// Puts the former handler back, if ours is still there, and ends the thread.
    fn close(&self, py: Python<'_>) {
        let watching = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Watching { previous, wake, over, thread }) = watching else { return };
        if installed().sa_sigaction == wake_watcher as *const () as usize {
            // SAFETY: what was installed before.
            unsafe { libc::sigaction(libc::SIGINT, &raw const previous, std::ptr::null_mut()) };
        }
        over.store(true, Ordering::Relaxed);
        wake.set();
        // The thread may be waiting for the GIL. Its panic was printed where it happened.
        let _ = py.detach(|| thread.join());
    }
}

/// Sets the asynchronous exception of a thread, or takes it back when `error` is None.
///
/// `thread` is what `threading.get_ident()` is there.
#[pyfunction]
#[pyo3(signature = (thread, error))]
pub fn raise_in(thread: libc::c_long, error: Option<&Bound<'_, PyAny>>) {
    let error = error.map_or(std::ptr::null_mut(), Bound::as_ptr);
    // SAFETY: the GIL is held; null is allowed and takes a pending one back.
    unsafe { pyo3::ffi::PyThreadState_SetAsyncExc(thread, error) };
}

fn install() -> io::Result<libc::sigaction> {
    // SAFETY: an all-zero sigaction is valid, and the handler is async-signal-safe.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        let mut previous = MaybeUninit::uninit();
        action.sa_sigaction = wake_watcher as *const () as usize;
        action.sa_flags = libc::SA_RESTART;
        match libc::sigaction(libc::SIGINT, &raw const action, previous.as_mut_ptr()) {
            0 => Ok(previous.assume_init()),
            _ => Err(io::Error::last_os_error()),
        }
    }
}

fn watch(wake: &Wake, over: &AtomicBool, callback: &Py<PyAny>) {
    while wake.wait(None) && !over.load(Ordering::Relaxed) {
        wake.clear();
        // None: the interpreter is going away.
        let _ = Python::try_attach(|py| {
            if let Err(error) = callback.call0(py) {
                error.write_unraisable(py, None);
            }
        });
    }
}
