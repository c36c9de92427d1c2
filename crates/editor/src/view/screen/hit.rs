//! What the mouse meets on a screen.

use super::Screen;

/// What the mouse may meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// The input: byte offset of the nearest character.
    Text(usize),
    /// The menu: index of the candidate.
    Candidate(usize),
    /// The status bar: the column.
    Status(usize),
}

impl Screen<'_> {
    /// What stands at a column and row.
    pub fn hit(&self, column: usize, row: usize) -> Option<Hit> {
        if let (Some(place), Some(menu)) = (self.popup.menu, &self.scene.floats.menu) {
            let at = row.checked_sub(self.below_cursor() + self.popup.menu_row);
            let index = at.zip(column.checked_sub(place.column));
            if let Some(index) = index.and_then(|(row, column)| place.index(column, row, menu.rows.len())) {
                return Some(Hit::Candidate(index));
            }
        }
        let line = row.saturating_sub(self.above.len());
        let last = self.draw().0.len() - 1;
        match row {
            _ if self.heights.status > 0 && row == last => Some(Hit::Status(column)),
            _ if line < self.window => {
                let row = self.top + line;
                let prompt = self.prompts.indents().of(self.layout.line_of(row));
                let offset = self.layout.offset(self.sideways.column(column, prompt), row);
                Some(Hit::Text(offset.min(self.scene.text.len())))
            }
            _ => None,
        }
    }
}

/// How many candidates stand below each other; `None` where they fill no columns.
pub fn menu_rows(screen: &Screen<'_>) -> Option<usize> {
    screen.popup.menu.filter(|place| place.across > 1).map(|place| place.rows)
}
