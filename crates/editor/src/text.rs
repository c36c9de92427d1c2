//! The text being edited: a string, a cursor, perhaps a selection, and its past.
//!
//! Invariant: cursor and anchor always stand on a `char` boundary inside the text,
//! and every change goes through [`Text::replace`], so undo misses nothing.

use std::ops::Range;

use crate::undo::{Change, Undo};

/// A text with a cursor. Offsets are bytes.
#[derive(Debug, Clone, Default)]
pub struct Text {
    string: String,
    cursor: usize,
    anchor: Option<usize>,
    undo: Undo,
}

impl Text {
    /// A text with the cursor at `cursor`, and no past.
    pub fn new(string: impl Into<String>, cursor: usize) -> Self {
        let mut text = Self { string: string.into(), ..Self::default() };
        text.set_cursor(cursor);
        text
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Where the next character would be typed, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Moves the cursor; an offset that is no boundary is rounded down.
    pub fn set_cursor(&mut self, offset: usize) {
        self.cursor = self.string.floor_char_boundary(offset);
    }

    /// The other end of the selection.
    pub fn anchor(&self) -> Option<usize> {
        self.anchor
    }

    /// Starts a selection at an offset, or drops it.
    pub fn set_anchor(&mut self, offset: Option<usize>) {
        self.anchor = offset.map(|offset| self.string.floor_char_boundary(offset));
    }

    /// The selected bytes, from the lower end to the upper.
    pub fn selection(&self) -> Option<Range<usize>> {
        self.anchor.map(|anchor| anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// Replaces the bytes by `with` and returns what stood there. A cursor inside
    /// or behind the range ends up behind the new text; one before it stays.
    pub fn replace(&mut self, range: Range<usize>, with: &str) -> String {
        let change = Change {
            at: range.start,
            removed: self.string[range.clone()].to_owned(),
            inserted: with.to_owned(),
            cursor: self.cursor,
        };
        self.string.replace_range(range.clone(), with);
        let moved = |offset: usize| match offset {
            before if before < range.start => before,
            inside if inside <= range.end => range.start + with.len(),
            behind => behind - range.len() + with.len(),
        };
        self.anchor = self.anchor.map(moved);
        self.cursor = moved(self.cursor);
        let removed = change.removed.clone();
        self.undo.push(change);
        removed
    }

    /// Inserts at the cursor and leaves it behind the new text.
    pub fn insert(&mut self, with: &str) {
        self.replace(self.cursor..self.cursor, with);
    }

    /// Ends a group: what follows is undone on its own.
    pub fn checkpoint(&mut self) {
        self.undo.checkpoint();
    }

    /// Makes a step of undo of a change that leaves the text as it was, as vi does.
    pub fn touch(&mut self, at: usize) {
        self.undo.touch(at, self.cursor);
    }

    /// Whether changes were made since the last checkpoint.
    pub fn has_open_changes(&self) -> bool {
        self.undo.is_open()
    }

    /// How many steps `undo` can take back, without the one that is open.
    pub fn undo_depth(&self) -> usize {
        self.undo.depth()
    }

    /// Opens the last group again: what follows is undone together with it.
    pub fn resume(&mut self) {
        self.undo.resume();
    }

    /// How many steps of undo there are, after a checkpoint.
    pub fn steps(&mut self) -> usize {
        self.undo.steps()
    }

    /// What was done since there were so many steps of undo is undone together.
    pub fn join_steps(&mut self, steps: usize) {
        self.undo.join(steps);
    }

    /// Takes back the last group; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(group) = self.undo.undo() else { return false };
        for change in group.iter().rev() {
            self.string.replace_range(change.at..change.at + change.inserted.len(), &change.removed);
            self.cursor = change.cursor;
        }
        self.anchor = None;
        true
    }

    /// Does again what was taken back last; `false` when there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(group) = self.undo.redo() else { return false };
        for change in &group {
            self.string.replace_range(change.at..change.at + change.removed.len(), &change.inserted);
            self.cursor = change.at + change.inserted.len();
        }
        self.anchor = None;
        true
    }

    /// The changes that `undo` would take back, in the order they were made.
    pub fn undo_group(&self) -> &[Change] {
        self.undo.last_group()
    }

    /// Where the cursor was before the changes that `undo` would take back, in bytes.
    pub fn change_cursor(&self) -> Option<usize> {
        self.undo.last_group().first().map(|change| change.cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_takes_back_whole_groups_and_redo_does_them_again() {
        let mut text = Text::new("", 0);
        text.insert("one");
        text.insert(" two");
        text.checkpoint();
        text.replace(0..3, "1");
        assert_eq!((text.as_str(), text.cursor()), ("1 two", 5));
        assert!(text.undo());
        assert_eq!((text.as_str(), text.cursor()), ("one two", 7));
        assert!(text.undo());
        assert_eq!((text.as_str(), text.cursor()), ("", 0));
        assert!(!text.undo());
        assert!(text.redo() && text.redo() && !text.redo());
        assert_eq!(text.as_str(), "1 two");
    }

    #[test]
    fn a_cursor_never_stands_inside_a_character() {
        let mut text = Text::new("aé", 9);
        assert_eq!(text.cursor(), 3);
        text.set_cursor(2);
        assert_eq!(text.cursor(), 1);
    }
}
