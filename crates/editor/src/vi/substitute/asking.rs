//! The flag `c` of `:s`: each replacement is asked for.

use std::collections::VecDeque;
use std::ops::Range;

use crate::text::Text;
use crate::vi::{Outcome, Vi, code, line};

use super::matches::Edits;

/// The replacements that are still to be asked for.
#[derive(Debug, Clone)]
pub struct Asking {
    left: VecDeque<(Range<usize>, String)>,
    /// The length of the text they are places of; a text that was changed otherwise is not asked about.
    length: usize,
}

impl Vi {
    /// Asks for the first of the replacements.
    pub(super) fn ask(&mut self, edits: Edits, text: &mut Text) -> Outcome {
        self.memory.jump_from(text.as_str(), text.cursor());
        self.asking = Some(Asking { left: edits.into(), length: text.as_str().len() });
        self.ask_next(text)
    }

    /// The key that answers: `y`, `n`, `a` for all that are left, `l` for this last one, `q`.
    pub(in crate::vi) fn answer(&mut self, c: char, text: &mut Text) -> Outcome {
        self.asking = self.asking.take().filter(|asking| asking.length == text.as_str().len());
        match c {
            'y' => self.replace_asked(text),
            'n' => drop(self.asking.as_mut().and_then(|asking| asking.left.pop_front())),
            'a' => {
                while self.asking.as_ref().is_some_and(|asking| !asking.left.is_empty()) {
                    self.replace_asked(text);
                }
            }
            'l' => {
                self.replace_asked(text);
                self.asking = None;
            }
            'q' | code::ESCAPE | '\x03' => self.asking = None,
            _ => {}
        }
        self.ask_next(text)
    }

    /// Makes the replacement that is asked for; the places of those behind it move.
    fn replace_asked(&mut self, text: &mut Text) {
        let Some(asking) = &mut self.asking else { return };
        let Some((range, with)) = asking.left.pop_front() else { return };
        let (gone, grown) = (range.len(), with.len());
        asking.length = asking.length + grown - gone;
        for (later, _) in &mut asking.left {
            *later = later.start + grown - gone..later.end + grown - gone;
        }
        let end = range.start + grown;
        self.replace(text, range, &with);
        let start = line::start(text.as_str(), end.min(text.as_str().len()));
        text.set_cursor(start);
    }

    /// The cursor on what is asked for next; nothing is left when all is answered.
    fn ask_next(&mut self, text: &mut Text) -> Outcome {
        let next = self.asking.as_ref().and_then(|asking| asking.left.front());
        let Some((range, with)) = next else {
            self.asking = None;
            self.settle(text);
            return Outcome::Done;
        };
        let question = format!("replace with {with}? y(es) n(o) a(ll) l(ast) q(uit)");
        text.set_cursor(line::clamp(text.as_str(), range.start));
        Outcome::Say(question)
    }
}
