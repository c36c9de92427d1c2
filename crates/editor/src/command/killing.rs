//! Killing and yanking.

use super::{Act, Argument};
use crate::input::{Input, Last};
use crate::motion;

/// Kills what lies between the cursor and an offset.
fn kill_to(input: &mut Input, to: usize) -> Act {
    input.deselect();
    let at = input.at();
    if at == to {
        return Act::Refuse;
    }
    input.kill(at.min(to)..at.max(to));
    Act::Done
}

/// The end of the line, or behind its newline when the cursor stands there already.
fn line_rest(text: &str, at: usize) -> usize {
    let end = motion::line_end(text, at);
    if at == end { motion::forward_char(text, at) } else { end }
}

/// The start of the line, or before the newline that precedes it.
fn line_head(text: &str, at: usize) -> usize {
    let start = motion::line_start(text, at);
    if at == start { motion::backward_char(text, at) } else { start }
}

pub fn kill_line(input: &mut Input, argument: Argument) -> Act {
    kill_to(input, input.target(argument.count, line_rest, line_head))
}

pub fn unix_line_discard(input: &mut Input, argument: Argument) -> Act {
    kill_to(input, input.target(argument.count, line_head, line_rest))
}

pub fn kill_whole_line(input: &mut Input, _: Argument) -> Act {
    let at = input.at();
    let (start, end) = (motion::line_start(input.as_str(), at), motion::line_end(input.as_str(), at));
    input.deselect();
    input.text.set_cursor(start);
    kill_to(input, motion::forward_char(input.as_str(), end))
}

pub fn kill_word(input: &mut Input, argument: Argument) -> Act {
    kill_to(input, input.target(argument.count, motion::forward_word, motion::backward_word))
}

pub fn backward_kill_word(input: &mut Input, argument: Argument) -> Act {
    kill_to(input, input.target(argument.count, motion::backward_word, motion::forward_word))
}

pub fn unix_word_rubout(input: &mut Input, argument: Argument) -> Act {
    if input.text.anchor().is_some() {
        return kill_region(input, argument);
    }
    kill_to(input, input.target(argument.count, motion::backward_big_word, motion::forward_word))
}

pub fn kill_sexp(input: &mut Input, argument: Argument) -> Act {
    kill_to(input, input.target(argument.count, motion::forward_sexp, motion::backward_sexp))
}

pub fn kill_region(input: &mut Input, _: Argument) -> Act {
    let Some(range) = input.take_selection() else { return Act::Refuse };
    input.kill(range);
    Act::CopyClipboard
}

pub fn copy_region(input: &mut Input, _: Argument) -> Act {
    let Some(range) = input.take_selection() else { return Act::Refuse };
    let copied = input.as_str()[range].to_owned();
    input.kills.push(copied);
    Act::CopyClipboard
}

pub fn yank(input: &mut Input, argument: Argument) -> Act {
    let Some(killed) = input.kills.current() else { return Act::Refuse };
    let killed = killed.repeat(usize::try_from(argument.count).unwrap_or(1));
    input.make_room();
    put(input, &killed);
    Act::Done
}

fn put(input: &mut Input, text: &str) {
    let start = input.at();
    input.text.insert(text);
    input.now = Last::Yanked(start..input.at());
}

pub fn yank_pop(input: &mut Input, _: Argument) -> Act {
    let Last::Yanked(range) = input.last.clone() else { return Act::Refuse };
    let Some(killed) = input.kills.rotate().map(ToOwned::to_owned) else { return Act::Refuse };
    let start = range.start;
    input.text.replace(range, &killed);
    input.text.set_cursor(start + killed.len());
    input.now = Last::Yanked(start..input.at());
    Act::Done
}

pub fn yank_last_arg(input: &mut Input, argument: Argument) -> Act {
    let nth = argument.given.then_some(argument.count);
    let (range, back, nth) = match input.last.clone() {
        Last::YankedArgument { range, back, nth: before } => (range, back + 1, nth.or(before)),
        _ => (input.at()..input.at(), 0, nth),
    };
    yank_argument(input, range, back, nth)
}

pub fn yank_nth_arg(input: &mut Input, argument: Argument) -> Act {
    yank_argument(input, input.at()..input.at(), 0, Some(argument.count))
}

/// Puts a word of a former input in place of a range: the last one, or the `nth`, from 0;
/// negative ones count from the end.
fn yank_argument(input: &mut Input, range: std::ops::Range<usize>, back: usize, nth: Option<i32>) -> Act {
    let Some(entry) = input.history.nth_last(back) else { return Act::Refuse };
    let words: Vec<&str> = entry.split_whitespace().collect();
    let index = match nth {
        None => words.len().checked_sub(1),
        Some(nth) if nth < 0 => words.len().checked_sub(nth.unsigned_abs() as usize),
        Some(nth) => usize::try_from(nth).ok(),
    };
    let Some(word) = index.and_then(|index| words.get(index)).map(|word| (*word).to_owned()) else {
        return Act::Refuse;
    };
    let start = range.start;
    input.text.replace(range, &word);
    input.text.set_cursor(start + word.len());
    input.now = Last::YankedArgument { range: start..start + word.len(), back, nth };
    Act::Done
}
