//! The mouse in the menu.

use super::{Panel, Wanted};
use crate::event::{Mouse, MouseKind};
use crate::settings::Settings;

/// So many settings one turn of the wheel moves.
const WHEEL: isize = 3;

impl Panel {
    /// The wheel moves; a click selects, a second one takes the next value; the hints are
    /// buttons, and a click beside the menu closes it.
    pub fn mouse(&mut self, mouse: Mouse, settings: &Settings) -> Wanted {
        match mouse.kind {
            MouseKind::WheelUp => self.go(-WHEEL),
            MouseKind::WheelDown => self.go(WHEEL),
            MouseKind::Press => self.click(mouse, settings),
            MouseKind::Drag | MouseKind::Release => Wanted::Nothing,
        }
    }

    fn click(&mut self, mouse: Mouse, settings: &Settings) -> Wanted {
        let Some((column, row)) = self.regions.inside(mouse) else { return Wanted::Close };
        if let Some(key) = self.regions.hint(column, row) {
            return self.key(key, settings);
        }
        let Some(line) = self.regions.line(row) else { return Wanted::Nothing };
        self.edited = None;
        let before = self.lines.selected();
        let again = self.lines.select(line) && self.lines.selected() == before;
        if again { self.enter(settings) } else { Wanted::Nothing }
    }
}
