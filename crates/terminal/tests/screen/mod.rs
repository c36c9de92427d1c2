//! What an emulator shows, in the same terms for all of them.

#![allow(dead_code, reason = "each test uses its own part")]

mod alacritty;
mod parser;

pub use alacritty::Alacritty;
pub use parser::Vt100;

use editor::event::Size;
use ratatui_core::buffer::{Buffer, CellWidth};
use ratatui_core::style::{Color, Modifier};

/// One cell: its symbol (none for the second cell of a wide one) and how it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub symbol: String,
    pub fg: Color,
    pub bg: Color,
    pub reversed: bool,
}

impl Shown {
    /// A cell whose invisible differences are levelled.
    pub fn new(symbol: &str, fg: Color, bg: Color, reversed: bool) -> Self {
        let symbol = if symbol.is_empty() { " " } else { symbol };
        let fg = if symbol == " " { Color::Reset } else { fg };
        Self { symbol: symbol.into(), fg, bg, reversed }
    }

    /// The second cell of a wide character.
    pub fn behind() -> Self {
        Self { symbol: String::new(), fg: Color::Reset, bg: Color::Reset, reversed: false }
    }
}

/// A row, and whether the emulator wrapped it into the next one.
#[derive(Debug, Clone)]
pub struct Row {
    pub cells: Vec<Shown>,
    pub wrapped: bool,
}

impl Row {
    pub fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.symbol.as_str()).collect()
    }
}

/// A terminal emulator.
pub trait Screen {
    /// Whether rows are re-wrapped when the width changes.
    const REFLOWS: bool;

    fn new(size: Size) -> Self;
    fn feed(&mut self, bytes: &[u8]);
    fn resize(&mut self, size: Size);
    /// History and screen, top to bottom, and how many rows of it are history.
    fn rows(&self) -> (Vec<Row>, usize);
    /// Column, row on the screen, and whether it is visible.
    fn cursor(&self) -> (u16, u16, bool);

    /// For the message of a failure.
    fn picture(&self) -> String {
        let (rows, history) = self.rows();
        let line = |(y, row): (usize, &Row)| {
            let mark = if y < history { '^' } else { '|' };
            format!("{mark}{}{}\n", row.text(), if row.wrapped { '\\' } else { '|' })
        };
        rows.iter().enumerate().map(line).collect::<String>() + &format!("cursor {:?}", self.cursor())
    }
}

/// A row of a frame as an emulator should show it.
pub fn expected(cells: &Buffer, y: u16) -> Vec<Shown> {
    let mut row = Vec::new();
    while row.len() < usize::from(cells.area.width) {
        let cell = &cells[(row.len() as u16, y)];
        let reversed = cell.modifier.contains(Modifier::REVERSED);
        row.push(Shown::new(cell.symbol(), cell.fg, cell.bg, reversed));
        row.extend((1..cell.cell_width()).map(|_| Shown::behind()));
    }
    row
}
