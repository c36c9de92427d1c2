//! The line being written: cells, as on a terminal's own line.

use unicode_width::UnicodeWidthChar;
use vte::{Params, Perform};

use crate::sgr::{Look, apply};
use crate::transcript::Writer;

use super::LIMIT;

/// More marks on one character than any script needs are dropped.
const MARKS: usize = 32;
/// Where the terminal's tab stops are.
const TAB: usize = 8;

/// A line that is being written, and those that are complete.
#[derive(Debug, Default)]
pub struct Line {
    cells: Vec<Cell>,
    column: usize,
    look: Look,
    done: String,
}

/// One column. The second one of a wide character holds `None`.
#[derive(Debug, Clone, Default)]
struct Cell {
    char: Option<char>,
    marks: String,
    look: Look,
}

impl Cell {
    const BLANK: Option<char> = Some(' ');
}

impl Line {
    /// Whether nothing stands in it, in no colour.
    pub fn is_fresh(&self) -> bool {
        self.cells.is_empty() && self.column == 0 && self.look == Look::default()
    }

    /// The lines completed since the last call.
    pub fn take_done(&mut self) -> String {
        std::mem::take(&mut self.done)
    }

    /// The line as text with SGR, which ends in the terminal's own style.
    pub fn to_sgr(&self) -> String {
        let mut writer = Writer::default();
        let mut link = None;
        for cell in &self.cells {
            let Some(char) = cell.char else { continue };
            if link != cell.look.link.as_deref() {
                link = cell.look.link.as_deref();
                writer.link(link);
            }
            writer.push(char.encode_utf8(&mut [0; 4]), cell.look.style);
            writer.out.push_str(&cell.marks);
        }
        if link.is_some() {
            writer.link(None);
        }
        writer.change(ratatui_core::style::Style::new());
        writer.out
    }

    fn newline(&mut self) {
        let line = self.to_sgr();
        self.done.push_str(&line);
        self.done.push('\n');
        self.cells.clear();
        self.column = 0;
    }

    fn put(&mut self, char: char, width: usize) {
        if self.column + width > LIMIT {
            self.newline();
        }
        self.reach(self.column + width);
        self.split(self.column);
        self.split(self.column + width);
        self.cells[self.column] = Cell { char: Some(char), marks: String::new(), look: self.look.clone() };
        if width == 2 {
            self.cells[self.column + 1] = Cell { char: None, marks: String::new(), look: self.look.clone() };
        }
        self.column += width;
    }

    /// Makes the line at least so many columns long.
    fn reach(&mut self, columns: usize) {
        if columns > self.cells.len() {
            self.cells.resize(columns, Cell { char: Cell::BLANK, ..Cell::default() });
        }
    }

    /// Blanks a wide character that stands across the left edge of a column.
    fn split(&mut self, column: usize) {
        if self.cells.get(column).is_some_and(|cell| cell.char.is_none()) {
            for cell in &mut self.cells[column - 1..=column] {
                cell.char = Cell::BLANK;
                cell.marks.clear();
            }
        }
    }

    fn mark(&mut self, char: char) {
        let column = self.column.min(self.cells.len());
        let cell = self.cells[..column].iter_mut().rev().find(|cell| cell.char.is_some());
        if let Some(cell) = cell.filter(|cell| cell.marks.len() < MARKS) {
            cell.marks.push(char);
        }
    }

    /// `CSI K`: 0 erases from the cursor on, 1 up to it, 2 all.
    fn erase(&mut self, what: usize) {
        let column = self.column.min(self.cells.len());
        match what {
            0 => {
                self.split(column);
                self.cells.truncate(column);
            }
            1 => {
                self.split(column + 1);
                let end = (column + 1).min(self.cells.len());
                self.cells[..end].fill(Cell { char: Cell::BLANK, ..Cell::default() });
            }
            2 => self.cells.clear(),
            _ => {}
        }
    }
}

impl Perform for Line {
    fn print(&mut self, char: char) {
        match char.width() {
            None => {}
            Some(0) => self.mark(char),
            Some(width) => self.put(char, width),
        }
    }

    fn execute(&mut self, byte: u8) {
        match byte {
            b'\n' => self.newline(),
            b'\r' => self.column = 0,
            b'\x08' => self.column = self.column.saturating_sub(1),
            b'\t' => self.column = (self.column / TAB + 1) * TAB,
            _ => {}
        }
        self.column = self.column.min(LIMIT - 1);
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], _: bool, action: char) {
        if !intermediates.is_empty() {
            return;
        }
        let number =
            params.iter().next().and_then(|param| param.first()).map_or(0, |&number| usize::from(number));
        match action {
            'm' => self.look.style = apply(self.look.style, params),
            'K' => self.erase(number),
            'J' if number == 0 => self.erase(0),
            'C' => self.column += number.max(1),
            'D' => self.column = self.column.saturating_sub(number.max(1)),
            'G' => self.column = number.max(1) - 1,
            _ => {}
        }
        self.column = self.column.min(LIMIT - 1);
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        self.look.osc(params);
    }
}
