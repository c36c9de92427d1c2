//! What stands below the input in a line of its own: message, search line, status bar.

use ratatui_core::style::Style;

use crate::glyph::{Glyph, glyphs, width};
use crate::theme::{Role, Theme};

use super::row::{Row, wrap};

/// A message, wrapped.
pub fn message(text: &str, columns: usize, theme: &Theme) -> Vec<Row> {
    wrap(text.trim_end(), columns, theme.style(Role::Message))
}

/// A line with a cursor of its own, scrolled so that the cursor is seen; and its column.
pub fn line(text: &str, cursor: Option<usize>, columns: usize, style: Style) -> (Row, Option<usize>) {
    let at = cursor.map(|cursor| width(&text[..text.floor_char_boundary(cursor)]));
    let skip = at.map_or(0, |at| (at + 1).saturating_sub(columns.max(1)));
    let mut row = Row::default();
    let mut column = 0;
    glyphs(text, |Glyph { symbol, width, .. }| {
        if column >= skip && row.width() + width <= columns {
            row.put(symbol, width, style);
        } else if column + width > skip && row.width() == 0 {
            row.put(" ", 1, Style::new());
        }
        column += width;
    });
    (row, at.map(|at| at - skip))
}

/// The status bar: its left half, and its right half at the edge where both have room.
pub fn status(left: &str, right: &str, columns: usize, theme: &Theme) -> Row {
    let mut row = Row::of(left, theme.style(Role::StatusBarStrong));
    row.cut(columns);
    let gap = columns.saturating_sub(row.width() + width(right));
    if gap > 1 && !right.is_empty() {
        row.pad(columns - width(right), Style::new());
        row.push(right, theme.style(Role::StatusBar));
    }
    row
}
