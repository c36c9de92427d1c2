//! vt100's terminal: it does not re-wrap.

use std::num::NonZero;

use editor::event::Size;
use ratatui_core::style::Color;

use super::{Row, Screen, Shown};

pub struct Vt100(vt100::Parser);

impl Screen for Vt100 {
    const REFLOWS: bool = false;

    fn new(size: Size) -> Self {
        Self(vt100::Parser::new(cells(size.rows), cells(size.columns), 10_000))
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.0.process(bytes);
    }

    fn resize(&mut self, size: Size) {
        self.0.screen_mut().set_size(cells(size.rows), cells(size.columns));
    }

    fn rows(&self) -> (Vec<Row>, usize) {
        let mut screen = self.0.screen().clone();
        screen.set_scrollback(usize::MAX);
        let history = screen.scrollback();
        let mut rows = Vec::new();
        for offset in (1..=history).rev() {
            screen.set_scrollback(offset);
            rows.push(row(&screen, 0));
        }
        screen.set_scrollback(0);
        rows.extend((0..screen.size().0.get()).map(|y| row(&screen, y)));
        (rows, history)
    }

    fn cursor(&self) -> (u16, u16, bool) {
        let (row, column) = self.0.screen().cursor_position();
        (column, row, !self.0.screen().hide_cursor())
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has cells")
}

fn row(screen: &vt100::Screen, y: u16) -> Row {
    let cell =
        |x| screen.cell(y, x).map_or_else(|| Shown::new(" ", Color::Reset, Color::Reset, false), shown);
    Row { cells: (0..screen.size().1.get()).map(cell).collect(), wrapped: screen.row_wrapped(y) }
}

fn shown(cell: &vt100::Cell) -> Shown {
    if cell.is_wide_continuation() {
        return Shown::behind();
    }
    Shown::new(cell.contents(), color(cell.fgcolor()), color(cell.bgcolor()), cell.inverse())
}

fn color(color: vt100::Color) -> Color {
    match color {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(2) => Color::Green,
        vt100::Color::Idx(4) => Color::Blue,
        other => panic!("{other:?} was never asked for"),
    }
}
