//! Motions.

use super::{Act, Argument, Await, Command};
use crate::history::Direction;
use crate::input::{Input, Last};
use crate::motion;

/// Moves to an offset; a selection made with Shift is dropped.
fn go(input: &mut Input, to: usize) -> Act {
    if input.shifted {
        input.deselect();
    }
    let moved = to != input.at();
    input.text.set_cursor(to);
    if moved { Act::Done } else { Act::Refuse }
}

/// Runs a motion so that it selects.
pub fn select(input: &mut Input, command: &Command, argument: Argument) -> Act {
    let anchor = input.text.anchor().unwrap_or(input.at());
    input.text.set_anchor(Some(anchor));
    input.shifted = false;
    let act = (command.run)(input, argument);
    input.shifted = true;
    act
}

/// Takes so much of the suggestion as `until` says, if the cursor stands before it.
fn take_suggestion(input: &mut Input, until: impl Fn(&str) -> usize) -> bool {
    let rest = input.suggestion.rest();
    let wanted = input.at_end() && !rest.is_empty();
    if wanted {
        let taken = rest[..until(rest)].to_owned();
        input.text.insert(&taken);
    }
    wanted
}

pub fn forward_char(input: &mut Input, argument: Argument) -> Act {
    if argument.count > 0 && take_suggestion(input, str::len) {
        return Act::Done;
    }
    go(input, input.target(argument.count, motion::forward_char, motion::backward_char))
}

pub fn backward_char(input: &mut Input, argument: Argument) -> Act {
    go(input, input.target(argument.count, motion::backward_char, motion::forward_char))
}

pub fn forward_word(input: &mut Input, argument: Argument) -> Act {
    if argument.count > 0 && take_suggestion(input, |rest| motion::forward_word(rest, 0)) {
        return Act::Done;
    }
    go(input, input.target(argument.count, motion::forward_word, motion::backward_word))
}

pub fn backward_word(input: &mut Input, argument: Argument) -> Act {
    go(input, input.target(argument.count, motion::backward_word, motion::forward_word))
}

pub fn beginning_of_line(input: &mut Input, _: Argument) -> Act {
    go(input, motion::line_start(input.as_str(), input.at()));
    Act::Done
}

pub fn end_of_line(input: &mut Input, _: Argument) -> Act {
    if !take_suggestion(input, str::len) {
        go(input, motion::line_end(input.as_str(), input.at()));
    }
    Act::Done
}

pub fn beginning_of_buffer(input: &mut Input, _: Argument) -> Act {
    go(input, 0);
    Act::Done
}

pub fn end_of_buffer(input: &mut Input, _: Argument) -> Act {
    go(input, input.as_str().len());
    Act::Done
}

pub fn forward_sentence(input: &mut Input, argument: Argument) -> Act {
    go(input, input.target(argument.count, motion::forward_sentence, motion::backward_sentence))
}

pub fn backward_sentence(input: &mut Input, argument: Argument) -> Act {
    go(input, input.target(argument.count, motion::backward_sentence, motion::forward_sentence))
}

pub fn forward_sexp(input: &mut Input, argument: Argument) -> Act {
    go(input, input.target(argument.count, motion::forward_sexp, motion::backward_sexp))
}

pub fn backward_sexp(input: &mut Input, argument: Argument) -> Act {
    go(input, input.target(argument.count, motion::backward_sexp, motion::forward_sexp))
}

pub fn find_forward(_: &mut Input, argument: Argument) -> Act {
    Act::Await(Await::Character(argument.count))
}

pub fn find_backward(_: &mut Input, argument: Argument) -> Act {
    Act::Await(Await::Character(-argument.count))
}

/// Goes to the `count`th occurrence of a character, backwards when negative.
pub fn character_search(input: &mut Input, wanted: char, count: i32) -> Act {
    let mut at = input.at();
    for _ in 0..count.unsigned_abs() {
        let found = if count > 0 {
            let from = motion::forward_char(input.as_str(), at);
            input.as_str()[from..].find(wanted).map(|found| from + found)
        } else {
            input.as_str()[..at].rfind(wanted)
        };
        let Some(found) = found else { return Act::Refuse };
        at = found;
    }
    go(input, at)
}

pub fn up(input: &mut Input, argument: Argument) -> Act {
    vertical(input, argument.count, Direction::Older)
}

pub fn down(input: &mut Input, argument: Argument) -> Act {
    vertical(input, argument.count, Direction::Newer)
}

/// Moves by rows of the screen; where there is no further one, through history.
fn vertical(input: &mut Input, count: i32, direction: Direction) -> Act {
    let direction = if count < 0 { direction.reversed() } else { direction };
    let column = match input.last {
        Last::Vertical(column) => column,
        _ => input.layout().place(input.at()).0,
    };
    for _ in 0..count.unsigned_abs() {
        match beside(input, column, direction) {
            Some(to) => drop(go(input, to)),
            None if input.text.anchor().is_some() => return Act::Refuse,
            None => return super::history::walk(input, direction),
        }
    }
    input.now = Last::Vertical(column);
    Act::Done
}

/// The offset nearest to a column in the row above or below the cursor's.
fn beside(input: &Input, column: usize, direction: Direction) -> Option<usize> {
    let layout = input.layout();
    let (_, row) = layout.place(input.at());
    let row = match direction {
        Direction::Older => row.checked_sub(1)?,
        Direction::Newer => row + 1,
    };
    (row < layout.rows()).then(|| layout.offset(column, row))
}

pub fn exchange_point_and_mark(input: &mut Input, _: Argument) -> Act {
    let (text, at) = (input.as_str(), input.at());
    let (start, end) = (motion::line_start(text, at), motion::line_end(text, at));
    match input.text.anchor() {
        Some(anchor) => {
            input.text.set_anchor(Some(at));
            input.text.set_cursor(anchor);
        }
        None => input.text.set_cursor(if at == end { start } else { end }),
    }
    Act::Done
}
