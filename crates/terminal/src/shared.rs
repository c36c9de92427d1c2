//! One session's state, and the two threads that take turns with it.
//!
//! Others' output and all that happens while the host is busy are the UI thread's business.
//! The host's own thread takes in what the host says between an input and the next prompt, if
//! the UI thread sleeps, and keys as long as it has nothing else to do: waking a thread costs
//! more than a turn. Where the other is at work a message waits for it, and a key too.
//!
//! Invariants: the lock is held for a turn and never while sleeping. All signals are
//! blocked during a turn, whichever thread takes it, and it waits for the terminal only.

mod host_sender;
mod idle;

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use editor::protocol::ToHost;

use crate::mailbox::Sender;
use crate::mask::Blocked;
use crate::panic::guard;
use crate::registry::Claim;
use crate::source::{Sleep, Source, What};
use crate::ui::Ui;
pub use host_sender::HostSender;
pub use idle::Idle;

/// A session that is not over.
struct Live {
    ui: Ui,
    /// Dropped before the last sender: the next session on this terminal may begin before
    /// the host hears of the end.
    _claim: Claim,
    last_words: Sender<ToHost>,
}

/// A session; not live when it is over.
pub struct Shared {
    live: Mutex<Option<Live>>,
    source: Arc<Source>,
}

impl Shared {
    /// A session whose thread is about to run. A panic is told to the host by `last_words`.
    pub fn new(ui: Ui, claim: Claim, last_words: Sender<ToHost>) -> Self {
        let source = ui.source();
        Self { live: Mutex::new(Some(Live { ui, _claim: claim, last_words })), source }
    }

    /// The UI thread: sleeps and takes turns until the session is over.
    pub fn run(&self) {
        let mut woken = Ok(Vec::new());
        while self.turn(woken) {
            woken = self.source.wait();
        }
    }

    /// Deals with what was slept for; `false` when the session is over. All signals are blocked.
    fn turn(&self, woken: io::Result<Vec<What>>) -> bool {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        self.take(live, |ui| ui.turn(woken))
    }

    /// Whether the host has something to take, be it the end.
    fn has_message(&self) -> bool {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.as_ref().is_none_or(|live| live.last_words.has_unread())
    }

    /// The host's thread: takes in what it has said, unless the UI thread is at work.
    fn attend(&self, turn: impl FnOnce(&mut Ui)) {
        let Ok(live) = self.live.try_lock() else { return };
        let blocked = Blocked::all();
        self.take(live, |ui| {
            turn(ui);
            true
        });
        drop(blocked);
    }

    /// A turn that panics, as no bug that is known makes one. Any thread.
    fn fail(&self) {
        let live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let blocked = Blocked::all();
        self.take(live, |_| panic!("asked to"));
        drop(blocked);
    }

    /// Takes a turn, which tells whether the session goes on.
    fn take(&self, mut shared: MutexGuard<'_, Option<Live>>, turn: impl FnOnce(&mut Ui) -> bool) -> bool {
        let Some(live) = shared.as_mut() else { return false };
        let goes_on = guard(&mut live.ui, &live.last_words, turn) == Some(true);
        if !goes_on {
            *shared = None;
            // The UI thread may sleep: it is to see this.
            let _ = self.source.listen(Sleep { keys: false, until: Some(Instant::now()) });
        }
        goes_on
    }
}

#[cfg(test)]
mod tests;
