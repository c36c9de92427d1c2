//! Whose turn it is to have the process's descriptors 1 and 2.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How many captures there are.
static PREPARED: AtomicUsize = AtomicUsize::new(0);

/// Whether one of them has the descriptors.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Async-signal-safe; to be called in a child of `fork`, where nobody captures.
pub(super) fn after_fork_in_child() {
    PREPARED.store(0, Ordering::SeqCst);
    TAKEN.store(false, Ordering::SeqCst);
}

/// One capture, until it is dropped.
#[derive(Debug)]
pub(super) struct Prepared;

impl Prepared {
    /// One more.
    pub fn beside() -> Self {
        PREPARED.fetch_add(1, Ordering::SeqCst);
        Self
    }

    /// The only one; `None` where there is one.
    pub fn alone() -> Option<Self> {
        let first = PREPARED.compare_exchange(0, 1, Ordering::SeqCst, Ordering::SeqCst);
        first.is_ok().then_some(Self)
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        // None, in a child of `fork`.
        let one_less = |count: usize| count.checked_sub(1);
        let _ = PREPARED.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less);
    }
}

/// The descriptors are led elsewhere, until this is dropped.
#[derive(Debug)]
pub(super) struct Turn(());

impl Turn {
    /// Where it is wanted, and nobody else's turn.
    pub fn begin(wanted: bool) -> Option<Self> {
        (wanted && !TAKEN.swap(true, Ordering::SeqCst)).then_some(Self(()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::SeqCst);
    }
}
