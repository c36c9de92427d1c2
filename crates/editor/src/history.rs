//! Former inputs, and the walk through them.
//!
//! Invariants: no two neighbours are equal; a visited entry that was edited stays
//! as edited until something is submitted, and the entries themselves never change.
//! Each entry has its origin, under the same number.

mod origin;

use std::collections::{BTreeMap, HashSet};

use crate::event::Entry;
use crate::text::Text;

pub use origin::{Origin, digest};

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

/// Which way the walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Direction {
    Older,
    Newer,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Older => Self::Newer,
            Self::Newer => Self::Older,
        }
    }
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

    /// The number of the entry that is shown, from 0; `None` for the unfinished input.
    pub fn visited(&self) -> Option<usize> {
        self.visited
    }

    /// Shows the next entry in a direction; with `keep`, only one that begins with what
    /// had been typed before the cursor. `false` when there is none.
    pub fn step(&mut self, text: &mut Text, direction: Direction, keep: bool) -> bool {
        if self.visited.is_none() {
            self.prefix = text.as_str()[..text.cursor()].to_owned();
        }
        let wanted = |entry: &String| !keep || entry.starts_with(&self.prefix) && entry != text.as_str();
        let from = self.visited.unwrap_or(self.entries.len());
        let found = match direction {
            Direction::Older => self.entries[..from].iter().rposition(wanted),
            Direction::Newer => {
                let rest = self.entries.get(from + 1..).unwrap_or_default();
                rest.iter().position(wanted).map(|index| from + 1 + index)
            }
        };
        let moves = found.is_some() || direction == Direction::Newer && self.visited.is_some();
        if moves {
            self.visit(text, found);
        }
        moves
    }

    /// Shows an entry, or the unfinished input; what is shown now is kept.
    pub fn visit(&mut self, text: &mut Text, to: Option<usize>) {
        if to == self.visited {
            return;
        }
        let leaving = std::mem::take(text);
        match self.visited {
            None => self.draft = leaving,
            Some(index) if self.entries[index] == leaving.as_str() => {}
            Some(index) => drop(self.edited.insert(index, leaving)),
        }
        *text = match to {
            None => std::mem::take(&mut self.draft),
            Some(index) => self.edited.remove(&index).unwrap_or_else(|| {
                let entry = &self.entries[index];
                Text::new(entry.clone(), entry.len())
            }),
        };
        self.visited = to;
    }

    /// What would be shown of an entry by its number, edits included; behind the last one
    /// comes the unfinished input. `text` is what is shown now.
    pub fn shown<'a>(&'a self, text: &'a Text, index: usize) -> &'a str {
        match self.entries.get(index) {
            _ if self.visited.unwrap_or(self.entries.len()) == index => text.as_str(),
            None => self.draft.as_str(),
            Some(entry) => self.edited.get(&index).map_or(entry, Text::as_str),
        }
    }

    /// Ends the walk after a submission: edits of entries are forgotten.
    pub fn leave(&mut self) {
        self.visited = None;
        self.draft = Text::default();
        self.edited.clear();
    }

    /// The last input but `back`, for `yank-last-arg`.
    pub fn nth_last(&self, back: usize) -> Option<&str> {
        let index = self.entries.len().checked_sub(back + 1)?;
        Some(&self.entries[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(entries: &[&str]) -> History {
        let mut history = History::default();
        for entry in entries {
            history.push(entry);
        }
        history
    }

    fn entry(text: &str) -> Entry {
        Entry {
            text: text.into(),
            time: 0,
            directory: String::new(),
            session: String::new(),
            succeeded: None,
        }
    }

    #[test]
    fn what_is_not_kept() {
        let mut history = history(&["a"]);
        for refused in ["a", " b", "", "\n"] {
            assert!(!history.push(refused), "{refused:?}");
        }
        assert!(history.push("b") && history.push("a"));
        assert_eq!(history.entries(), ["a", "b", "a"]);
    }

    #[test]
    fn the_walk_keeps_the_draft_and_the_edits() {
        let mut history = history(&["one", "two"]);
        let mut text = Text::new("dra", 0);
        assert!(history.step(&mut text, Direction::Older, true));
        assert_eq!(text.as_str(), "two");
        text.insert("!");
        assert!(history.step(&mut text, Direction::Older, true));
        assert_eq!(text.as_str(), "one");
        assert!(!history.step(&mut text, Direction::Older, true));
        assert!(history.step(&mut text, Direction::Newer, true));
        assert_eq!(text.as_str(), "two!");
        assert!(history.step(&mut text, Direction::Newer, true));
        assert_eq!((text.as_str(), text.cursor()), ("dra", 0));
        assert!(!history.step(&mut text, Direction::Newer, true));
        assert_eq!(history.entries(), ["one", "two"]);
    }

    #[test]
    fn the_walk_keeps_to_the_prefix() {
        let mut history = history(&["import a", "x", "import b", "y"]);
        let mut text = Text::new("import", 6);
        let mut seen = Vec::new();
        while history.step(&mut text, Direction::Older, true) {
            seen.push(text.as_str().to_owned());
        }
        assert_eq!(seen, ["import b", "import a"]);
    }

    #[test]
    fn the_file_comes_before_what_was_entered_meanwhile() {
        let mut history = history(&["new"]);
        let mut text = Text::default();
        history.step(&mut text, Direction::Older, false);
        history.merge(vec![entry("a"), entry("a"), entry("b")]);
        assert_eq!(history.entries(), ["a", "b", "new"]);
        assert!(history.step(&mut text, Direction::Older, false));
        assert_eq!(text.as_str(), "b");
        history.merge(vec![entry("elsewhere")]);
        assert_eq!(history.entries().last().unwrap(), "elsewhere");
    }

    #[test]
    fn an_entry_knows_where_it_comes_from() {
        let mut history = history(&["new"]);
        history.remembered(&Entry { time: 7, session: "own".into(), ..entry("new") });
        history.outcome(false);
        assert_eq!(history.merge(vec![Entry { time: 3, ..entry("old") }]), 1);
        let told: Vec<_> =
            (0..2).map(|index| (history.origin(index).time, history.origin(index).succeeded)).collect();
        assert_eq!((told, &*history.origin(1).session), (vec![(3, None), (7, Some(false))], "own"));
    }

    #[test]
    fn what_is_forgotten_is_gone_wherever_it_stands() {
        let mut history = history(&["a", "secret", "a", "b", "secret"]);
        let mut text = Text::default();
        history.step(&mut text, Direction::Older, false);
        history.step(&mut text, Direction::Older, false);
        text.insert("!");
        history.step(&mut text, Direction::Newer, false);
        history.forget(&HashSet::from([digest("secret")]));
        assert_eq!((history.entries(), history.visited()), (&["a".to_owned(), "b".to_owned()][..], None));
        assert_eq!(text.as_str(), "secret");
        assert!(history.step(&mut text, Direction::Older, false));
        assert_eq!(text.as_str(), "b!");
    }
}
