//! Where jumps started: `C-O` and `C-I`.

use crate::vi::mark::{Place, Shift};

/// The places that jumps started from, oldest first.
#[derive(Debug, Clone, Default)]
pub struct JumpList {
    places: Vec<Place>,
    /// The place that was gone to; behind the last one after a jump.
    at: usize,
}

impl JumpList {
    /// A jump starts here.
    pub fn add(&mut self, place: Place) {
        self.places.push(place);
        self.at = self.places.len();
    }

    /// Goes so many places back, or on, from the cursor's; `None` where there is no other one.
    pub fn go(&mut self, by: isize, cursor: Place) -> Option<Place> {
        self.drop_older_of_row();
        self.at.checked_add_signed(by).filter(|at| *at < self.places.len())?;
        if self.at == self.places.len() {
            self.add(cursor);
            self.at = self.places.len() - 1;
        }
        self.at = self.at.checked_add_signed(by)?;
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

    /// Of the places in a row the last one is kept.
    fn drop_older_of_row(&mut self) {
        let all = std::mem::take(&mut self.places);
        let last_of_row = |i: &usize| all[i + 1..].iter().all(|later| later.row != all[*i].row);
        self.at = (0..self.at).filter(last_of_row).count();
        self.places = (0..all.len()).filter(last_of_row).map(|i| all[i]).collect();
    }
}
