//! `m`, and `z` with a line to go to.

use crate::text::Text;
use crate::vi::action::Call;
use crate::vi::mark::Place;
use crate::vi::motion::place_in_row;
use crate::vi::{Outcome, Vi, line};

impl Vi {
    pub(in crate::vi) fn mark(&mut self, name: char, text: &mut Text) -> Outcome {
        if !(name.is_ascii_alphabetic() || "'`[]<>".contains(name)) {
            return Outcome::Bell;
        }
        let place = Place::of(text.as_str(), text.cursor());
        match name {
            '\'' | '`' => self.memory.jump_from(text.as_str(), text.cursor()),
            '<' | '>' => self.mark_end_of_selection(name == '<', place),
            _ => {}
        }
        self.memory.marks.set(text.as_str(), name, text.cursor());
        Outcome::Done
    }

    /// `zz` and its sisters: nothing is scrolled, but a count is a line to go to.
    pub(in crate::vi) fn scroll(to_nonblank: bool, call: &Call, text: &mut Text) -> Outcome {
        let string = text.as_str();
        let column = Place::of(string, text.cursor()).column;
        let row = call.count.map_or_else(|| line::row(string, text.cursor()), |count| count - 1);
        let row = row.min(line::count(string) - 1);
        let at = if to_nonblank { place_in_row(string, row) } else { Place { row, column }.offset(string) };
        text.set_cursor(at);
        Outcome::Done
    }
}
