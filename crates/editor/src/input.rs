//! What editing commands act on: the text, and what they remember from one to the next.

use std::ops::Range;

use crate::history::History;
use crate::killring::{KillRing, Side};
use crate::layout::{Layout, Wrap};
use crate::motion;
use crate::suggest::Suggestion;
use crate::text::Text;

/// The input being edited.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The text, its cursor and selection.
    pub text: Text,
    /// Killed texts.
    pub kills: KillRing,
    /// Former inputs.
    pub history: History,
    /// Ghost text.
    pub suggestion: Suggestion,
    /// Up and Down keep to entries that begin with what was typed.
    pub keep_prefix: bool,
    /// How the screen wraps the text, for motions by rows.
    pub wrap: Wrap,
    /// The selection was begun with Shift: typing replaces it, a plain motion drops it.
    pub shifted: bool,
    /// What the command before this one did.
    pub last: Last,
    /// What this command does; it becomes `last`.
    pub now: Last,
}

/// What a command did, for the one that follows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Last {
    /// Nothing that matters to the next one.
    #[default]
    Other,
    /// Typed; the character.
    Typed(char),
    /// Deleted characters without killing them.
    Deleted,
    /// Killed.
    Killed,
    /// Yanked these bytes of the text.
    Yanked(Range<usize>),
    /// Yanked a word of the input so many back into these bytes.
    YankedArgument {
        /// Where it stands.
        range: Range<usize>,
        /// 0 for the newest input.
        back: usize,
        /// Which word, when a numeric argument said so.
        nth: Option<i32>,
    },
    /// Moved up or down from this column, in cells.
    Vertical(usize),
    /// Stepped through history.
    Stepped,
    /// Wanted to leave, and the person was asked whether that is meant.
    AskedToLeave,
}

impl Input {
    /// The text as a string slice.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Where the cursor stands, in bytes.
    pub fn at(&self) -> usize {
        self.text.cursor()
    }

    /// Where each character stands on the screen.
    pub fn layout(&self) -> Layout<'_> {
        Layout::new(self.as_str(), self.wrap.columns, self.wrap.indents, self.at())
    }

    /// The end of the text?
    pub fn at_end(&self) -> bool {
        self.at() == self.as_str().len()
    }

    /// Where a motion leads that is made `count` times; the other one goes the other way.
    pub fn target(&self, count: i32, motion: motion::Motion, back: motion::Motion) -> usize {
        let motion = if count < 0 { back } else { motion };
        let mut at = self.at();
        for _ in 0..count.unsigned_abs() {
            let next = motion(self.as_str(), at);
            if next == at {
                break;
            }
            at = next;
        }
        at
    }

    /// Kills a range; a kill right after another one joins it.
    pub fn kill(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let side = if range.start < self.at() { Side::Before } else { Side::Behind };
        let killed = self.text.replace(range.clone(), "");
        self.text.set_cursor(range.start);
        if self.last == Last::Killed {
            self.kills.join(&killed, side);
        } else {
            self.kills.push(killed);
        }
        self.now = Last::Killed;
    }

    /// Deletes a range without killing it; the cursor ends up there.
    pub fn delete(&mut self, range: Range<usize>) {
        self.text.replace(range.clone(), "");
        self.text.set_cursor(range.start);
        self.now = Last::Deleted;
    }

    /// Takes the selection away and returns its range, unless it is empty.
    pub fn take_selection(&mut self) -> Option<Range<usize>> {
        let range = self.text.selection();
        self.deselect();
        range.filter(|range| !range.is_empty())
    }

    /// Drops the selection.
    pub fn deselect(&mut self) {
        self.text.set_anchor(None);
        self.shifted = false;
    }

    /// Deletes what was selected with Shift, because something is put in its place.
    pub fn make_room(&mut self) {
        let range = if self.shifted { self.take_selection() } else { None };
        self.deselect();
        if let Some(range) = range {
            self.text.replace(range.clone(), "");
            self.text.set_cursor(range.start);
        }
    }

    /// The lines that the selection or the cursor touches, as one range without its last newline.
    pub fn touched_lines(&self) -> Range<usize> {
        let range = self.text.selection().unwrap_or(self.at()..self.at());
        let ends_before = range.len() > 1 && self.as_str()[..range.end].ends_with('\n');
        let end = if ends_before { range.end - 1 } else { range.end };
        motion::line_start(self.as_str(), range.start)..motion::line_end(self.as_str(), end)
    }
}
