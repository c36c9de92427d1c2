//! A text or a number, typed in the menu's first row.

use super::{Panel, Wanted, value};
use crate::key::Key;
use crate::minibuffer::{Minibuffer, Typed};
use crate::settings::{Row, Settings, Value};

impl Panel {
    pub(super) fn begin_edit(&mut self, row: &Row, settings: &Settings) -> Wanted {
        let mut line = Minibuffer::new(format!("{} = ", row.name));
        line.insert(&match (row.get)(settings) {
            Value::Word(word) => word,
            value => value.to_string(),
        });
        self.edited = Some(line);
        Wanted::Nothing
    }

    /// A key while a text is edited: Enter takes it, Escape leaves it.
    pub(super) fn edit(&mut self, key: Key) -> Wanted {
        let Some(line) = &mut self.edited else { return Wanted::Nothing };
        match line.key(key) {
            Typed::Changed | Typed::Moved => Wanted::Nothing,
            Typed::Unknown => Wanted::Bell,
            Typed::Cancel => {
                self.edited = None;
                Wanted::Nothing
            }
            Typed::Done => {
                let Some(row) = self.lines.row() else { return Wanted::Bell };
                let Some(value) = value::read(row, line.as_str()) else {
                    return Wanted::Tell(format!("{}: expected {}.", row.name, row.expected));
                };
                self.edited = None;
                Wanted::Choose(row.name, value)
            }
        }
    }
}
