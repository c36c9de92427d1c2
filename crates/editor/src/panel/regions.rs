//! Where on the screen the menu stands, for the mouse.

use std::ops::Range;

use crate::event::Mouse;
use crate::glyph::width;
use crate::key::Key;

/// What the last row says, and the key that a click on it presses.
pub type Hints = &'static [(&'static str, &'static str)];

/// While all settings are listed.
pub const LISTING: Hints = &[("Enter change", "enter"), ("type to find", "/"), ("Esc close", "f2")];

/// The same, when something is to be saved.
pub const CHANGED: Hints =
    &[("Enter change", "enter"), ("/ find", "/"), ("s save", "ctrl-s"), ("Esc close", "f2")];

/// While a text or a number is filled in.
pub const EDITING: Hints = &[("Enter take", "enter"), ("Esc leave", "escape")];

/// While letters are looked for.
pub const SEARCHING: Hints = &[("Enter change", "enter"), ("^S save", "ctrl-s"), ("Esc show all", "escape")];

/// Where on the screen the menu was drawn.
#[derive(Debug, Clone, Default)]
pub struct Regions {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) rows: usize,
    pub(super) hints: Hints,
    /// The rows of the list, and the line in the first of them.
    pub(super) list: Range<usize>,
    pub(super) first: usize,
}

impl Regions {
    /// Column and row of the menu that a mouse is at; `None` beside it.
    pub fn inside(&self, mouse: Mouse) -> Option<(usize, usize)> {
        let column = usize::from(mouse.column).checked_sub(self.left)?;
        let row = usize::try_from(mouse.row).ok()?.checked_sub(self.top)?;
        (row < self.rows).then_some((column, row))
    }

    /// The line in a row of the menu.
    pub fn line(&self, row: usize) -> Option<usize> {
        self.list.contains(&row).then(|| row - self.list.start + self.first)
    }

    /// The key that stands at a place of the last row.
    pub fn hint(&self, column: usize, row: usize) -> Option<Key> {
        let mut start = 1;
        let (_, key) = self.hints.iter().filter(|_| row + 1 == self.rows).find(|(hint, _)| {
            let end = start + width(hint);
            let here = (start..end).contains(&column);
            start = end + 2;
            here
        })?;
        key.parse().ok()
    }
}
