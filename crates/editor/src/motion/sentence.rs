//! Over sentences.

use super::skip;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::motion::tests::check;

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
}
