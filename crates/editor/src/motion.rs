//! Where a motion leads: pure functions of a text and an offset in bytes.
//!
//! Offsets in and out stand on boundaries of what a person sees as one character.

mod sentence;
mod sexp;

use unicode_segmentation::GraphemeCursor;

pub use sentence::{backward_sentence, forward_sentence};
pub use sexp::{backward_sexp, forward_sexp};

/// From a text and an offset to another offset.
pub type Motion = fn(&str, usize) -> usize;

/// Behind the next character.
pub fn forward_char(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// Before the previous character.
pub fn backward_char(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Behind the end of the next word; a word is letters and digits, as in readline.
pub fn forward_word(text: &str, at: usize) -> usize {
    let start = skip(text, at, |c| !c.is_alphanumeric());
    skip(text, start, char::is_alphanumeric)
}

/// At the start of this or the previous word.
pub fn backward_word(text: &str, at: usize) -> usize {
    let end = skip_back(text, at, |c| !c.is_alphanumeric());
    skip_back(text, end, char::is_alphanumeric)
}

/// At the start of this or the previous word, where only whitespace separates words.
pub fn backward_big_word(text: &str, at: usize) -> usize {
    let end = skip_back(text, at, char::is_whitespace);
    skip_back(text, end, |c| !c.is_whitespace())
}

/// The first offset at or behind `at` whose character is not taken.
pub fn skip(text: &str, at: usize, taken: impl Fn(char) -> bool) -> usize {
    text[at..].find(|c| !taken(c)).map_or(text.len(), |found| at + found)
}

/// The last offset at or before `at` such that the character before it is not taken.
pub fn skip_back(text: &str, at: usize, taken: impl Fn(char) -> bool) -> usize {
    text[..at].trim_end_matches(taken).len()
}

/// The start of the line.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |found| found + 1)
}

/// The end of the line, before its newline.
pub fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |found| at + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the cursor as `|` before and after.
    pub(super) fn check(before: &str, motion: Motion, after: &str) {
        let at = before.find('|').unwrap();
        let text = before.replacen('|', "", 1);
        let mut got = text.clone();
        got.insert(motion(&text, at), '|');
        assert_eq!(got, after, "from {before:?}");
    }

    #[test]
    fn characters_are_what_a_person_sees() {
        check("|e\u{301}x", forward_char, "e\u{301}|x");
        check("👩‍👩‍👧|", backward_char, "|👩‍👩‍👧");
        check("|", forward_char, "|");
        check("|a", backward_char, "|a");
    }

    #[test]
    fn words() {
        check("|one two", forward_word, "one| two");
        check("one| _two_x", forward_word, "one _two|_x");
        check("one two|", backward_word, "one |two");
        check("f(x). |", backward_word, "f(|x). ");
        check("a f(x). |", backward_big_word, "a |f(x). ");
    }
}
