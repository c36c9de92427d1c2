//! Where the terminal's cursor is and what it draws with, and the cheapest way to change it.
//!
//! Invariant: motion is relative, rows count from the top of the live region, and a row is
//! only ever made by CR LF in the plain style, so that what scrolls in is blank.

use std::fmt::Write;

use editor::sgr;
use ratatui_core::style::Style;

use super::glyphs::{Glyph, PLAIN};

/// The column of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    At(u16),
    /// Behind the last column: the next glyph wraps.
    Edge,
    /// Nobody knows, because the width of what was drawn is in doubt.
    Unsure,
}

/// Erases the cursor's row, from its start, and all rows below. Not in one go, because tmux
/// takes that for clearing the screen when it is the first row, and keeps it in its history.
pub(super) const ERASE: &str = "\x1b[K\x1b[C\x1b[J\r";

/// Collects bytes; knows what they do.
#[derive(Debug)]
pub(super) struct Pen {
    pub out: String,
    pub x: Column,
    pub y: u16,
    /// The last row that exists below the top of the live region.
    pub bottom: u16,
    /// Whether other rows than the first one were visited.
    pub travelled: bool,
    columns: u16,
    style: Style,
}

impl Pen {
    pub fn new(columns: u16, x: Column, y: u16, bottom: u16) -> Self {
        Self { out: String::new(), x, y, bottom, travelled: false, columns, style: PLAIN }
    }

    /// Moves to a cell; rows below the last one are made.
    pub fn go(&mut self, x: u16, y: u16) {
        self.travelled |= y != self.y;
        let down = y.min(self.bottom).saturating_sub(self.y);
        self.csi(down, 'B');
        self.csi(self.y.saturating_sub(y), 'A');
        self.y = self.y.min(y) + down;
        if y > self.bottom {
            self.style(PLAIN);
            self.out.extend(std::iter::repeat_n("\r\n", (y - self.bottom).into()));
            (self.x, self.y, self.bottom) = (Column::At(0), y, y);
        }
        match self.x {
            Column::At(from) if from <= x => self.csi(x - from, 'C'),
            _ => {
                self.out.push('\r');
                self.csi(x, 'C');
            }
        }
        self.x = Column::At(x);
    }

    fn csi(&mut self, count: u16, motion: char) {
        let _ = match count {
            0 => Ok(()),
            1 => write!(self.out, "\x1b[{motion}"),
            _ => write!(self.out, "\x1b[{count}{motion}"),
        };
    }

    pub fn style(&mut self, style: Style) {
        sgr::change(self.style, style, &mut self.out);
        self.style = style;
    }

    /// Draws a glyph in its column of row `y`. With `wraps`, the cursor is at the end of
    /// the row above, and the terminal's own wrapping brings it here.
    pub fn put(&mut self, glyph: &Glyph, y: u16, wraps: bool) {
        if wraps {
            (self.x, self.y) = (Column::At(0), y);
        } else {
            self.go(glyph.x, y);
        }
        if let Some(most) = glyph.doubtful() {
            return self.put_doubtful(glyph, most);
        }
        self.style(glyph.style);
        self.out.push_str(glyph.symbol);
        self.x = if glyph.end() == self.columns { Column::Edge } else { Column::At(glyph.end()) };
    }

    /// Blanks its cells first, should the terminal think it narrower; lets nothing wrap,
    /// should it think it wider.
    fn put_doubtful(&mut self, glyph: &Glyph, most: u16) {
        self.style(glyph.style);
        self.out.extend(std::iter::repeat_n(' ', glyph.width.into()));
        self.x = Column::Unsure;
        self.go(glyph.x, self.y);
        let crosses = glyph.x + most > self.columns;
        self.out.push_str(if crosses { "\x1b[?7l" } else { "" });
        self.out.push_str(glyph.symbol);
        self.out.push_str(if crosses { "\x1b[?7h" } else { "" });
        self.x = Column::Unsure;
    }

    /// Erases from a cell to the end of its row.
    pub fn erase_tail(&mut self, x: u16, y: u16, style: Style) {
        self.go(x, y);
        self.style(style);
        self.out.push_str("\x1b[K");
    }

    /// Erases row `y` and all below it; the cursor is at its start.
    pub fn erase_from(&mut self, y: u16) {
        self.go(0, y);
        self.style(PLAIN);
        self.out.push_str(ERASE);
    }

    /// Moves a live region of some height down by so many rows that it still fits the
    /// screen; the cursor is at the start of the first one. Rows are made below, where
    /// the terminal would otherwise lose some.
    pub fn insert(&mut self, rows: u16, height: u16) {
        self.go(0, height - 1 + rows);
        self.go(0, 0);
        self.csi(rows, 'L');
        self.bottom -= rows;
    }

    /// The live region starts here, at the start of a row with nothing known below it.
    pub fn restart(&mut self) {
        (self.x, self.y, self.bottom) = (Column::At(0), 0, 0);
    }

    pub fn columns(&self) -> u16 {
        self.columns
    }
}
