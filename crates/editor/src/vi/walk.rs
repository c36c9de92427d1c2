//! A place that walks through a text, character by character and over line ends.
//!
//! A line's end is a place of its own, as it is for vi's word and sentence motions.

use unicode_width::UnicodeWidthChar;

use super::line;

/// A place in a text.
#[derive(Clone, Copy)]
pub struct Walk<'a> {
    /// The text walked through.
    pub text: &'a str,
    /// The place, in bytes.
    pub at: usize,
}

/// What a step met.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// A character of the same line.
    Character,
    /// The end of the line, or another line.
    LineEnd,
}

impl Walk<'_> {
    /// One step forward; `None` at the end of the text.
    pub fn forward(&mut self) -> Option<Met> {
        let from = line::char_at(self.text, self.at)?;
        self.at = line::next(self.text, self.at);
        Some(if from == '\n' || self.ends() { Met::LineEnd } else { Met::Character })
    }

    /// One step back; `None` at the start of the text.
    pub fn back(&mut self) -> Option<Met> {
        if self.at == 0 {
            return None;
        }
        self.at = line::prev(self.text, self.at);
        Some(if self.text[self.at..].starts_with('\n') { Met::LineEnd } else { Met::Character })
    }

    /// One step forward that does not stop at the end of a line unless the line is empty.
    pub fn forward_in(&mut self) -> Option<Met> {
        match self.forward()? {
            Met::LineEnd if self.ends() && !line::is_empty(self.text, self.at) => self.forward(),
            met => Some(met),
        }
    }

    /// One step back that does not stop at the end of a line unless the line is empty.
    pub fn back_in(&mut self) -> Option<Met> {
        match self.back()? {
            Met::LineEnd if !line::is_empty(self.text, self.at) => self.back(),
            met => Some(met),
        }
    }

    /// Whether a line ends here.
    pub fn ends(&self) -> bool {
        line::at_end(self.text, self.at)
    }

    /// The character here; `None` at a line's end.
    pub fn char(&self) -> Option<char> {
        line::char_at(self.text, self.at).filter(|c| *c != '\n')
    }

    /// Whether there is a space or a tab here.
    pub fn blank(&self) -> bool {
        line::blank_at(self.text, self.at)
    }

    /// Whether this is an empty line.
    pub fn empty_line(&self) -> bool {
        line::is_empty(self.text, self.at)
    }

    /// The class of the character here, for words or for WORDS.
    pub fn class(&self, big: bool) -> Class {
        match self.char().map_or(Class::Blank, class) {
            Class::Blank => Class::Blank,
            _ if big => Class::Word,
            class => class,
        }
    }
}

/// What a word is made of: characters of one class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Class {
    Blank,
    Punctuation,
    Word,
    Emoji,
    Script(u32),
}

/// Scripts that are written without blanks; words end where the script changes.
const SCRIPTS: &[(u32, u32)] = &[
    (0x2070, 0x207f),
    (0x2080, 0x2094),
    (0x2800, 0x28ff),
    (0x3040, 0x309f),
    (0x30a0, 0x30ff),
    (0x3300, 0x9fff),
    (0xac00, 0xd7a3),
    (0xf900, 0xfaff),
    (0x20000, 0x2fa1f),
];

/// The class of a character.
pub fn class(c: char) -> Class {
    let code = c as u32;
    if matches!(c, ' ' | '\t' | '\n' | '\0' | '\u{a0}' | '\u{3000}') || (0x2000..=0x200b).contains(&code) {
        return Class::Blank;
    }
    if let Some((first, _)) = SCRIPTS.iter().find(|(first, last)| (*first..=*last).contains(&code)) {
        // Compatibility ideographs are of the same script as the ideographs.
        return Class::Script(if *first > 0xd7a3 { 0x3300 } else { *first });
    }
    match code {
        0x80..=0xbf => Class::Punctuation,
        _ if c == '_' || c.is_alphanumeric() => Class::Word,
        0x1f000..=0x1faff => Class::Emoji,
        0xc0..=0xff => Class::Word,
        _ if c.width() == Some(0) => Class::Word,
        _ => Class::Punctuation,
    }
}
