//! Motions inside a line.

use super::{Here, Target, Want};
use crate::vi::line;
use crate::vi::motion::find::Find;

/// How many columns the screen is taken to have, for `gm`.
const SCREEN: usize = 80;

pub fn left(here: &Here) -> Option<Target> {
    let start = line::start(here.text, here.at);
    if here.at == start && here.operator.is_none() {
        return None;
    }
    let step = |at, _| if at > start { line::prev(here.text, at) } else { at };
    Some(Target::exclusive((0..here.times()).fold(here.at, step)))
}

pub fn left_wrapping(here: &Here) -> Option<Target> {
    let mut at = here.at;
    let mut adjust = true;
    for _ in 0..here.times() {
        if at > line::start(here.text, at) {
            at = line::prev(here.text, at);
        } else if let Some(above) = line::above(here.text, at) {
            let removes = here.operator.is_some_and(super::Operator::removes);
            let end = line::end(here.text, above);
            at = if here.past_end() || (removes && end > above) { end } else { line::last(here.text, above) };
            adjust &= !(removes && end > above);
        } else if at == here.at && here.operator.is_none() {
            return None;
        }
    }
    Some(Target { adjust, ..Target::exclusive(at) })
}

pub fn right(here: &Here) -> Option<Target> {
    let end = line::end(here.text, here.at);
    let stop = if here.operator.is_some() || here.past_end() { end } else { line::last(here.text, here.at) };
    if here.at >= stop && here.operator.is_none() {
        return None;
    }
    let step = |at, _| if at < stop { line::next(here.text, at) } else { at };
    super::before_end(here, (0..here.times()).fold(here.at, step))
}

pub fn right_wrapping(here: &Here) -> Option<Target> {
    let mut at = here.at;
    for _ in 0..here.times() {
        let end = line::end(here.text, at);
        let next = if at < end { line::next(here.text, at) } else { end };
        // To an operator the end of a line counts as a character.
        let past = here.past_end() || here.operator.is_some();
        at = match line::below(here.text, at) {
            _ if next < end || (past && at < end) => next,
            Some(below) => below,
            None if at == here.at && here.operator.is_none() => return None,
            None => at,
        };
    }
    super::before_end(here, at)
}

pub fn line_start(here: &Here) -> Option<Target> {
    Some(Target::exclusive(line::start(here.text, here.at)))
}

pub fn first_nonblank(here: &Here) -> Option<Target> {
    Some(Target::exclusive(line::first_nonblank(here.text, here.at)))
}

pub fn line_end(here: &Here) -> Option<Target> {
    let at = super::vertical::rows_down(here, here.times() - 1)?;
    let end = line::end(here.text, at);
    let at = super::settle(here.text, end, here.past_end());
    Some(Target { want: Want::End, ..Target::inclusive(at) })
}

pub fn screen_end(here: &Here) -> Option<Target> {
    let at = super::vertical::rows_down(here, here.times() - 1)?;
    Some(Target { want: Want::End, ..Target::inclusive(line::last(here.text, at)) })
}

pub fn last_nonblank(here: &Here) -> Option<Target> {
    let at = super::vertical::rows_down(here, here.times() - 1)?;
    let line = line::range(here.text, at);
    let trimmed = here.text[line.clone()].trim_end_matches(line::is_blank);
    let end = line.start + trimmed.len();
    let at = if trimmed.is_empty() { line.start } else { line::prev(here.text, end) };
    Some(Target::inclusive(at))
}

pub fn screen_middle(here: &Here) -> Option<Target> {
    let at = line::at_column(here.text, here.at, SCREEN / 2);
    Some(Target::exclusive(super::settle(here.text, at, here.past_end())))
}

pub fn line_middle(here: &Here) -> Option<Target> {
    let width = line::columns(here.text, line::end(here.text, here.at)).start;
    let column = here.count.map_or(width / 2, |percent| width * percent.min(100) / 100);
    let at = line::at_column(here.text, here.at, column);
    Some(Target::exclusive(super::settle(here.text, at, here.past_end())))
}

pub fn column(here: &Here) -> Option<Target> {
    let column = here.times() - 1;
    let at = line::at_column(here.text, here.at, column);
    let at = super::settle(here.text, at, here.past_end());
    Some(Target { want: Want::Column(column), ..Target::exclusive(at) })
}

pub fn find(here: &Here) -> Option<Target> {
    found(here, here.memory.find?, false)
}

pub fn find_again(here: &Here) -> Option<Target> {
    found(here, here.memory.find?, true)
}

pub fn find_back(here: &Here) -> Option<Target> {
    found(here, here.memory.find?.reversed(), true)
}

fn found(here: &Here, find: Find, again: bool) -> Option<Target> {
    let at = find.run(here.text, here.at, here.times(), again)?;
    if find.forward { Some(Target::inclusive(at)) } else { Some(Target::exclusive(at)) }
}
