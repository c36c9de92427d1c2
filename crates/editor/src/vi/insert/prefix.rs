//! The keys behind `C-V`, `C-K`, `C-R` and `C-G` while inserting.

use crate::text::Text;
use crate::vi::insert::keys::INSERT;
use crate::vi::normal::put::Put;
use crate::vi::{Outcome, Vi, code, digraph, register::expression};

impl Vi {
    /// The keys behind `C-V`, `C-K`, `C-R` and `C-G`.
    pub(in crate::vi) fn prefixed(&mut self, text: &mut Text) -> Outcome {
        let keys: Vec<char> = self.pending.chars().collect();
        let rest = &keys[1..];
        let done = match keys[0] {
            '\x16' | '\x11' => digraph::literal(rest).map(|(with, left)| (with, left, true)),
            '\x0b' if rest.iter().any(|c| code::is_named(*c)) => Some((String::new(), None, false)),
            '\x0b' => {
                (rest.len() == 2).then(|| (digraph::look_up(rest[0], rest[1]).to_string(), None, false))
            }
            '\x12' => return self.insert_register(rest, text),
            _ => {
                self.pending.clear();
                return self.behind_ctrl_g(rest, text);
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

    /// `C-G u` starts a step of undo, `C-G j` and `C-G k` go to the column where inserting began.
    fn behind_ctrl_g(&mut self, rest: &[char], text: &mut Text) -> Outcome {
        match rest {
            ['u'] => text.checkpoint(),
            ['j' | '\n' | code::DOWN] => return self.go_to_first_column(true, text),
            ['k' | '\x0b' | code::UP] => return self.go_to_first_column(false, text),
            _ => {}
        }
        Outcome::Done
    }

    pub(in crate::vi) fn insert_register(&mut self, rest: &[char], text: &mut Text) -> Outcome {
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
        match (rest[0], name) {
            (_, '+' | '*') => {
                self.inserts_clipboard = true;
                Outcome::Paste
            }
            ('\x0f' | '\x10', name) => self.insert_lines(rest[0], name, text),
            ('\x12', name) => self.insert_content(Some(name), text),
            (_, '-') => self.insert_small_deletion(text),
            (_, name) => self.type_register(name),
        }
    }

    /// `C-R`: what a register holds comes as if it were typed.
    fn type_register(&mut self, name: char) -> Outcome {
        let Some(content) = self.register(Some(name)) else { return Outcome::Bell };
        for c in content.plain().chars().rev() {
            self.queue.push_front(if c == '\n' { code::ENTER } else { c });
        }
        Outcome::Done
    }

    /// `C-R -`: the dot inserts what was deleted then, so that `ciw(<C-R>-)` can be repeated.
    fn insert_small_deletion(&mut self, text: &mut Text) -> Outcome {
        let Some(content) = self.register(Some('-')) else { return Outcome::Bell };
        self.typed('\x12');
        self.typed('-');
        let at = text.cursor();
        self.replace(text, at..at, &content.text);
        text.set_cursor(at + content.text.len());
        Outcome::Done
    }

    /// `C-R C-O`: a register as `P` puts it, and the dot puts it again.
    fn insert_lines(&mut self, key: char, name: char, text: &mut Text) -> Outcome {
        let Some(content) = self.register(Some(name)) else { return Outcome::Bell };
        for c in ['\x12', key, name] {
            self.typed(c);
        }
        self.put_content(&content, Put { after: false, count: 1, move_behind: true }, text);
        Outcome::Done
    }

    /// Inserts what a register holds.
    pub(in crate::vi) fn insert_content(&mut self, name: Option<char>, text: &mut Text) -> Outcome {
        match self.register(name) {
            Some(content) => {
                self.insert_literally(&content.plain(), text);
                Outcome::Done
            }
            None => Outcome::Bell,
        }
    }
}
