//! Former inputs.
//!
//! Invariants: no two neighbours are equal; a visited entry that was edited stays
//! as edited until something is submitted, and the entries themselves never change.
//! Each entry has its origin, under the same number.

mod origin;
mod walk;

use std::collections::{BTreeMap, HashSet};

use crate::event::Entry;
use crate::text::Text;

pub use origin::{Origin, digest};
pub use walk::Direction;

/// Former inputs, and which one is shown.
#[derive(Debug, Clone, Default)]
pub struct History {
    entries: Vec<String>,
    origins: Vec<Origin>,
    loaded: bool,
    /// The entry that is shown instead of the unfinished input.
    visited: Option<usize>,
    /// What had been typed when the walk began; the walk may keep to it.
    prefix: String,
    draft: Text,
    edited: BTreeMap<usize, Text>,
}

impl History {
    /// Keeps an input, unless it is blank, begins with a space or repeats the newest one.
    /// Returns whether it was kept.
    pub fn push(&mut self, text: &str) -> bool {
        let wanted = !text.trim().is_empty() && !text.starts_with(' ');
        let kept = wanted && self.entries.last().is_none_or(|newest| newest != text);
        if kept {
            self.entries.push(text.to_owned());
            self.origins.push(Origin::default());
        }
        kept
    }

    /// Takes in what the file held (the first time) or what another session entered.
    /// Returns how many entries came in front of those that were there.
    pub fn merge(&mut self, entries: Vec<Entry>) -> usize {
        let first = !std::mem::replace(&mut self.loaded, true);
        let own = if first { self.take_all() } else { (Vec::new(), Vec::new()) };
        for entry in entries {
            if self.entries.last().is_none_or(|newest| *newest != entry.text) {
                self.origins.push(Origin::of(&entry, self.origins.last()));
                self.entries.push(entry.text);
            }
        }
        let front = if own.0.is_empty() { 0 } else { self.entries.len() };
        self.shift(front);
        self.entries.extend(own.0);
        self.origins.extend(own.1);
        front
    }

    /// The newest entry was written down, and so its origin is known.
    pub fn remembered(&mut self, entry: &Entry) {
        if let [.., before, newest] = self.origins.as_mut_slice() {
            *newest = Origin::of(entry, Some(before));
        } else if let Some(only) = self.origins.last_mut() {
            *only = Origin::of(entry, None);
        }
    }

    /// Whether the newest entry raised.
    pub fn outcome(&mut self, succeeded: bool) {
        if let Some(newest) = self.origins.last_mut() {
            newest.succeeded = Some(succeeded);
        }
    }

    /// Takes out all entries of these digests. What is shown of one becomes the unfinished input.
    pub fn forget(&mut self, digests: &HashSet<u64>) {
        let (entries, origins) = self.take_all();
        let mut numbers = Vec::with_capacity(entries.len());
        for (text, origin) in entries.into_iter().zip(origins) {
            let kept = !digests.contains(&digest(&text)) && self.entries.last() != Some(&text);
            numbers.push(kept.then_some(self.entries.len()));
            if kept {
                self.entries.push(text);
                self.origins.push(origin);
            }
        }
        self.visited = self.visited.and_then(|index| numbers[index]);
        let edited = std::mem::take(&mut self.edited).into_iter();
        self.edited = edited.filter_map(|(index, text)| Some((numbers[index]?, text))).collect();
    }

    fn take_all(&mut self) -> (Vec<String>, Vec<Origin>) {
        (std::mem::take(&mut self.entries), std::mem::take(&mut self.origins))
    }

    /// Renumbers what is known by number: so many entries came in front.
    fn shift(&mut self, by: usize) {
        self.visited = self.visited.map(|index| index + by);
        self.edited = std::mem::take(&mut self.edited).into_iter().map(|(i, text)| (i + by, text)).collect();
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// Where an entry comes from, by its number.
    pub fn origin(&self, index: usize) -> &Origin {
        &self.origins[index]
    }

    /// The last input but `back`, for `yank-last-arg`.
    pub fn nth_last(&self, back: usize) -> Option<&str> {
        let index = self.entries.len().checked_sub(back + 1)?;
        Some(&self.entries[index])
    }
}

#[cfg(test)]
mod tests;
