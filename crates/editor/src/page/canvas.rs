//! Rows -> a frame that fills the screen.

use std::ops::Range;

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;
use ratatui_core::style::Style;

use crate::event::Size;
use crate::frame::{CursorShape, Frame};
use crate::glyph::{Glyph, glyphs};
use crate::theme::{Role, Span, Theme};
use crate::view::Row;

/// A page of these rows; those that are missing are blank, others are cut.
pub fn page(rows: Vec<Row>, size: Size, cursor: Option<(usize, usize)>) -> Frame {
    let (columns, height) = (usize::from(size.columns), usize::from(size.rows));
    let mut content = Vec::with_capacity(columns * height);
    for mut row in rows.into_iter().take(height) {
        row.clip(columns);
        row.cells.resize(columns, Cell::EMPTY);
        content.append(&mut row.cells);
    }
    content.resize(columns * height, Cell::EMPTY);
    let seen = |(column, row): (usize, usize)| {
        let column = column.min(columns.saturating_sub(1));
        (row < height && columns > 0).then_some((column as u16, row as u16))
    };
    Frame {
        cells: Buffer { area: Rect::new(0, 0, size.columns, size.rows), content },
        wrapped: vec![false; height],
        cursor: cursor.and_then(seen),
        top: 0,
        shape: CursorShape::Default,
        full: true,
    }
}

/// One line of Python, which is this part of the text.
pub fn code(text: &str, part: Range<usize>, spans: &[Span], theme: &Theme) -> Row {
    let mut row = Row::default();
    let mut next = spans.partition_point(|span| span.range.end <= part.start);
    glyphs(&text[part.clone()], |Glyph { offset, symbol, width }| {
        let at = part.start + offset;
        while spans.get(next).is_some_and(|span| span.range.end <= at) {
            next += 1;
        }
        let span = spans.get(next).filter(|span| span.range.start <= at);
        row.put(symbol, width, theme.style(span.map_or(Role::Text, |span| span.role)));
    });
    row
}

/// A rule across the page with a title in it.
pub fn rule(title: &str, columns: usize, theme: &Theme) -> Row {
    let mut row = Row::of("── ", theme.style(Role::MenuDetail));
    row.push(title, theme.style(Role::Heading));
    row.cut(columns.saturating_sub(1));
    row.push(" ", Style::new());
    while row.width() < columns {
        row.put("─", 1, theme.style(Role::MenuDetail));
    }
    row
}

/// Which of the hints that `help` shows stands at a column.
pub fn help_at(hints: &[&str], columns: usize, column: usize) -> Option<usize> {
    let mut start = 0;
    hints.iter().position(|hint| {
        let place = start..start + hint.chars().count();
        start = place.end + 2;
        place.contains(&column) && place.end <= columns
    })
}

/// The last row: what keys do, as many of them as there is room for.
pub fn help(hints: &[&str], columns: usize, theme: &Theme) -> Row {
    let mut row = Row::default();
    for hint in hints {
        let (key, does) = hint.split_once(' ').unwrap_or((hint, ""));
        if row.width() + hint.chars().count() > columns {
            break;
        }
        row.push(key, theme.style(Role::StatusBarStrong));
        row.push(&format!(" {does}  "), theme.style(Role::StatusBar));
    }
    row
}
