//! The keys behind `C-V`, `C-K`, `C-R` and `C-G` while inserting.

use super::insert_keys::INSERT;
use super::{Outcome, Vi, code, digraph, expression};
use crate::text::Text;

impl Vi {
    /// The keys behind `C-V`, `C-K`, `C-R` and `C-G`.
    pub(super) fn prefixed(&mut self, text: &mut Text) -> Outcome {
        let keys: Vec<char> = self.pending.chars().collect();
        let rest = &keys[1..];
        let done = match keys[0] {
            '\x16' | '\x11' => digraph::literal(rest).map(|(with, left)| (with, left, true)),
            '\x0b' => {
                (rest.len() == 2).then(|| (digraph::look_up(rest[0], rest[1]).to_string(), None, false))
            }
            '\x12' => return self.insert_register(rest, text),
            _ => {
                if rest == ['u'] {
                    text.checkpoint();
                }
                Some((String::new(), None, false))
            }
        };
        let Some((with, left, literal)) = done else { return Outcome::Pending };
        self.pending.clear();
        for c in with.chars() {
            if literal && (c.is_control() || INSERT.iter().any(|row| row.key == c)) {
                self.type_literal(c, text);
            } else {
                self.insert_literally(c.encode_utf8(&mut [0; 4]), text);
            }
        }
        left.map_or(Outcome::Done, |c| self.insert_key(c, text))
    }

    pub(super) fn insert_register(&mut self, rest: &[char], text: &mut Text) -> Outcome {
        let name = match rest {
            [] | ['\x12' | '\x0f' | '\x10'] => return Outcome::Pending,
            [.., code::ESCAPE] => '\x1b',
            ['=', expression @ .., code::ENTER] => {
                self.pending.clear();
                let expression: String = expression.iter().collect();
                return match expression::evaluate(&expression) {
                    Ok(value) => {
                        self.insert_literally(&value, text);
                        Outcome::Done
                    }
                    Err(message) => Outcome::Say(message),
                };
            }
            ['=', ..] => return Outcome::Pending,
            [.., name] => *name,
        };
        self.pending.clear();
        if matches!(name, '+' | '*') {
            self.inserts_clipboard = true;
            return Outcome::Paste;
        }
        self.insert_content(Some(name), text)
    }

    /// Inserts what a register holds.
    pub(super) fn insert_content(&mut self, name: Option<char>, text: &mut Text) -> Outcome {
        match self.register(name) {
            Some(content) => {
                self.insert_literally(&content.plain(), text);
                Outcome::Done
            }
            None => Outcome::Bell,
        }
    }
}
