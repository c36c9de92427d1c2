//! The mouse in the browser.

use super::verb::{Verb, hints, verb_of_hint};
use super::{Browser, Focus};
use crate::event::{Mouse, MouseKind};
use crate::history::History;
use crate::page::PageEffect;

/// So many rows one turn of the wheel moves.
const WHEEL: isize = 3;

impl Browser {
    /// The wheel scrolls, a click selects, a double click inserts; the hints are buttons.
    pub fn mouse(&mut self, mouse: Mouse, history: &History) -> PageEffect {
        match mouse.kind {
            MouseKind::WheelUp => drop(self.step(WHEEL, history)),
            MouseKind::WheelDown => drop(self.step(-WHEEL, history)),
            MouseKind::Press => return self.click(mouse, history),
            MouseKind::Drag | MouseKind::Release => {}
        }
        PageEffect::Stay
    }

    fn click(&mut self, mouse: Mouse, history: &History) -> PageEffect {
        let row = usize::try_from(mouse.row).unwrap_or(0);
        if let Some(entry) = self.regions.list_row(row, &self.list) {
            self.focus = self.resting();
            self.select(entry);
            return if mouse.clicks > 1 { self.insert(history) } else { PageEffect::Stay };
        }
        if let Some(line) = self.regions.preview_line(row)
            && self.selected().is_some_and(|entry| line <= history.entries()[entry].matches('\n').count())
        {
            (self.focus, self.line) = (Focus::Lines, line);
            return if mouse.clicks > 1 { self.mark(0, history) } else { PageEffect::Stay };
        }
        match self.verb_at(mouse.column.into(), row) {
            Some(verb) => self.perform(verb, history),
            None => PageEffect::Stay,
        }
    }

    /// What a click on the last row is for.
    fn verb_at(&self, column: usize, row: usize) -> Option<Verb> {
        if self.asking || !self.told.is_empty() {
            return None;
        }
        let typing = self.focus == Focus::Query;
        verb_of_hint(typing, self.regions.hint(&hints(typing), column, row)?)
    }
}
