//! The kill ring: what was killed last, and before.
//!
//! Invariant: no entry is empty.

use std::collections::VecDeque;

/// As many entries as readline keeps by default.
const CAPACITY: usize = 10;

/// Which end of the newest entry a kill that follows a kill joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Side {
    Before,
    Behind,
}

/// Killed texts; the one that `yank` takes is in front.
#[derive(Debug, Clone, Default)]
pub struct KillRing {
    entries: VecDeque<String>,
}

impl KillRing {
    /// Keeps a text as a new entry.
    pub fn push(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.entries.push_front(text);
            self.entries.truncate(CAPACITY);
        }
    }

    /// Joins a text to the newest entry.
    pub fn join(&mut self, text: &str, side: Side) {
        match (self.entries.front_mut(), side) {
            (None, _) => self.push(text),
            (Some(newest), Side::Before) => newest.insert_str(0, text),
            (Some(newest), Side::Behind) => newest.push_str(text),
        }
    }

    /// The entry that `yank` takes.
    pub fn current(&self) -> Option<&str> {
        self.entries.front().map(String::as_str)
    }

    /// Makes the entry before it the current one.
    pub fn rotate(&mut self) -> Option<&str> {
        if !self.entries.is_empty() {
            self.entries.rotate_left(1);
        }
        self.current()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kills_join_and_rotate() {
        let mut ring = KillRing::default();
        assert_eq!(ring.rotate(), None);
        ring.push("b");
        ring.join("c", Side::Behind);
        ring.join("a", Side::Before);
        ring.push("");
        ring.push("x");
        assert_eq!(ring.current(), Some("x"));
        assert_eq!(ring.rotate(), Some("abc"));
        assert_eq!(ring.rotate(), Some("x"));
    }
}
