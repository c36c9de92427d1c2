//! The line typed after `:`, `/` and `?`.

use super::register::Content;
use super::walk::{Class, class};
use super::{Outcome, Vi, code, digraph, register::expression};
use crate::text::Text;

/// A line being typed.
#[derive(Debug, Clone)]
pub struct CommandLine {
    /// `:`, `/` or `?`.
    pub prompt: char,
    /// What was typed.
    pub text: String,
    /// Where the next character goes, in bytes.
    pub cursor: usize,
    /// Keys of an unfinished `C-V`, `C-K` or `C-R`.
    prefix: String,
    /// How far back in the older lines.
    back: usize,
}

impl CommandLine {
    /// A line that begins with some text.
    pub fn new(prompt: char, text: String) -> Self {
        Self { prompt, cursor: text.len(), text, prefix: String::new(), back: 0 }
    }

    fn insert(&mut self, with: &str) {
        self.text.insert_str(self.cursor, with);
        self.cursor += with.len();
    }

    fn remove_back_to(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].char_indices().next_back().map_or(0, |(i, _)| i)
    }

    fn word_start(&self) -> usize {
        let trimmed = self.text[..self.cursor].trim_end();
        let Some(kind) = trimmed.chars().next_back().map(class) else { return 0 };
        let same = |c: char| class(c) == kind && kind != Class::Blank;
        trimmed.trim_end_matches(same).len()
    }

    fn behind(&self) -> usize {
        self.text[self.cursor..].chars().next().map_or(self.cursor, |c| self.cursor + c.len_utf8())
    }
}

impl Vi {
    /// What a command line begins with: a count as a range, the selection.
    pub(super) fn line_preset(&self, prompt: char) -> String {
        let typed = self.pending.trim_end_matches(prompt);
        match typed.parse::<usize>() {
            _ if prompt != ':' => String::new(),
            _ if self.mode.is_visual() => "'<,'>".into(),
            Ok(0 | 1) => ".".into(),
            Ok(n) => format!(".,.+{}", n - 1),
            Err(_) => String::new(),
        }
    }

    /// One key of a command line.
    pub(super) fn line_key(&mut self, c: char, text: &mut Text) -> Outcome {
        let Some(line) = &mut self.line else { return Outcome::Done };
        if !line.prefix.is_empty() {
            line.prefix.push(c);
            return self.line_prefixed(text);
        }
        match c {
            code::ENTER | '\n' => return self.finish_line(text),
            code::ESCAPE | '\x03' => return self.abort_line(text),
            code::BACKSPACE | '\x08' if line.text.is_empty() => return self.abort_line(text),
            code::BACKSPACE | '\x08' => line.remove_back_to(line.before()),
            '\x17' => line.remove_back_to(line.word_start()),
            '\x15' => line.remove_back_to(0),
            code::LEFT => line.cursor = line.before(),
            code::RIGHT => line.cursor = line.behind(),
            code::HOME | '\x01' | '\x02' => line.cursor = 0,
            code::END | '\x05' => line.cursor = line.text.len(),
            code::DELETE => drop(line.text.drain(line.cursor..line.behind())),
            code::UP | '\x10' => self.older_line(true),
            code::DOWN | '\x0e' => self.older_line(false),
            '\x16' | '\x11' | '\x0b' | '\x12' => line.prefix.push(c),
            c if c.is_control() || c == code::INSERT => return Outcome::Bell,
            c => line.insert(c.encode_utf8(&mut [0; 4])),
        }
        Outcome::Pending
    }

    fn line_prefixed(&mut self, text: &mut Text) -> Outcome {
        let Some(line) = &mut self.line else { return Outcome::Done };
        let keys: Vec<char> = line.prefix.chars().collect();
        let (with, left) = match (keys[0], &keys[1..]) {
            ('\x0b', [first, second]) => (digraph::look_up(*first, *second).to_string(), None),
            ('\x0b', _) => return Outcome::Pending,
            ('\x12', ['\x17']) => (word_under(text), None),
            ('\x12', [name]) => {
                let name = Some(*name);
                let content = self.register(name).map(|content| content.plain().replace('\n', "\r"));
                (content.unwrap_or_default(), None)
            }
            (_, rest) => match digraph::literal(rest) {
                Some(done) => done,
                None => return Outcome::Pending,
            },
        };
        if let Some(line) = &mut self.line {
            line.prefix.clear();
            line.insert(&with);
        }
        left.map_or(Outcome::Pending, |c| self.line_key(c, text))
    }

    fn older_line(&mut self, older: bool) {
        let Some(line) = &mut self.line else { return };
        let lines: Vec<&String> = self
            .memory
            .lines
            .iter()
            .filter(|(prompt, _)| *prompt == line.prompt)
            .map(|(_, line)| line)
            .collect();
        let back = if older { line.back + 1 } else { line.back.saturating_sub(1) };
        if back > lines.len() {
            return;
        }
        line.back = back;
        line.text = if back == 0 { String::new() } else { lines[lines.len() - back].clone() };
        line.cursor = line.text.len();
    }

    fn abort_line(&mut self, text: &mut Text) -> Outcome {
        self.line = None;
        self.pending.clear();
        self.after_command(Outcome::Done, text)
    }

    /// The `=` register gets the value, and the command goes on.
    fn finish_expression(&mut self, source: &str, text: &mut Text) -> Outcome {
        match expression::evaluate(source) {
            Ok(value) => {
                self.memory.registers.set('=', Content::chars(value));
                self.pending.push('=');
                self.try_pending(None, text)
            }
            Err(message) => {
                self.pending.clear();
                self.after_command(Outcome::Say(message), text)
            }
        }
    }

    fn finish_line(&mut self, text: &mut Text) -> Outcome {
        let Some(line) = self.line.take() else { return Outcome::Done };
        if !line.text.is_empty() {
            self.memory.lines.retain(|(prompt, old)| (*prompt, old) != (line.prompt, &line.text));
            self.memory.lines.push((line.prompt, line.text.clone()));
        }
        if line.prompt == '=' {
            return self.finish_expression(&line.text, text);
        }
        self.try_pending(Some(&line.text), text)
    }
}

fn word_under(text: &Text) -> String {
    super::search::word_at(text.as_str(), text.cursor()).unwrap_or_default()
}
