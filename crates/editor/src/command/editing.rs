//! Typing, deleting, case, undo.

use super::{Act, Argument, Await};
use crate::input::{Input, Last};
use crate::key::{Code, Key};
use crate::motion::{self, Motion};
use crate::python::indent;

/// Types a character so many times. A run of typing is undone word by word.
pub fn self_insert(input: &mut Input, c: char, argument: Argument) -> Act {
    match input.last {
        Last::Typed(before) if before.is_whitespace() || !c.is_whitespace() => input.text.resume(),
        _ => {}
    }
    input.make_room();
    let times = usize::try_from(argument.count).unwrap_or(0);
    input.text.insert(&c.to_string().repeat(times));
    input.now = Last::Typed(c);
    Act::Done
}

/// Inserts what a key stands for, control characters included.
pub fn insert_literally(input: &mut Input, key: Key) -> Act {
    let c = match key.code {
        Code::Char(c) if key.ctrl => char::from(c.to_ascii_uppercase() as u8 & 0x1f),
        Code::Char(c) => c,
        Code::Enter => '\n',
        Code::Tab => '\t',
        Code::Escape => '\x1b',
        Code::Backspace => '\x7f',
        _ => return Act::Refuse,
    };
    input.make_room();
    input.text.insert(c.encode_utf8(&mut [0; 4]));
    Act::Done
}

pub fn quoted_insert(_: &mut Input, _: Argument) -> Act {
    Act::Await(Await::Quoted)
}

pub fn tab_insert(input: &mut Input, argument: Argument) -> Act {
    input.make_room();
    input.text.insert(&"\t".repeat(usize::try_from(argument.count).unwrap_or(0)));
    Act::Done
}

pub fn delete_char(input: &mut Input, argument: Argument) -> Act {
    delete_to(input, argument.count, motion::forward_char, backspace)
}

pub fn backward_delete_char(input: &mut Input, argument: Argument) -> Act {
    delete_to(input, argument.count, backspace, motion::forward_char)
}

fn delete_to(input: &mut Input, count: i32, motion: Motion, back: Motion) -> Act {
    if let Some(range) = input.take_selection() {
        input.delete(range);
        return Act::Done;
    }
    let (at, to) = (input.at(), input.target(count, motion, back));
    if at == to {
        return Act::Refuse;
    }
    if input.last == Last::Deleted {
        input.text.resume();
    }
    input.delete(at.min(to)..at.max(to));
    Act::Done
}

/// Before the previous character, or one level of indentation back.
fn backspace(text: &str, at: usize) -> usize {
    match indent::backspace(text, at) {
        Some(blanks) => at - blanks,
        None => motion::backward_char(text, at),
    }
}

pub fn end_of_file(input: &mut Input, argument: Argument) -> Act {
    if input.as_str().is_empty() {
        return Act::EndOfFile(input.last == Last::AskedToLeave);
    }
    delete_char(input, argument)
}

pub fn delete_horizontal_space(input: &mut Input, _: Argument) -> Act {
    let blank = |c| c == ' ' || c == '\t';
    let (text, at) = (input.as_str(), input.at());
    input.delete(motion::skip_back(text, at, blank)..motion::skip(text, at, blank));
    Act::Done
}

pub fn upcase_word(input: &mut Input, argument: Argument) -> Act {
    change_case(input, argument.count, str::to_uppercase)
}

pub fn downcase_word(input: &mut Input, argument: Argument) -> Act {
    change_case(input, argument.count, str::to_lowercase)
}

pub fn capitalize_word(input: &mut Input, argument: Argument) -> Act {
    change_case(input, argument.count, capitalize)
}

/// Changes words behind the cursor, or before it when `count` is negative.
fn change_case(input: &mut Input, count: i32, change: fn(&str) -> String) -> Act {
    let (at, to) = (input.at(), input.target(count, motion::forward_word, motion::backward_word));
    if at == to {
        return Act::Refuse;
    }
    let range = at.min(to)..at.max(to);
    let changed = change(&input.as_str()[range.clone()]);
    let end = range.start + changed.len();
    input.text.replace(range, &changed);
    input.text.set_cursor(end);
    Act::Done
}

fn capitalize(words: &str) -> String {
    let mut inside = false;
    let mut changed = String::with_capacity(words.len());
    for c in words.chars() {
        if inside {
            changed.extend(c.to_lowercase());
        } else {
            changed.extend(c.to_uppercase());
        }
        inside = c.is_alphanumeric();
    }
    changed
}

pub fn undo(input: &mut Input, argument: Argument) -> Act {
    repeat(argument, || input.text.undo())
}

pub fn redo(input: &mut Input, argument: Argument) -> Act {
    repeat(argument, || input.text.redo())
}

fn repeat(argument: Argument, mut once: impl FnMut() -> bool) -> Act {
    let mut act = Act::Refuse;
    for _ in 0..argument.count.unsigned_abs() {
        if !once() {
            break;
        }
        act = Act::Done;
    }
    act
}

pub fn revert_line(input: &mut Input, _: Argument) -> Act {
    repeat(Argument { count: i32::MAX, given: true }, || input.text.undo())
}
