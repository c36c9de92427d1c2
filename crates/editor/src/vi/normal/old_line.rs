//! `U`: the line that was changed last, as it was before.
//!
//! Vim forgets it where lines are opened or deleted, and only there.

use crate::text::Text;
use crate::vi::command::Verb;
use crate::vi::{Outcome, Vi, line};

/// A line before the changes that were made to it one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldLine {
    row: usize,
    text: String,
    /// Where the cursor was in it, in bytes.
    column: usize,
}

impl OldLine {
    /// The line of a cursor.
    fn at(text: &str, at: usize) -> Self {
        let line = line::range(text, at);
        Self { row: line::row(text, at), column: at - line.start, text: text[line].to_owned() }
    }

    /// The only line that differs between two texts.
    fn changed(before: &str, at: usize, after: &str) -> Option<Self> {
        if line::count(before) != line::count(after) {
            return None;
        }
        let mut pairs = before.split('\n').zip(after.split('\n')).enumerate();
        let (row, (text, _)) = pairs.find(|(_, (old, new))| old != new)?;
        let old = Self::at(before, at);
        let column = if old.row == row { old.column } else { 0 };
        pairs.all(|(_, (old, new))| old == new).then(|| Self { row, text: text.to_owned(), column })
    }
}

/// Commands that leave the line that `U` restores alone.
const APART: &[&str] = &[":", "&", "g&", "u", "\x12", "U", "@"];

impl Vi {
    /// Whether `U` takes back what a command does.
    pub(in crate::vi) fn keeps_old_line(verb: &Verb) -> bool {
        match verb {
            Verb::Move(_) | Verb::Select(..) => false,
            Verb::Act(action, _) => !APART.contains(&action.keys[0]),
            Verb::Operate(..) => true,
        }
    }

    /// Lines are opened or deleted.
    pub(in crate::vi) fn forget_old_line(&mut self) {
        (self.old_line, self.opens_lines) = (None, true);
    }

    /// After a command: keeps the line if the command changed no other one.
    pub(in crate::vi) fn keep_old_line(&mut self, before: &str, at: usize, text: &Text) {
        if !std::mem::take(&mut self.opens_lines)
            && let Some(old) = OldLine::changed(before, at, text.as_str())
        {
            self.keep(old);
        }
    }

    /// Before the first character of an insertion.
    pub(in crate::vi) fn keep_line_of_insertion(&mut self, text: &Text) {
        if let Some(insertion) = self.insertion.as_mut().filter(|it| !it.line_kept) {
            insertion.line_kept = true;
            self.keep(OldLine::at(text.as_str(), text.cursor()));
        }
    }

    fn keep(&mut self, old: OldLine) {
        if self.old_line.as_ref().is_none_or(|kept| kept.row != old.row) {
            self.old_line = Some(old);
        }
    }

    /// `U`, which the next `U` takes back.
    pub(in crate::vi) fn restore_line(&mut self, text: &mut Text) -> Outcome {
        let Some(old) = self.old_line.take().filter(|old| old.row < line::count(text.as_str())) else {
            return Outcome::Bell;
        };
        let here = OldLine::at(text.as_str(), text.cursor());
        let range = line::range(text.as_str(), line::nth(text.as_str(), old.row));
        let column = if here.row == old.row { here.column } else { old.column };
        let now = text.as_str()[range.clone()].to_owned();
        let start = range.start;
        self.replace(text, range, &old.text);
        text.set_cursor(line::clamp(text.as_str(), start + old.column.min(old.text.len())));
        self.old_line = Some(OldLine { row: old.row, text: now, column });
        Outcome::Done
    }
}
