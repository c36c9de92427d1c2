//! What waits for the next prompt.
//!
//! Invariant: keys are handled in the order they came in; while one waits, so do all
//! that come after it.

use std::collections::VecDeque;

use crate::app::App;
use crate::app::errand::Awaited;
use crate::command::Act;
use crate::event::Event;
use crate::text::Text;

/// Kept for the next prompt.
#[derive(Debug, Default)]
pub struct Next {
    /// What a command asked for and keys wait for.
    pub awaited: Option<Awaited>,
    /// What came too early.
    pub queue: VecDeque<Early>,
    /// An input that had to make room for one that came back.
    pub set_aside: Option<Text>,
    /// The entry of history that is offered.
    pub offered: Option<usize>,
}

/// Something that has to wait.
#[derive(Debug)]
pub enum Early {
    /// A key or a paste.
    Event(Event),
    /// What a command asked for, and what its key had behind it.
    Act(Act, Option<bool>),
}

impl App {
    /// A key or paste is handled now only if nothing before it still waits.
    pub(in crate::app) fn takes_keys(&self) -> bool {
        self.next.queue.is_empty() && self.next.awaited.is_none() && self.phase.takes_keys()
    }

    /// Whether keys are better not read yet: after a verdict, which is to come at once, they
    /// may be for the evaluation; and the first ones may be about the history.
    pub fn holds_keys(&self) -> bool {
        self.phase.deadline().is_some() || self.history_due().is_some()
    }

    /// Handles what came too early, until something has to wait again.
    pub(in crate::app) fn replay(&mut self) {
        for early in std::mem::take(&mut self.next.queue) {
            match early {
                _ if !self.next.queue.is_empty() || self.next.awaited.is_some() => {
                    self.next.queue.push_back(early);
                }
                Early::Event(event) => self.take(event),
                Early::Act(act, ahead) => {
                    self.keys.ahead = ahead;
                    self.perform(act);
                    self.keys.ahead = None;
                }
            }
            // The next one is for the text as it is now.
            self.refresh();
        }
    }
}
