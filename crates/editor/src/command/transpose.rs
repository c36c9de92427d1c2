//! Two neighbours change places.

use std::ops::Range;

use super::{Act, Argument};
use crate::input::Input;
use crate::motion;

/// Swaps two ranges, the first one before the second; the cursor ends up behind both.
fn swap(input: &mut Input, first: Range<usize>, second: Range<usize>) -> Act {
    let text = input.as_str();
    let swapped = [&text[second.clone()], &text[first.end..second.start], &text[first.clone()]].concat();
    input.text.replace(first.start..second.end, &swapped);
    input.text.set_cursor(second.end);
    Act::Done
}

pub fn chars(input: &mut Input, _: Argument) -> Act {
    let (text, at) = (input.as_str(), input.at());
    let at = if at == motion::line_end(text, at) { motion::backward_char(text, at) } else { at };
    if at <= motion::line_start(text, at) {
        return Act::Refuse;
    }
    let (before, behind) = (motion::backward_char(text, at), motion::forward_char(text, at));
    swap(input, before..at, at..behind)
}

pub fn words(input: &mut Input, _: Argument) -> Act {
    let (text, at) = (input.as_str(), input.at());
    let mut end = motion::forward_word(text, at);
    let mut start = motion::backward_word(text, end);
    if start == end || !text[start..].starts_with(char::is_alphanumeric) {
        end = motion::skip_back(text, text.len(), |c| !c.is_alphanumeric());
        start = motion::backward_word(text, end);
    }
    let before = motion::backward_word(text, start);
    let before_end = motion::forward_word(text, before);
    if before == start || before_end > start {
        return Act::Refuse;
    }
    swap(input, before..before_end, start..end)
}

pub fn lines(input: &mut Input, _: Argument) -> Act {
    let (text, at) = (input.as_str(), input.at());
    let start = motion::line_start(text, at);
    if start == 0 {
        return Act::Refuse;
    }
    let (end, above) = (motion::line_end(text, at), motion::line_start(text, start - 1));
    swap(input, above..start - 1, start..end)
}
