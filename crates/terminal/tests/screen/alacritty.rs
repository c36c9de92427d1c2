//! alacritty's terminal: it re-wraps.

use alacritty_terminal::event::VoidListener;
use alacritty_terminal::grid::Dimensions;
use alacritty_terminal::index::{Column, Line};
use alacritty_terminal::term::cell::{Cell, Flags};
use alacritty_terminal::term::test::TermSize;
use alacritty_terminal::term::{Config, Term, TermMode};
use alacritty_terminal::vte::ansi::{self, NamedColor, Processor};
use editor::event::Size;
use ratatui_core::style::Color;

use super::{Row, Screen, Shown};

pub struct Alacritty {
    term: Term<VoidListener>,
    parser: Processor,
}

impl Screen for Alacritty {
    const REFLOWS: bool = true;

    fn new(size: Size) -> Self {
        let size = TermSize::new(size.columns.into(), size.rows.into());
        Self { term: Term::new(Config::default(), &size, VoidListener), parser: Processor::new() }
    }

    fn feed(&mut self, bytes: &[u8]) {
        self.parser.advance(&mut self.term, bytes);
    }

    fn resize(&mut self, size: Size) {
        self.term.resize(TermSize::new(size.columns.into(), size.rows.into()));
    }

    fn rows(&self) -> (Vec<Row>, usize) {
        let grid = self.term.grid();
        let history = grid.history_size();
        let lines = (grid.topmost_line().0..=grid.bottommost_line().0).map(Line);
        let row = |line: Line| {
            let cells = (0..grid.columns()).map(|column| &grid[line][Column(column)]);
            let wrapped = grid[line][Column(grid.columns() - 1)].flags.contains(Flags::WRAPLINE);
            Row { cells: cells.map(shown).collect(), wrapped }
        };
        (lines.map(row).collect(), history)
    }

    fn cursor(&self) -> (u16, u16, bool) {
        let point = self.term.grid().cursor.point;
        let visible = self.term.mode().contains(TermMode::SHOW_CURSOR);
        let line = u16::try_from(point.line.0).expect("the cursor is on the screen");
        (point.column.0 as u16, line, visible)
    }
}

fn shown(cell: &Cell) -> Shown {
    if cell.flags.contains(Flags::WIDE_CHAR_SPACER) {
        return Shown::behind();
    }
    let mut symbol = String::from(cell.c);
    symbol.extend(cell.zerowidth().into_iter().flatten());
    Shown::new(&symbol, color(cell.fg), color(cell.bg), cell.flags.contains(Flags::INVERSE))
}

fn color(color: ansi::Color) -> Color {
    match color {
        ansi::Color::Named(NamedColor::Foreground | NamedColor::Background) => Color::Reset,
        ansi::Color::Named(NamedColor::Red) => Color::Red,
        ansi::Color::Named(NamedColor::Green) => Color::Green,
        ansi::Color::Named(NamedColor::Blue) => Color::Blue,
        other => panic!("{other:?} was never asked for"),
    }
}
