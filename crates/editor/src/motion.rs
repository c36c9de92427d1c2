//! Where a motion leads: pure functions of a text and an offset in bytes.
//!
//! Offsets in and out stand on boundaries of what a person sees as one character.

use unicode_segmentation::GraphemeCursor;

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

/// The first character of the line that is no blank.
pub fn line_indent(text: &str, at: usize) -> usize {
    skip(text, line_start(text, at), |c| c == ' ' || c == '\t').min(line_end(text, at))
}

/// Behind the end of the sentence: its `.`, `?` or `!` before a blank, or the paragraph's end.
pub fn forward_sentence(text: &str, at: usize) -> usize {
    let start = skip(text, at, char::is_whitespace);
    let mut before = ' ';
    for (offset, c) in text[start..].char_indices() {
        let offset = start + offset;
        let paragraph = c == '\n' && text[offset + 1..].starts_with('\n');
        if offset > start && (paragraph || c.is_whitespace() && matches!(before, '.' | '?' | '!')) {
            return offset;
        }
        if !matches!(c, ')' | ']' | '"' | '\'') {
            before = c;
        }
    }
    text.trim_end_matches('\n').len().max(at)
}

/// At the start of this or the previous sentence.
pub fn backward_sentence(text: &str, at: usize) -> usize {
    let (mut start, mut next) = (skip(text, 0, char::is_whitespace), 0);
    while start < at {
        let end = forward_sentence(text, start);
        next = start;
        start = skip(text, end.max(start + 1).min(text.len()), char::is_whitespace);
        if start == text.len() {
            break;
        }
    }
    next.min(at)
}

/// Behind the next bracketed group or identifier.
pub fn forward_sexp(text: &str, at: usize) -> usize {
    let start = skip(text, at, |c| !(is_name(c) || OPENING.contains(c) || CLOSING.contains(c)));
    match text[start..].chars().next() {
        Some(c) if OPENING.contains(c) => closing(text, start).map_or(text.len(), |end| end + 1),
        Some(c) if CLOSING.contains(c) => at,
        _ => skip(text, start, is_name),
    }
}

/// At the start of this or the previous bracketed group or identifier.
pub fn backward_sexp(text: &str, at: usize) -> usize {
    let end = skip_back(text, at, |c| !(is_name(c) || OPENING.contains(c) || CLOSING.contains(c)));
    match text[..end].chars().next_back() {
        Some(c) if CLOSING.contains(c) => opening(text, end - 1).unwrap_or(0),
        Some(c) if OPENING.contains(c) => at,
        _ => skip_back(text, end, is_name),
    }
}

const OPENING: &str = "([{";
const CLOSING: &str = ")]}";

fn is_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The bracket that closes the one at `at`, by counting.
fn closing(text: &str, at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, c) in text[at..].char_indices() {
        if OPENING.contains(c) {
            depth += 1;
        } else if CLOSING.contains(c) {
            depth -= 1;
            if depth == 0 {
                return Some(at + offset);
            }
        }
    }
    None
}

/// The bracket that opens the one at `at`, by counting.
fn opening(text: &str, at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, c) in text[..=at].char_indices().rev() {
        if CLOSING.contains(c) {
            depth += 1;
        } else if OPENING.contains(c) {
            depth -= 1;
            if depth == 0 {
                return Some(offset);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the cursor as `|` before and after.
    fn check(before: &str, motion: Motion, after: &str) {
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

    #[test]
    fn sentences_end_at_a_stop_and_a_blank() {
        check("|One. Two? Three", forward_sentence, "One.| Two? Three");
        check("One.| Two?) Three", forward_sentence, "One. Two?)| Three");
        check("x = 1.5|\n\ny", forward_sentence, "x = 1.5\n\ny|");
        check("|x = 1.5\n\ny", forward_sentence, "x = 1.5|\n\ny");
        check("One. Two|", backward_sentence, "One. |Two");
        check("One. |Two", backward_sentence, "|One. Two");
        check("a.b = 1|", backward_sentence, "|a.b = 1");
        check("|", backward_sentence, "|");
    }

    #[test]
    fn groups_are_counted() {
        check("|f (a[1], b) c", forward_sexp, "f| (a[1], b) c");
        check("f| (a[1], b) c", forward_sexp, "f (a[1], b)| c");
        check("f (a[1], b|)", forward_sexp, "f (a[1], b|)");
        check("f (a[1], b)|", backward_sexp, "f |(a[1], b)");
        check("a_b|", backward_sexp, "|a_b");
    }
}
