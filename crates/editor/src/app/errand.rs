//! What the terminal's thread was asked for: a file, the clipboard, the history.
//!
//! Invariant: keys wait for the answer, in order; Ctrl-C gives it up.

use std::time::{Duration, Instant};

use super::App;
use crate::event::{Effect, Event, Saved};
use crate::key::Key;

/// So long keys wait for the history: time for 100,000 entries, and not for a disk that hangs.
const PATIENCE: Duration = Duration::from_millis(250);

/// What comes of an answer.
#[derive(Debug)]
pub enum Awaited {
    /// Vi's `:w`; and then the session may be over.
    Written {
        /// The file's name as it was typed.
        path: String,
        /// `:wq`.
        quit: bool,
    },
    /// Vi's `:r`.
    Lines {
        /// The file's name as it was typed.
        path: String,
    },
    /// The clipboard, for the command of vi's that names its register.
    Register,
    /// The clipboard, to be inserted.
    Yank,
    /// The history file, which the first keys may be about.
    History {
        /// When keys wait no longer.
        until: Instant,
    },
}

impl App {
    pub(super) fn await_answer(&mut self, awaited: Awaited, effect: Effect) {
        self.next.awaited = Some(awaited);
        self.effects.push(effect);
    }

    /// The history file is being read: keys that come before `Event::History` wait, for a moment.
    pub fn await_history(&mut self, now: Instant) {
        self.next.awaited = Some(Awaited::History { until: now + PATIENCE });
    }

    /// When keys wait no longer for the history.
    pub(super) fn history_due(&self) -> Option<Instant> {
        if let Some(Awaited::History { until }) = self.next.awaited { Some(until) } else { None }
    }

    /// The history is there, or takes too long.
    pub(super) fn go_on_with_history(&mut self) {
        if self.next.awaited.take_if(|it| matches!(it, Awaited::History { .. })).is_some() {
            self.replay();
        }
    }

    /// Whether the key ends the waiting, and that is all it does; an answer that comes later is
    /// dropped. The history is nothing that a person waits for.
    pub(super) fn gives_up_errand(&mut self, key: Key) -> bool {
        if key != Key::ctrl('c') {
            return false;
        }
        let Some(awaited) = self.next.awaited.take() else { return false };
        self.next.queue.retain(|early| !matches!(early, super::Early::Event(Event::Key(_))));
        self.vi_follows();
        self.replay();
        !matches!(awaited, Awaited::History { .. })
    }

    /// What came of writing a file, if it was vi that wrote it; else it is given back.
    pub(super) fn written(&mut self, saved: Saved) -> Option<Saved> {
        let (path, quit) = match self.next.awaited.take() {
            Some(Awaited::Written { path, quit }) => (path, quit),
            other => {
                self.next.awaited = other;
                return Some(saved);
            }
        };
        match saved {
            Saved::Written(_) if quit => self.end_of_file(true),
            Saved::Written(bytes) => self.tell(format!("Wrote {bytes} bytes to {path}.")),
            Saved::Exists => self.tell(format!("{path} exists: add ! to overwrite it.")),
            Saved::Failed(reason) => self.tell(format!("{path} cannot be written: {reason}.")),
        }
        self.replay();
        None
    }

    /// The lines of a file go below the cursor's.
    pub(super) fn file_read(&mut self, result: Result<String, String>) {
        let Some(Awaited::Lines { path }) =
            self.next.awaited.take_if(|it| matches!(it, Awaited::Lines { .. }))
        else {
            return;
        };
        match result {
            Ok(content) => self.keys.vi.read(&content, &mut self.input.text),
            Err(reason) => self.tell(format!("{path} cannot be read: {reason}.")),
        }
        self.replay();
    }

    /// What the clipboard holds.
    pub(super) fn fetched(&mut self, clipboard: Option<&str>) {
        match self.next.awaited.take_if(|it| matches!(it, Awaited::Register | Awaited::Yank)) {
            Some(Awaited::Register) => {
                let outcome = self.keys.vi.pasted(clipboard, &mut self.input.text);
                self.vi_asks(outcome);
            }
            Some(_) => match clipboard {
                Some(text) => self.paste(text),
                None => self.tell(
                    "The clipboard cannot be read: there is neither wl-paste nor xclip, xsel or pbpaste.",
                ),
            },
            None => return,
        }
        self.replay();
    }
}
