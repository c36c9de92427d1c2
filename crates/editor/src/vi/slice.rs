//! The part of one line that lies in a block.

use std::ops::Range;

use super::line;

/// The part of a line that lies in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The characters that lie in the block, also in part.
    pub range: Range<usize>,
    /// The columns of a character that lie before the block, as many spaces.
    pub before: usize,
    /// The columns of a character that lie behind the block, as many spaces.
    pub behind: usize,
    /// The line ends before the block does begin.
    pub short: bool,
}

impl Slice {
    /// Cuts the line that `at` is in.
    pub fn of(text: &str, at: usize, columns: &Range<usize>) -> Self {
        let end = line::end(text, at);
        let start = line::at_column(text, at, columns.start);
        if start == end {
            let short = line::columns(text, end).start < columns.start || columns.is_empty() || start == end;
            return Self { range: end..end, before: 0, behind: 0, short };
        }
        let before = columns.start - line::columns(text, start).start;
        if columns.end == usize::MAX {
            return Self { range: start..end, before, behind: 0, short: false };
        }
        let stop = line::at_column(text, at, columns.end);
        let cut = stop < end && line::columns(text, stop).start < columns.end;
        let behind = if cut { line::columns(text, stop).end - columns.end } else { 0 };
        let stop = if cut { line::next(text, stop) } else { stop };
        Self { range: start..stop, before, behind, short: false }
    }

    /// The text inside the block; characters that are cut are as many spaces.
    pub fn content(&self, text: &str) -> String {
        let mut range = self.range.clone();
        let (mut lead, mut tail) = (0, 0);
        if self.before > 0 && !range.is_empty() {
            lead = line::columns(text, range.start).len() - self.before;
            range.start = line::next(text, range.start);
        }
        if self.behind > 0 && !range.is_empty() {
            range.end = line::prev(text, range.end);
            tail = line::columns(text, range.end).len() - self.behind;
        }
        format!("{}{}{}", " ".repeat(lead), &text[range], " ".repeat(tail))
    }
}
