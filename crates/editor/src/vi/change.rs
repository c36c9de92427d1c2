//! The one way by which vi changes a text.

use std::ops::Range;

use super::mark::{Place, Shift};
use super::{Vi, line};
use crate::text::Text;

impl Vi {
    /// Replaces bytes, and lets the marks follow. Every change goes through here.
    pub(super) fn replace(&mut self, text: &mut Text, range: Range<usize>, with: &str) -> String {
        self.no_lines = false;
        if !text.has_open_changes() {
            self.begin_step(text);
        }
        if text.as_str()[range.clone()] == *with {
            text.touch(range.start);
        }
        if let Some(shift) = Shift::of(text.as_str(), range.clone(), with) {
            self.memory.follow(&shift);
        }
        let mut place = Place::of(text.as_str(), range.start);
        if range.is_empty() && with.starts_with('\n') && line::at_end(text.as_str(), range.start) {
            place = Place { row: place.row + 1, column: 0 };
        }
        self.memory.marks.put('.', place);
        text.replace(range, with)
    }
}
