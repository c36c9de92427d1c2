//! A process that exits while a prompt stands in a thread that nobody waits for.
//!
//! A daemon thread of Python's stands still for good by then; the UI thread does not.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::held;
use crate::resize::wake_all;

static EXITING: AtomicBool = AtomicBool::new(false);

/// How often, and for how long each time, the sessions are waited for: a second.
const MOMENTS: u32 = 500;
const MOMENT: Duration = Duration::from_millis(2);

/// Sessions that are open at the process's exit end then. Any number of times.
pub fn watch() {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        // SAFETY: the handler may be called at any time, and is never unloaded.
        unsafe { libc::atexit(at_exit) };
    });
}

/// Whether the process exits.
pub fn is_near() -> bool {
    EXITING.load(Ordering::SeqCst)
}

extern "C" fn at_exit() {
    if !held::is_any() {
        return;
    }
    EXITING.store(true, Ordering::SeqCst);
    wake_all();
    for _ in (0..MOMENTS).take_while(|_| held::is_any()) {
        std::thread::sleep(MOMENT);
    }
    if held::is_any() {
        held::restore_all();
    }
}
