//! What to draw so that one picture becomes another.
//!
//! Rows that run on in the next one are wrapped by the terminal itself, so that it copies
//! and re-wraps them as one line. It remembers that a row was wrapped until the row's end
//! is drawn again, which is why the end of such a row and the start of the next one are
//! only ever drawn together, and a row that starts or stops running on is drawn afresh.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::style::Style;

use crate::reflow::{Row, Rows};
use editor::frame::Frame;

use super::glyphs::{Glyph, PLAIN, glyphs, row, tail};
use super::pen::{Column, Pen};

/// What stands on the terminal, or is going to.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    pub cells: Buffer,
    /// For each row: whether the terminal wraps it into the next one.
    joined: Vec<bool>,
    pub cursor: Option<(u16, u16)>,
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
        Self { cells, joined, cursor: frame.cursor }
    }

    pub fn height(&self) -> u16 {
        self.cells.area.height
    }

    /// Whether the terminal wraps any of its rows.
    pub fn is_wrapped(&self) -> bool {
        self.joined.contains(&true)
    }

    fn is_joined(&self, y: u16) -> bool {
        self.joined.get(usize::from(y)).is_some_and(|&joined| joined)
    }

    /// What a terminal knows of it, with its cursor there.
    pub fn rows(&self, (x, y): (u16, u16)) -> Rows {
        let standing = |y| {
            let Ending { end, style, runs_on } = self.ending(y);
            let text = if runs_on { end } else { tail(row(&self.cells, y)).0 };
            let filled = if style == PLAIN { text } else { self.cells.area.width };
            let drawn = glyphs(row(&self.cells, y)).take_while(|glyph| glyph.x < filled);
            Row { widths: drawn.map(|glyph| glyph.width as u8).collect(), joined: runs_on }
        };
        let all = (0..self.height().max(y + 1)).map(standing).collect();
        Rows { columns: self.cells.area.width.into(), all, cursor: (x.into(), y.into()) }
    }

    fn ending(&self, y: u16) -> Ending {
        let (start, style) = tail(row(&self.cells, y));
        let columns = self.cells.area.width;
        let wide_next = || glyphs(row(&self.cells, y + 1)).next().is_some_and(|glyph| glyph.width == 2);
        if self.is_joined(y) {
            let gap = u16::from(start < columns && style == PLAIN && wide_next());
            return Ending { end: columns - gap, style: PLAIN, runs_on: true };
        }
        let end = match self.cursor {
            Some((x, row)) if row == y && style == PLAIN => start.max(x.min(columns)),
            _ => start,
        };
        Ending { end, style, runs_on: false }
    }

    /// Whether a row is the same in another picture that joins it to the same rows.
    fn stands(&self, other: &Self, y: u16) -> bool {
        let has_cursor = |picture: &Self| picture.cursor.is_some_and(|(_, row)| row == y);
        let same_end = || self.ending(y).end == other.ending(y).end;
        row(&self.cells, y) == row(&other.cells, y)
            && ((!has_cursor(self) && !has_cursor(other)) || same_end())
    }

    /// The wide character that had no room in this row. alacritty forgets that
    /// it had none as soon as another is drawn over it.
    fn pushed(&self, y: u16) -> Option<Glyph<'_>> {
        let gap = self.is_joined(y) && self.ending(y).end < self.cells.area.width;
        gap.then(|| glyphs(row(&self.cells, y + 1)).next()).flatten()
    }

    /// The first row that cannot be turned into the other picture's by changing cells.
    fn keeps(&self, other: &Self) -> u16 {
        let differs = |&y: &u16| self.is_joined(y) != other.is_joined(y) || self.pushed(y) != other.pushed(y);
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
struct Ending {
    /// It is drawn up to this column. Blanks before the cursor are drawn too, so that all
    /// terminals count them when they re-wrap the row. A row that runs on lacks one cell
    /// when it runs on with a wide character that has no room in it.
    end: u16,
    /// How the rest is erased.
    style: Style,
    /// Whether the terminal wraps it into the next row.
    runs_on: bool,
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
        if y < kept && !wraps && old.stands(new, y) {
            continue;
        }
        let before = if y < kept { (row(&old.cells, y), old.ending(y).end) } else { (&[][..], 0) };
        wraps = draw_row(pen, y, before, row(&new.cells, y), new.ending(y), wraps);
    }
}

/// Draws what changed in a row; returns whether the terminal has to wrap into the next one.
fn draw_row(pen: &mut Pen, y: u16, old: (&[Cell], u16), new: &[Cell], ending: Ending, wraps: bool) -> bool {
    let columns = new.len() as u16;
    let (old, old_end) = old;
    let (content, fresh) = (tail(new).0, old.is_empty());
    let mut before = glyphs(old).peekable();
    let (mut spoilt, mut drawn_to, mut rest_changed) = (0, 0, old_end > ending.end);
    for glyph in glyphs(new) {
        while before.next_if(|old| old.x < glyph.x).is_some() {}
        let same = before.peek().map_or(glyph.is_blank(), |old| *old == glyph);
        if glyph.x >= ending.end {
            rest_changed |= !same || glyph.x < spoilt;
            continue;
        }
        let arrives = wraps && glyph.x == 0;
        let stands = same && glyph.x >= spoilt && (glyph.x < old_end || glyph.x < content);
        if arrives || !stands {
            pen.put(&glyph, y, arrives);
            spoilt = spoilt.max(reach(&glyph));
            drawn_to = glyph.end();
        }
    }
    if ending.end < columns && (rest_changed || (fresh && ending.runs_on)) {
        pen.erase_tail(ending.end, y, ending.style);
        drawn_to = columns;
    }
    ending.runs_on && drawn_to == columns
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
