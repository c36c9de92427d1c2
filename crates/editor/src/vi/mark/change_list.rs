//! Where the text was changed: `g;` and `g,`.

use crate::vi::mark::{Place, Shift};

/// Changes in one line that are not farther apart are one place.
const NEAR: usize = 79;

/// The places of changes, oldest first.
#[derive(Debug, Clone, Default)]
pub struct ChangeList {
    places: Vec<Place>,
    /// The place that was gone to; behind the last one after a change.
    at: usize,
    /// A step of undo has begun, so that the next change may have a place of its own.
    begun: bool,
}

impl ChangeList {
    /// A step of undo begins.
    pub fn begin(&mut self) {
        self.begun = true;
    }

    /// The text was changed.
    pub fn add(&mut self, place: Place) {
        let far = |last: &Place| last.row != place.row || last.column.abs_diff(place.column) > NEAR;
        if self.places.last().is_none_or(|last| self.begun && far(last)) {
            self.begun = false;
            self.places.push(place);
        } else if let Some(last) = self.places.last_mut() {
            *last = place;
        }
        self.at = self.places.len();
    }

    /// Goes so many places on, or back; `None` where there is no other one.
    pub fn go(&mut self, by: isize) -> Option<Place> {
        let last = self.places.len().checked_sub(1)?;
        let at = self.at.saturating_add_signed(by).min(last);
        let stuck = if by < 0 { self.at == 0 } else { self.at == last };
        if at == self.at && stuck {
            return None;
        }
        self.at = at;
        self.here()
    }

    /// The place that was gone to.
    pub fn here(&self) -> Option<Place> {
        self.places.get(self.at).copied()
    }

    /// Follows a change of rows.
    pub fn follow(&mut self, shift: &Shift) {
        for place in &mut self.places {
            *place = shift.kept(*place);
        }
    }

    /// All places.
    pub fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        self.places.iter_mut()
    }
}
