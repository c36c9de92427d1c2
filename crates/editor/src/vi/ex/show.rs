//! `:p`, `:=` and `:let`: what tells something, or sets a register.

use super::Line;
use crate::text::Text;
use crate::vi::motion::place_in_row;
use crate::vi::register::Content;
use crate::vi::search::Search;
use crate::vi::{Outcome, Vi, line, register::expression};

impl Vi {
    /// `:p`: shows the last line, and goes there.
    pub(super) fn ex_print(range: &Line, text: &mut Text) -> Outcome {
        let at = place_in_row(text.as_str(), range.rows.1);
        text.set_cursor(at);
        Outcome::Say(text.as_str()[line::range(text.as_str(), at)].to_owned())
    }

    /// `:=`: the number of the last line, of the text or of a range.
    pub(super) fn ex_number(range: &Line, text: &Text) -> Outcome {
        let row = if range.given > 0 { range.rows.1 } else { line::count(text.as_str()) - 1 };
        Outcome::Say((row + 1).to_string())
    }

    /// `:let @a='text'`
    pub(super) fn ex_let(&mut self, range: &Line) -> Outcome {
        let only = || Outcome::Say("only registers can be set here: :let @a='text'".into());
        let Some(target) = range.rest.trim_start().strip_prefix('@') else { return only() };
        let Some((name, value)) = target.split_once('=') else { return only() };
        let name = name.trim_end().chars().next();
        let value = match expression::evaluate(value) {
            Ok(value) => value,
            Err(message) => return Outcome::Say(message),
        };
        match name {
            Some('"') => self.memory.registers.yank(None, Content::foreign(&value)),
            Some(name) if name.is_ascii_alphanumeric() => {
                self.memory.registers.write(name, Content::foreign(&value));
            }
            Some('/') => match Search::pattern(&value, &self.options) {
                Ok(search) => self.memory.search = Some(search),
                Err(message) => return Outcome::Say(message),
            },
            _ => return only(),
        }
        Outcome::Done
    }
}
