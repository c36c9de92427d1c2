//! What to draw so that one picture becomes another.
//!
//! Rows that run on in the next one are wrapped by the terminal itself, so that it copies
//! and re-wraps them as one line. It remembers that a row was wrapped until the row's end
//! is drawn again, which is why the end of such a row and the start of the next one are
//! only ever drawn together, and a row that starts or stops running on is drawn afresh.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::style::Style;

use editor::frame::Frame;

use super::glyphs::{Glyph, PLAIN, glyphs, row, tail};
use super::pen::{Column, Pen};

/// What stands on the terminal, or is going to.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    pub cells: Buffer,
    /// For each row: whether the terminal wraps it into the next one.
    pub joined: Vec<bool>,
}

impl Picture {
    /// A frame on a terminal of that width.
    pub fn of(frame: &Frame, columns: u16) -> Self {
        let cells = frame.cells.clone();
        let runs_on = |y: u16| {
            let wrapped = frame.wrapped.get(usize::from(y)).is_some_and(|&wrapped| wrapped);
            let sure = glyphs(row(&cells, y)).last().is_some_and(|last| last.doubtful().is_none());
            wrapped && sure && cells.area.width == columns && tail(row(&cells, y + 1)).0 > 0
        };
        let joined = (0..cells.area.height).map(runs_on).collect();
        Self { cells, joined }
    }

    pub fn height(&self) -> u16 {
        self.cells.area.height
    }

    pub fn is_joined(&self, y: u16) -> bool {
        self.joined.get(usize::from(y)).is_some_and(|&joined| joined)
    }

    fn ending(&self, y: u16) -> Ending {
        let (start, style) = tail(row(&self.cells, y));
        let wide_next = || glyphs(row(&self.cells, y + 1)).next().is_some_and(|glyph| glyph.width == 2);
        let last = self.cells.area.width - 1;
        match self.is_joined(y) {
            false => Ending::Tail(start, style),
            true if start <= last && style == PLAIN && wide_next() => Ending::Gap(last),
            true => Ending::Full,
        }
    }

    /// The first row that cannot be turned into the other picture's by changing cells.
    fn keeps(&self, other: &Self) -> u16 {
        let differs = |&y: &u16| self.is_joined(y) != other.is_joined(y);
        if self.cells.area.width != other.cells.area.width {
            return 0;
        }
        let mut first = (0..self.height()).find(differs).unwrap_or(self.height());
        while first > 0 && first < self.height() && self.is_joined(first - 1) {
            first -= 1;
        }
        first
    }
}

/// How a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With blanks from this column on, of this style.
    Tail(u16, Style),
    /// With its last cell, and runs on.
    Full,
    /// With one cell (its column) too few for the wide character that it runs on with.
    Gap(u16),
}

/// Turns one picture into the other. The cursor ends up anywhere.
pub(super) fn draw(pen: &mut Pen, old: &Picture, new: &Picture) {
    let kept = old.keeps(new).min(new.height());
    if kept < old.height() {
        pen.erase_from(kept);
    }
    if new.height() > pen.bottom + 1 {
        pen.go(0, new.height() - 1);
    }
    let mut wraps = false;
    for y in 0..new.height() {
        let before = if y < kept { row(&old.cells, y) } else { &[] };
        wraps = draw_row(pen, y, before, row(&new.cells, y), new.ending(y), wraps);
    }
}

/// Draws what changed in a row; returns whether the terminal has to wrap into the next one.
fn draw_row(pen: &mut Pen, y: u16, old: &[Cell], new: &[Cell], ending: Ending, wraps: bool) -> bool {
    let columns = new.len() as u16;
    let (end, style) = match ending {
        Ending::Tail(start, style) => (start, style),
        Ending::Full => (columns, PLAIN),
        Ending::Gap(last) => (last, PLAIN),
    };
    let fresh = old.is_empty();
    let mut before = glyphs(old).peekable();
    let (mut spoilt, mut drawn_to, mut tail_changed) = (0, 0, false);
    for glyph in glyphs(new) {
        while before.next_if(|old| old.x < glyph.x).is_some() {}
        let stands = before.peek().map_or(glyph.is_blank(), |old| *old == glyph) && glyph.x >= spoilt;
        if glyph.x >= end {
            tail_changed |= !stands;
            continue;
        }
        let arrives = wraps && glyph.x == 0;
        let leaves = fresh && ending == Ending::Full && glyph.end() == columns;
        if arrives || leaves || !stands {
            pen.put(&glyph, y, arrives);
            spoilt = spoilt.max(reach(&glyph));
            drawn_to = glyph.end();
        }
    }
    if tail_changed || (fresh && matches!(ending, Ending::Gap(_))) {
        pen.erase_tail(end, y, style);
        drawn_to = columns;
    }
    drawn_to == columns && !matches!(ending, Ending::Tail(..))
}

/// The column up to which drawing a glyph may have changed cells.
fn reach(glyph: &Glyph) -> u16 {
    glyph.doubtful().map_or(0, |most| glyph.x + most)
}

/// Puts the cursor where it was asked for, or where it is harmless.
pub(super) fn park(pen: &mut Pen, cursor: Option<(u16, u16)>) {
    pen.style(PLAIN);
    match (cursor, pen.x) {
        (Some((x, y)), _) => pen.go(x, y),
        (None, Column::At(_)) => {}
        (None, _) => pen.go(0, pen.y),
    }
}
