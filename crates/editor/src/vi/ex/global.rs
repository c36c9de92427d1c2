//! `:g` and `:v`.

use super::Line;
use crate::text::Text;
use crate::vi::mark::{GLOBAL, Place};
use crate::vi::search::{self, Search};
use crate::vi::{Outcome, Vi, line};

impl Vi {
    /// `:g`: marks the lines first, then runs the command in those that are still there.
    pub(super) fn ex_global(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let Some(separator) = line.rest.chars().next() else { return Outcome::Say("which pattern?".into()) };
        let (pattern, command) = search::split(&line.rest[separator.len_utf8()..], separator);
        let search = match Search::typed(separator, pattern, self.memory.search.as_ref(), &self.options) {
            Ok(search) => search,
            Err(message) => return Outcome::Say(message),
        };
        let inverse = line.bang || line.name.starts_with('v');
        let (first, last) = if line.given > 0 { line.rows } else { (0, line::count(text.as_str()) - 1) };
        let rows: Vec<usize> =
            (first..=last).filter(|row| search.is_in_row(text.as_str(), *row) != inverse).collect();
        self.memory.search = Some(search);
        self.memory.jump_from(text.as_str(), text.cursor());
        if rows.is_empty() {
            return Outcome::Say("pattern not found".into());
        }
        let command = command.filter(|command| !command.is_empty()).unwrap_or("");
        self.run_in(&rows, command, text)
    }

    pub(super) fn run_in(&mut self, rows: &[usize], command: &str, text: &mut Text) -> Outcome {
        let names: Vec<char> =
            (0..rows.len()).filter_map(|i| char::from_u32(GLOBAL as u32 + i as u32)).collect();
        for (row, name) in rows.iter().zip(&names) {
            self.memory.marks.put(*name, Place { row: *row, column: 0 });
        }
        for name in &names {
            if let Some(at) = self.memory.marks.get(text.as_str(), *name) {
                self.memory.marks.remove(*name);
                text.set_cursor(at);
                if let Outcome::Say(message) = self.ex(command, text) {
                    return Outcome::Say(message);
                }
            }
        }
        Outcome::Done
    }
}
