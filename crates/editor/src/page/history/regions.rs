//! Where on the screen the browser's parts stand, for drawing and for the mouse.

use std::ops::Range;

use crate::event::Size;
use crate::page::List;
use crate::page::canvas::help_at;

/// Which rows of the screen show what.
#[derive(Debug, Clone, Default)]
pub struct Regions {
    pub(super) preview: Range<usize>,
    pub(super) list: Range<usize>,
    /// The first line of the entry that is seen.
    pub(super) line: usize,
    columns: usize,
}

impl Regions {
    /// A page of that size: one row each for rule, query and help, most of the others for
    /// the list.
    pub fn new(size: Size) -> Self {
        let free = usize::from(size.rows).saturating_sub(3);
        let preview = (free * 2 / 5).min(12);
        Self { preview: 0..preview, list: preview + 1..free + 1, line: 0, columns: size.columns.into() }
    }

    /// Which of the hints stands at a place of the screen.
    pub fn hint(&self, hints: &[&str], column: usize, row: usize) -> Option<usize> {
        help_at(hints, self.columns, column).filter(|_| row == self.list.end + 1)
    }

    /// The row of the list that stands in a row of the screen.
    pub fn list_row(&self, row: usize, list: &List) -> Option<usize> {
        let window = list.window();
        let up = self.list.contains(&row).then(|| self.list.end - 1 - row)?;
        Some(window.start + up).filter(|row| window.contains(row))
    }

    /// The line of the entry that stands in a row of the screen.
    pub fn preview_line(&self, row: usize) -> Option<usize> {
        self.preview.contains(&row).then(|| row - self.preview.start + self.line)
    }
}
