//! A row of cells that grows to the right, and text as rows.

use ratatui_core::buffer::{Cell, CellWidth};
use ratatui_core::style::Style;

use crate::glyph::{Glyph, glyphs};
use crate::sgr::runs;

/// One row of the screen, as far as something stands in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// Whether it runs on in the next row.
    pub wrapped: bool,
}

impl Row {
    /// A row with text in it.
    pub fn of(text: &str, style: Style) -> Self {
        let mut row = Self::default();
        row.push(text, style);
        row
    }

    /// How many columns are taken.
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// Appends one glyph.
    pub fn put(&mut self, symbol: &str, width: usize, style: Style) {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(symbol).set_style(style);
        self.cells.push(cell);
        for _ in 1..width {
            let mut hidden = Cell::EMPTY;
            hidden.set_style(style);
            self.cells.push(hidden);
        }
    }

    /// Appends text of one line.
    pub fn push(&mut self, text: &str, style: Style) {
        glyphs(text, |Glyph { symbol, width, .. }| self.put(symbol, width, style));
    }

    /// Appends spaces up to a column.
    pub fn pad(&mut self, column: usize, style: Style) {
        while self.width() < column {
            self.put(" ", 1, style);
        }
    }

    /// Calls `each` for every symbol and its style.
    pub fn each(&self, mut each: impl FnMut(&str, Style)) {
        let mut hidden = 0;
        for cell in &self.cells {
            if hidden == 0 {
                each(cell.symbol(), cell.style());
                hidden = usize::from(cell.symbol().cell_width()).max(1);
            }
            hidden -= 1;
        }
    }

    /// Shortens to at most so many columns; an ellipsis stands for what is lost.
    pub fn cut(&mut self, columns: usize) {
        if self.width() <= columns {
            return;
        }
        let style = self.cells.get(columns.saturating_sub(1)).map(Cell::style).unwrap_or_default();
        self.clip(columns.saturating_sub(1));
        self.pad(columns.saturating_sub(1), style);
        if columns > 0 {
            self.put("…", 1, style);
        }
    }

    /// Drops everything from a column on, and a wide character that stands across it.
    pub fn clip(&mut self, columns: usize) {
        if columns < self.width() && columns > 0 && is_wide(&self.cells[columns - 1]) {
            self.cells[columns - 1].set_symbol(" ");
        }
        self.cells.truncate(columns);
    }

    /// Lays another row over this one, from a column on.
    pub fn cover(&mut self, column: usize, over: Self) {
        let end = (column + over.width()).min(self.width());
        // A wide character cut in half leaves its second cell, which is blank.
        let mut rest = self.cells.split_off(end);
        self.clip(column);
        self.pad(column, Style::new());
        self.cells.extend(over.cells);
        self.cells.append(&mut rest);
    }
}

fn is_wide(cell: &Cell) -> bool {
    cell.symbol().len() > 1 && cell.symbol().cell_width() > 1
}

/// Text with SGR and newlines as rows of at most `columns` cells; `base` is its style
/// where it has none of its own.
pub fn wrap(text: &str, columns: usize, base: Style) -> Vec<Row> {
    let mut rows = vec![Row::default()];
    for run in runs(text) {
        let style = base.patch(run.style);
        for (number, line) in run.text.split('\n').enumerate() {
            if number > 0 {
                rows.push(Row::default());
            }
            glyphs(line, |Glyph { symbol, width, .. }| append(&mut rows, symbol, width, columns, style));
        }
    }
    rows
}

fn append(rows: &mut Vec<Row>, symbol: &str, width: usize, columns: usize, style: Style) {
    let (symbol, width) = if width > columns { ("?", 1) } else { (symbol, width) };
    if let Some(last) = rows.last_mut()
        && last.width() + width > columns
    {
        last.wrapped = true;
        rows.push(Row::default());
    }
    if let Some(last) = rows.last_mut() {
        last.put(symbol, width, style);
    }
}
