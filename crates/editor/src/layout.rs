//! Where each character of the input stands: soft wrapping, without drawing.
//!
//! Only the lines asked for are walked glyph by glyph. The others are counted,
//! plain ones by their length: so a long input costs no more than a short one.

mod wrap;

use std::ops::Range;

use crate::glyph::{Glyph, glyphs, is_plain, width};

pub use wrap::{Indents, Wrap};

/// An input wrapped at a width. Columns and rows count from 0.
#[derive(Debug, Clone)]
pub struct Layout<'a> {
    text: &'a str,
    columns: usize,
    indents: Indents,
    lines: Vec<Line>,
    rows: usize,
}

/// A line of the text, and the row it starts on.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    row: usize,
}

/// A glyph and where it stands.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Placed<'a> {
    pub glyph: Glyph<'a>,
    pub column: usize,
    pub row: usize,
}

impl<'a> Layout<'a> {
    /// Wraps the text at `columns` cells. The cursor, a byte offset, has a row of its
    /// own when it stands behind a line that fills its last row.
    pub fn new(text: &'a str, columns: usize, indents: Indents, cursor: usize) -> Self {
        let columns = columns.max(1);
        let mut layout = Self { text, columns, indents, lines: Vec::new(), rows: 0 };
        let mut start = 0;
        for line in text.split('\n') {
            let end = start + line.len();
            layout.lines.push(Line { start, end, row: layout.rows });
            let pen = layout.end(layout.lines.len() - 1);
            let full = pen.column == columns;
            layout.rows += pen.row + 1 + usize::from(full && cursor == end);
            start = end + 1;
        }
        layout
    }

    /// How many rows the text takes.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The width it is wrapped at.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Column and row of the character at a byte offset.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let number = self.lines.partition_point(|line| line.start <= offset).saturating_sub(1);
        let Line { start, end, row } = self.lines[number];
        if offset >= end {
            let pen = self.end(number);
            let below = self.lines.get(number + 1).map_or(self.rows, |line| line.row);
            let pen = if row + pen.row + 1 < below { pen.room(1) } else { pen };
            return (pen.column.min(self.columns - 1), row + pen.row);
        }
        let (mut found, mut last) = ((0, row), None);
        self.walk(number, |Placed { glyph, column, row }| {
            if start + glyph.offset <= offset && last != Some(glyph.offset) {
                (found, last) = ((column, row), Some(glyph.offset));
            }
        });
        found
    }

    /// Byte offset of the character at a column and row, or of the nearest one in that row.
    pub fn offset(&self, column: usize, row: usize) -> usize {
        let number = self.line_of(row);
        let Line { start, end, .. } = self.lines[number];
        let (mut found, mut edge, mut goes_on) = (end, None, false);
        self.walk(number, |placed| {
            if placed.row == row && (placed.column <= column || edge.is_none()) {
                found = start + placed.glyph.offset;
                edge = Some(placed.column + placed.glyph.width);
            }
            goes_on |= placed.row > row;
        });
        if !goes_on && edge.is_some_and(|edge| edge <= column) { end } else { found }
    }

    /// Numbers of the lines that have a row in the range.
    pub fn lines(&self, rows: Range<usize>) -> Range<usize> {
        let first = self.lines.partition_point(|line| line.row <= rows.start).saturating_sub(1);
        first..self.lines.partition_point(|line| line.row < rows.end).max(first)
    }

    /// Number of the line that has a row.
    pub fn line_of(&self, row: usize) -> usize {
        self.lines.partition_point(|line| line.row <= row).saturating_sub(1)
    }

    /// Row and byte offset where a line starts.
    pub fn start(&self, line: usize) -> (usize, usize) {
        (self.lines[line].row, self.lines[line].start)
    }

    /// Byte offset of a line's end, and the last row of its glyphs.
    pub fn end_of(&self, line: usize) -> (usize, usize) {
        (self.lines[line].end, self.lines[line].row + self.end(line).row)
    }

    /// Calls `each` for every glyph of a line; offsets count from the line's start.
    pub fn walk(&self, line: usize, mut each: impl FnMut(Placed<'a>)) {
        let Line { start, end, row } = self.lines[line];
        let mut pen = self.pen(line);
        glyphs(&self.text[start..end], |glyph| {
            let glyph =
                if glyph.width > self.columns { Glyph { symbol: "?", width: 1, ..glyph } } else { glyph };
            pen = pen.room(glyph.width);
            each(Placed { glyph, column: pen.column, row: row + pen.row });
            pen.column += glyph.width;
        });
    }

    /// Where a line ends, from its own first row; the column may be the width itself.
    fn end(&self, line: usize) -> Pen {
        let Line { start, end, row } = self.lines[line];
        let text = &self.text[start..end];
        let mut pen = self.pen(line);
        if is_plain(text) || pen.column + width(text) <= self.columns {
            let cells = pen.column + width(text);
            let row = cells.saturating_sub(1) / self.columns;
            return Pen { column: cells - row * self.columns, row, ..pen };
        }
        self.walk(line, |placed| {
            pen.column = placed.column + placed.glyph.width;
            pen.row = placed.row - row;
        });
        pen
    }

    fn pen(&self, line: usize) -> Pen {
        let column = self.indents.of(line);
        Pen { column: column.min(self.columns - 1), row: 0, columns: self.columns }
    }
}

/// Where the next glyph goes.
#[derive(Debug, Clone, Copy)]
struct Pen {
    column: usize,
    row: usize,
    columns: usize,
}

impl Pen {
    /// On the next row where this one has not so many cells left.
    fn room(self, width: usize) -> Self {
        if self.column + width <= self.columns {
            return self;
        }
        Self { column: 0, row: self.row + 1, ..self }
    }
}

#[cfg(test)]
mod tests;
