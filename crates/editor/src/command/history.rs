//! The walk through former inputs.

use super::{Act, Argument};
use crate::history::Direction;
use crate::input::{Input, Last};
use crate::motion;

/// Steps to another entry as Up and Down do: further Ups and Downs go on through its lines.
pub fn walk(input: &mut Input, direction: Direction) -> Act {
    let act = step(input, direction, 1, input.keep_prefix);
    if direction == Direction::Newer && act == Act::Done && input.history.visited().is_some() {
        input.text.set_cursor(motion::line_end(input.as_str(), 0));
    }
    act
}

fn step(input: &mut Input, direction: Direction, count: i32, keep: bool) -> Act {
    let direction = if count < 0 { direction.reversed() } else { direction };
    input.deselect();
    input.now = Last::Stepped;
    let mut act = Act::Refuse;
    for _ in 0..count.unsigned_abs() {
        if !input.history.step(&mut input.text, direction, keep) {
            break;
        }
        act = Act::Done;
    }
    act
}

pub fn previous(input: &mut Input, argument: Argument) -> Act {
    step(input, Direction::Older, argument.count, false)
}

pub fn next(input: &mut Input, argument: Argument) -> Act {
    step(input, Direction::Newer, argument.count, false)
}

pub fn search_backward(input: &mut Input, argument: Argument) -> Act {
    step(input, Direction::Older, argument.count, true)
}

pub fn search_forward(input: &mut Input, argument: Argument) -> Act {
    step(input, Direction::Newer, argument.count, true)
}

pub fn first(input: &mut Input, _: Argument) -> Act {
    if input.history.entries().is_empty() {
        return Act::Refuse;
    }
    visit(input, Some(0))
}

pub fn last(input: &mut Input, _: Argument) -> Act {
    visit(input, None)
}

fn visit(input: &mut Input, to: Option<usize>) -> Act {
    input.deselect();
    input.now = Last::Stepped;
    input.history.visit(&mut input.text, to);
    Act::Done
}
