//! What Backspace, `C-W` and `C-U` remove while inserting.

use crate::text::Text;
use crate::vi::walk::{Class, Walk};
use crate::vi::{Mode, Outcome, Vi, line};

impl Vi {
    /// How far back a key may remove in the line.
    pub(in crate::vi) fn limit(&self, text: &Text) -> usize {
        let start = line::start(text.as_str(), text.cursor());
        match &self.insertion {
            Some(insertion) if !self.options.free_backspace && insertion.start <= text.cursor() => {
                start.max(insertion.start)
            }
            _ => start,
        }
    }

    pub(in crate::vi) fn remove_back_to(&mut self, from: usize, text: &mut Text) -> Outcome {
        let at = text.cursor();
        if from >= at {
            return Outcome::Bell;
        }
        self.replace(text, from..at, "");
        if let Some(insertion) = &mut self.insertion {
            insertion.start = insertion.start.min(from);
        }
        Outcome::Done
    }

    pub(in crate::vi) fn backspace(&mut self, text: &mut Text) -> Outcome {
        if self.mode == Mode::Replace {
            return self.restore(text);
        }
        let at = text.cursor();
        if at > self.limit(text) {
            return self.remove_back_to(line::prev(text.as_str(), at), text);
        }
        if self.options.free_backspace && at > 0 {
            return self.remove_back_to(at - 1, text);
        }
        Outcome::Bell
    }

    /// Backspace in replace mode: what was there comes back.
    pub(in crate::vi) fn restore(&mut self, text: &mut Text) -> Outcome {
        let at = text.cursor();
        if at == line::start(text.as_str(), at) {
            return Outcome::Bell;
        }
        let before = line::prev(text.as_str(), at);
        match self.insertion.as_mut().and_then(|it| it.replaced.pop()) {
            Some(old) => drop(self.replace(text, before..at, &old.unwrap_or_default())),
            None if self.options.free_backspace => {}
            None => return Outcome::Bell,
        }
        text.set_cursor(before);
        Outcome::Done
    }

    pub(in crate::vi) fn backspace_word(&mut self, text: &mut Text) -> Outcome {
        let limit = self.limit(text);
        let mut walk = Walk { text: text.as_str(), at: text.cursor() };
        let before = |walk: &Walk| {
            let mut before = *walk;
            before.back();
            before.class(false)
        };
        while walk.at > limit && before(&walk) == Class::Blank {
            walk.back();
        }
        let class = before(&walk);
        while walk.at > limit && before(&walk) == class {
            walk.back();
        }
        let at = walk.at;
        self.remove_far(at, text)
    }

    pub(in crate::vi) fn backspace_line(&mut self, text: &mut Text) -> Outcome {
        let limit = self.limit(text);
        let indent = line::indent(text.as_str(), text.cursor());
        let keeps = self.options.auto_indent && limit < indent && indent < text.cursor();
        let at = if keeps { indent } else { limit };
        self.remove_far(at, text)
    }

    /// Removes back to a place; in replace mode character by character, restoring.
    pub(in crate::vi) fn remove_far(&mut self, at: usize, text: &mut Text) -> Outcome {
        if self.mode != Mode::Replace {
            return self.remove_back_to(at, text);
        }
        let mut outcome = Outcome::Bell;
        while text.cursor() > at && self.restore(text) == Outcome::Done {
            outcome = Outcome::Done;
        }
        outcome
    }
}
