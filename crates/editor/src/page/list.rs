//! Which row of a long list is selected, and which ones are seen.
//!
//! Invariant: the selected row is seen, and the window moves only as far as that needs.

use std::ops::Range;

/// A window on a list.
#[derive(Debug, Clone, Default)]
pub struct List {
    selected: usize,
    top: usize,
    length: usize,
    height: usize,
}

impl List {
    /// Number of the selected row; `None` when there are no rows.
    pub fn selected(&self) -> Option<usize> {
        (self.length > 0).then_some(self.selected)
    }

    /// How many rows are seen at a time.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The rows that are seen.
    pub fn window(&self) -> Range<usize> {
        self.top..(self.top + self.height).min(self.length)
    }

    /// There are so many rows now.
    pub fn set_length(&mut self, length: usize) {
        self.length = length;
        self.select(self.selected);
    }

    /// So many of them are seen.
    pub fn set_height(&mut self, height: usize) {
        self.height = height;
        self.select(self.selected);
    }

    /// Selects a row, or the last one.
    pub fn select(&mut self, row: usize) {
        self.selected = row.min(self.length.saturating_sub(1));
        let lowest = (self.selected + 1).saturating_sub(self.height);
        let most = self.length.saturating_sub(self.height);
        self.top = self.top.clamp(lowest, self.selected.max(lowest)).min(most.max(lowest));
    }

    /// Moves by so many rows; `false` when it is at the end already.
    pub fn step(&mut self, by: isize) -> bool {
        let before = self.selected;
        self.select(self.selected.saturating_add_signed(by));
        before != self.selected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_selected_row() {
        let mut list = List::default();
        assert_eq!(list.selected(), None);
        list.set_height(3);
        list.set_length(10);
        let mut check = |by, selected, window| {
            list.step(by);
            assert_eq!((list.selected(), list.window()), (Some(selected), window), "{by}");
        };
        check(2, 2, 0..3);
        check(1, 3, 1..4);
        check(-1, 2, 1..4);
        check(100, 9, 7..10);
        check(-100, 0, 0..3);
        list.select(9);
        list.set_length(2);
        assert_eq!((list.selected(), list.window()), (Some(1), 0..2));
        list.set_length(0);
        assert_eq!((list.selected(), list.window()), (None, 0..0));
    }
}
