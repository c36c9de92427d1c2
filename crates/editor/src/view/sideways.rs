//! The part of long lines that is seen where lines are not wrapped: all move together, so
//! that the cursor is seen. `<` and `>` tell that there is more.

use ratatui_core::style::Style;

use crate::layout::Placed;

use super::row::Row;

/// Which columns of the input are seen. Wrapped lines are seen whole.
#[derive(Debug, Clone, Copy)]
pub struct Sideways {
    /// So many columns of each line are out of sight on the left.
    left: usize,
    /// Of the terminal.
    pub columns: usize,
    /// How the marks look.
    marks: Style,
}

impl Sideways {
    /// All that wrapped lines have.
    pub fn whole(columns: usize) -> Self {
        Self { left: 0, columns, marks: Style::new() }
    }

    /// The lines' part around a cursor in a column; it moves by half of what is seen.
    pub fn around(cursor: usize, prompt: usize, columns: usize, marks: Style) -> Self {
        let room = columns.saturating_sub(prompt).max(1);
        let (last, half) = (room.saturating_sub(2), (room / 2).max(1));
        let hidden = cursor.saturating_sub(prompt).saturating_sub(last);
        Self { left: hidden.div_ceil(half) * half, columns, marks }
    }

    /// Where a column of a line stands on the screen, behind a prompt so wide.
    pub fn seen(self, column: usize, prompt: usize) -> usize {
        if self.left == 0 { column } else { column.saturating_sub(self.left).max(prompt) }
    }

    /// Which column of a line stands in one of the screen.
    pub fn column(self, seen: usize, prompt: usize) -> usize {
        if seen < prompt { seen } else { seen + self.left }
    }

    /// Appends a glyph to the row that it stands in, as far as it is seen.
    pub fn put(self, row: &mut Row, prompt: usize, placed: &Placed<'_>, style: Style) {
        let (column, end) = (placed.column, placed.column + placed.glyph.width);
        let first = prompt + self.left + usize::from(self.left > 0);
        if column < first && self.left > 0 {
            if row.width() == prompt {
                row.put("<", 1, self.marks);
            }
            row.pad(end.saturating_sub(self.left).min(first + 1 - self.left), style);
        } else if end <= self.columns + self.left {
            row.put(placed.glyph.symbol, placed.glyph.width, style);
        } else {
            row.clip(self.columns - 1);
            row.pad(self.columns - 1, style);
            row.put(">", 1, self.marks);
        }
    }
}
