//! The size of a selection, by which the dot and `1v` select again.

use crate::text::Text;
use crate::vi::{Mode, Vi, line};

/// The size of a selection.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    mode: Mode,
    rows: usize,
    /// Columns in the row where it ends.
    columns: usize,
    to_end: bool,
}

impl Vi {
    /// Selects so many times what was selected before, from the cursor on.
    pub(in crate::vi) fn select_times_extent(&mut self, extent: Extent, times: usize, text: &mut Text) {
        let (string, at) = (text.as_str(), text.cursor());
        let many = extent.rows > 1 || extent.mode == Mode::VisualLine;
        let rows = if many { extent.rows * times } else { 1 };
        let start = line::nth(string, (line::row(string, at) + rows - 1).min(line::count(string) - 1));
        let column = match extent.mode {
            Mode::VisualLine => line::columns(string, at).start,
            Mode::Visual if extent.rows > 1 => extent.columns - 1,
            _ => line::columns(string, at).start + extent.columns * times - 1,
        };
        let end =
            if extent.to_end { line::end(string, start) } else { line::at_column(string, start, column) };
        let end = line::clamp(string, end);
        self.mode = extent.mode;
        self.memory.want = extent.to_end.then_some(usize::MAX);
        text.set_anchor(Some(at));
        text.set_cursor(end);
    }

    pub(in crate::vi) fn extent(&self, text: &Text) -> Extent {
        let (string, cursor) = (text.as_str(), text.cursor());
        let anchor = text.anchor().unwrap_or(cursor);
        let (low, high) = (anchor.min(cursor), anchor.max(cursor));
        let rows = line::row(string, high) - line::row(string, low) + 1;
        let (a, b) = (line::columns(string, anchor), line::columns(string, cursor));
        let columns = match self.mode {
            Mode::Visual if rows > 1 => line::columns(string, high).end,
            _ => a.end.max(b.end) - a.start.min(b.start),
        };
        Extent { mode: self.mode, rows, columns, to_end: self.memory.want == Some(usize::MAX) }
    }

    /// Selects as much as was selected before, from the cursor on.
    pub(in crate::vi) fn select_extent(&mut self, extent: Extent, text: &mut Text) {
        let (string, at) = (text.as_str(), text.cursor());
        let row = line::row(string, at);
        let start = line::nth(string, (row + extent.rows - 1).min(line::count(string) - 1));
        let column = line::columns(string, at).start;
        let columns = extent.columns;
        let end = match extent.mode {
            _ if extent.to_end => line::end(string, start),
            Mode::Visual if extent.rows > 1 => line::at_column(string, start, columns - 1),
            _ => line::at_column(string, start, column + columns - 1),
        };
        // In a shorter line it takes the newline.
        let end = if extent.mode == Mode::Visual { end } else { line::clamp(string, end) };
        self.mode = extent.mode;
        self.memory.want = extent.to_end.then_some(usize::MAX);
        text.set_anchor(Some(at));
        text.set_cursor(end);
        if extent.mode == Mode::VisualBlock && !extent.to_end {
            self.memory.want = None;
        }
    }

    /// The columns of the block that the dot is applied to, also where its last line is shorter.
    pub(in crate::vi) fn repeated_width(&self) -> Option<usize> {
        let extent = self.memory.repeats.last.as_ref().filter(|_| self.repeating)?.extent?;
        (self.memory.want != Some(usize::MAX)).then_some(extent.columns)
    }
}
