//! `:undo`, `:earlier` and `:later`: through the changes.

use super::Line;
use crate::text::Text;
use crate::vi::{Outcome, Vi};

impl Vi {
    /// `:undo` undoes one change; `:undo N` goes to the text after the first N ones.
    pub(super) fn ex_undo(&mut self, line: &Line, text: &mut Text) -> Outcome {
        if let Some(outcome) = line.alone() {
            return outcome;
        }
        let (wanted, now) = (line.rest.trim().parse::<usize>(), text.undo_depth());
        match wanted {
            Err(_) => self.undo(1, text),
            Ok(wanted) if wanted < now => self.undo(now - wanted, text),
            Ok(wanted) if wanted > now => self.redo(wanted - now, text),
            Ok(_) => Outcome::Done,
        }
    }

    /// `:earlier N` and `:later N`, by numbers of changes.
    pub(super) fn ex_in_time(&mut self, line: &Line, later: bool, text: &mut Text) -> Outcome {
        let count = match line.rest.trim() {
            "" => Ok(1),
            count => count.parse::<usize>(),
        };
        match count {
            Ok(count) if later => self.redo(count, text),
            Ok(count) => self.undo(count, text),
            Err(_) => Outcome::Say("only a number of changes can be given here".into()),
        }
    }
}
