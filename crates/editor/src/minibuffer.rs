//! A line of its own that a person fills in: a query, a file's name.

use crate::glyph::width;
use crate::key::Key;
use crate::motion;
use crate::text::Text;

/// A label and the text behind it.
#[derive(Debug, Clone, Default)]
pub struct Minibuffer {
    label: String,
    text: Text,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// It changed the text.
    Changed,
    /// It moved the cursor, or nothing.
    Moved,
    /// Enter.
    Done,
    /// Escape, Ctrl-G, Ctrl-C.
    Cancel,
    /// It means nothing here.
    Unknown,
}

impl Minibuffer {
    /// An empty line behind a label, such as `Write to: `.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), text: Text::default() }
    }

    /// What was typed.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Label and text, and the cursor in them, as `Floats::line` wants them.
    pub fn line(&self) -> (String, Option<usize>) {
        (format!("{}{}", self.label, self.as_str()), Some(self.label.len() + self.text.cursor()))
    }

    /// Cells up to the cursor.
    pub fn column(&self) -> usize {
        width(&self.label) + width(&self.as_str()[..self.text.cursor()])
    }

    /// Inserts text at the cursor; only its first line counts.
    pub fn insert(&mut self, text: &str) -> Typed {
        self.text.insert(text.lines().next().unwrap_or_default());
        Typed::Changed
    }

    /// Emacs's keys for one line.
    pub fn key(&mut self, key: Key) -> Typed {
        let (text, at) = (self.text.as_str(), self.text.cursor());
        match key.to_string().as_str() {
            "enter" | "ctrl-j" => Typed::Done,
            "escape" | "ctrl-g" | "ctrl-c" => Typed::Cancel,
            "left" | "ctrl-b" => self.go(motion::backward_char(text, at)),
            "right" | "ctrl-f" => self.go(motion::forward_char(text, at)),
            "home" | "ctrl-a" => self.go(0),
            "end" | "ctrl-e" => self.go(text.len()),
            "backspace" | "ctrl-h" => self.delete(motion::backward_char(text, at)..at),
            "delete" | "ctrl-d" => self.delete(at..motion::forward_char(text, at)),
            "ctrl-u" => self.delete(0..at),
            "ctrl-k" => self.delete(at..text.len()),
            "ctrl-w" | "alt-backspace" => {
                let kept = text[..at].trim_end();
                self.delete(kept.rfind(char::is_whitespace).map_or(0, |blank| blank + 1)..at)
            }
            _ => match key.types() {
                Some(c) => self.insert(c.encode_utf8(&mut [0; 4])),
                None => Typed::Unknown,
            },
        }
    }

    fn go(&mut self, to: usize) -> Typed {
        self.text.set_cursor(to);
        Typed::Moved
    }

    fn delete(&mut self, range: std::ops::Range<usize>) -> Typed {
        if range.is_empty() {
            return Typed::Moved;
        }
        self.text.replace(range, "");
        Typed::Changed
    }
}

impl Typed {
    /// Whether the key was for the line.
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Changed | Self::Moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Code;

    #[track_caller]
    fn check(keys: &str, drawn: &str) {
        let mut line = Minibuffer::new("? ");
        for key in crate::key::sequence(keys).unwrap() {
            line.key(key);
        }
        let (mut text, cursor) = line.line();
        text.insert(cursor.unwrap(), '|');
        assert_eq!(text, drawn, "{keys}");
    }

    #[test]
    fn a_line_is_edited_as_a_person_expects() {
        check("a b", "? ab|");
        check("a é left left c", "? c|aé");
        check("a b left backspace", "? |b");
        check("a b home delete", "? |b");
        check("a space b c ctrl-w", "? a |");
        check("a b c left ctrl-u", "? |c");
        check("a b c home right ctrl-k", "? a|");
        check("backspace left", "? |");
    }

    #[test]
    fn keys_that_are_not_for_the_line() {
        let mut line = Minibuffer::default();
        assert_eq!(line.key(Key::plain(Code::Enter)), Typed::Done);
        assert_eq!(line.key(Key::ctrl('g')), Typed::Cancel);
        assert_eq!(line.key(Key::ctrl('r')), Typed::Unknown);
        assert_eq!(line.insert("one\ntwo"), Typed::Changed);
        assert_eq!(line.as_str(), "one");
    }
}
