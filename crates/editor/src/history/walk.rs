//! The walk through former inputs: one is shown in place of the unfinished one, and may be edited.

use super::History;
use crate::text::Text;

/// Which way the walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
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

    /// Shows the next text in a direction in which something is found, edits included, but none
    /// like this one. Where it was found, in bytes.
    pub fn seek(
        &mut self,
        text: &mut Text,
        direction: Direction,
        find: impl Fn(&str) -> Option<usize>,
    ) -> Option<usize> {
        let last = self.entries.len();
        let from = self.visited.unwrap_or(last);
        let found = |index: usize| {
            let other = Some(self.shown(text, index)).filter(|other| *other != text.as_str())?;
            Some((index, find(other)?))
        };
        let (index, at) = match direction {
            Direction::Older => (0..from).rev().find_map(found),
            Direction::Newer => (from + 1..=last).find_map(found),
        }?;
        self.visit(text, (index < last).then_some(index));
        Some(at)
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
}
