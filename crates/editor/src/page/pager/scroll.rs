//! Where the pager's window stands.

use super::Pager;
use super::styled::height;
use super::supply::Goal;
use crate::page::PageEffect;

/// A row of the text: its line, and which of the line's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spot {
    pub line: usize,
    pub row: usize,
}

impl Pager {
    /// How many rows of text are seen.
    pub(super) fn rows(&self) -> usize {
        usize::from(self.size.rows).saturating_sub(1)
    }

    fn height(&self, line: usize) -> usize {
        if self.wrap { height(self.store.line(line), self.size.columns.into()) } else { 1 }
    }

    /// Some rows further, as far as there is text.
    fn moved(&self, from: Spot, by: isize) -> Spot {
        let Spot { mut line, row } = from;
        let mut row = row.cast_signed() + by;
        while row < 0 && line > 0 {
            line -= 1;
            row += self.height(line).cast_signed();
        }
        while row > 0 && line < self.store.len() {
            let height = self.height(line).cast_signed();
            if row < height || line + 1 == self.store.len() {
                row = row.min(height - 1);
                break;
            }
            line += 1;
            row -= height;
        }
        Spot { line, row: row.max(0).cast_unsigned() }
    }

    /// The top row when the last row is seen at the bottom.
    pub(super) fn last_top(&self) -> Spot {
        let line = self.store.len().saturating_sub(1);
        let last = Spot { line, row: self.height(line).saturating_sub(1) };
        self.moved(last, 1 - self.rows().max(1).cast_signed())
    }

    /// So many rows down.
    pub(super) fn scroll(&mut self, by: isize) -> PageEffect {
        self.go(self.moved(self.top, by))
    }

    pub(super) fn go(&mut self, to: Spot) -> PageEffect {
        let before = self.top;
        self.top = to.min(self.last_top());
        if self.top == before && to != before { PageEffect::Bell } else { PageEffect::Stay }
    }

    pub(super) fn go_to_end(&mut self, goal: Goal) -> PageEffect {
        self.goal = goal;
        self.top = self.last_top();
        PageEffect::Stay
    }

    /// So many halves of the width to the right; lines are not wrapped then.
    pub(super) fn aside(&mut self, by: isize) -> PageEffect {
        if self.wrap && by > 0 {
            self.toggle_wrap();
        }
        let columns = (usize::from(self.size.columns) / 2).max(1).cast_signed();
        let before = self.left;
        self.left = self.left.saturating_add_signed(by * columns);
        if before == self.left { PageEffect::Bell } else { PageEffect::Stay }
    }

    pub(super) fn toggle_wrap(&mut self) -> PageEffect {
        self.wrap = !self.wrap;
        self.left = 0;
        self.top = Spot { row: 0, ..self.top }.min(self.last_top());
        PageEffect::Stay
    }

    /// Brings a line into sight.
    pub(super) fn show_found(&mut self, line: usize) {
        self.found = Some(line);
        let last = self.moved(self.top, self.rows().saturating_sub(1).cast_signed());
        if line < self.top.line || line > last.line {
            self.top = Spot { line, row: 0 }.min(self.last_top());
        }
    }
}
