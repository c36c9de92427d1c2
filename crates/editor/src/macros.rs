//! The keyboard macro: keys recorded and replayed.

use crate::key::Key;

/// What was recorded, and what is being recorded.
#[derive(Debug, Clone, Default)]
pub struct Macros {
    recording: Option<Vec<Key>>,
    last: Vec<Key>,
}

impl Macros {
    /// Begins to record; `false` when that goes on already.
    pub fn start(&mut self) -> bool {
        let begins = self.recording.is_none();
        self.recording.get_or_insert_default();
        begins
    }

    /// Takes note of a key, if recording.
    pub fn record(&mut self, key: Key) {
        if let Some(keys) = &mut self.recording {
            keys.push(key);
        }
    }

    /// Ends the recording; its last keys are those that ended it. `false` when there is none.
    pub fn end(&mut self, last_keys: usize) -> bool {
        let Some(mut keys) = self.recording.take() else { return false };
        keys.truncate(keys.len().saturating_sub(last_keys));
        self.last = keys;
        true
    }

    /// Gives the recording up.
    pub fn cancel(&mut self) {
        self.recording = None;
    }

    /// Is something being recorded?
    pub fn is_recording(&self) -> bool {
        self.recording.is_some()
    }

    /// The keys of the last macro.
    pub fn last(&self) -> &[Key] {
        &self.last
    }
}
