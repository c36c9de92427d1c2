//! How rows move when bytes are replaced.

use std::ops::Range;

use super::Place;
use crate::vi::line;

/// Which rows a replacement takes away, and how far it moves those behind them.
pub struct Shift {
    first: usize,
    removed: usize,
    added: usize,
    gone: Range<usize>,
    /// The first row that moves.
    from: usize,
    /// The row that is joined to the first one, if one is.
    joined: Option<usize>,
}

impl Shift {
    /// What stands in `range` of `text` is about to be replaced by `with`; `None` where all rows stay.
    pub fn of(text: &str, range: Range<usize>, with: &str) -> Option<Self> {
        let old = &text[range.clone()];
        let (removed, added) = (old.matches('\n').count(), with.matches('\n').count());
        if removed == added {
            return None;
        }
        let first = line::row(text, range.start);
        let at_start = line::start(text, range.start) == range.start;
        let whole = at_start && old.ends_with('\n');
        // What is deleted with the newline before it is the lines behind that newline.
        let tail = old.starts_with('\n') && line::at_end(text, range.end) && with.is_empty();
        let gone = match (whole, tail) {
            (true, _) if removed > added => first + added..first + removed,
            (_, true) => first + 1..first + 1 + removed,
            _ if removed > 0 => first + 1..first + removed,
            _ => 0..0,
        };
        // A line that is put before this one, or split off behind the cursor.
        let before = at_start && !(with.starts_with('\n') && line::at_end(text, range.end));
        let from = if removed > 0 { gone.end.max(first + 1) } else { first + usize::from(!before) };
        let joined =
            (!whole && !tail).then(|| first + removed - added.min(removed)).filter(|row| *row > first);
        Some(Self { first, removed, added, gone, from, joined })
    }

    /// The same for a change that is taken back: what is neither added nor removed as a whole is
    /// taken for another line.
    pub fn undone(text: &str, range: Range<usize>, with: &str) -> Option<Self> {
        let shift = Self::of(text, range.clone(), with)?;
        let lines = if with.is_empty() { &text[range.clone()] } else { with };
        let pure = range.is_empty() || with.is_empty();
        let whole = line::start(text, range.start) == range.start && lines.ends_with('\n');
        let opened = lines.starts_with('\n') && line::at_end(text, range.end);
        if pure && (whole || opened) {
            return Some(shift);
        }
        let gone = shift.first..shift.first + shift.removed + 1;
        Some(Self { from: gone.end, gone, joined: None, ..shift })
    }

    /// Where a row goes; `None` when its line is gone.
    pub fn row(&self, row: usize) -> Option<usize> {
        match row {
            row if self.gone.contains(&row) => None,
            row if row >= self.from => Some((row + self.added).saturating_sub(self.removed)),
            row => Some(row),
        }
    }

    /// Where a place goes that outlives its line: to the line that comes there.
    pub fn kept(&self, place: Place) -> Place {
        let here = if self.joined.is_some() { self.first } else { self.gone.start };
        let row = self.row(place.row).unwrap_or(here);
        Place { row, ..place }
    }

    /// Where a place goes that outlives its line: to the first line that is changed.
    pub fn first(&self, place: Place) -> Place {
        Place { row: self.row(place.row).unwrap_or(self.first), ..place }
    }

    /// Whether the row becomes part of the one before it.
    pub fn joins(&self, row: usize) -> bool {
        self.joined == Some(row)
    }
}
