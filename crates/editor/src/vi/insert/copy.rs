//! `C-E`, `C-Y`, `C-A` and `C-@`: what is above or below, or was inserted last, once more.

use crate::text::Text;
use crate::vi::{Outcome, Vi, line};

impl Vi {
    pub(in crate::vi) fn copy_below(&mut self, text: &mut Text) -> Outcome {
        self.copy_from(line::below(text.as_str(), text.cursor()), text)
    }

    pub(in crate::vi) fn copy_above(&mut self, text: &mut Text) -> Outcome {
        self.copy_from(line::above(text.as_str(), text.cursor()), text)
    }

    pub(in crate::vi) fn copy_from(&mut self, start: Option<usize>, text: &mut Text) -> Outcome {
        let Some(start) = start else { return Outcome::Bell };
        let column = line::columns(text.as_str(), text.cursor()).start;
        let at = line::at_column(text.as_str(), start, column);
        match line::char_at(text.as_str(), at).filter(|c| *c != '\n') {
            Some(c) => {
                // What is repeated is the character, not the copying.
                self.insert_literally(c.encode_utf8(&mut [0; 4]), text);
                Outcome::Done
            }
            None => Outcome::Bell,
        }
    }

    pub(in crate::vi) fn insert_again(&mut self, text: &mut Text) -> Outcome {
        let inserted = self.memory.inserted.clone();
        for c in inserted.chars() {
            self.insert_key(c, text);
        }
        Outcome::Done
    }

    pub(in crate::vi) fn insert_again_and_leave(&mut self, text: &mut Text) -> Outcome {
        self.insert_again(text);
        self.end_insertion(text)
    }
}
