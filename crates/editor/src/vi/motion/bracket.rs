//! Motions to brackets.

use super::{Here, Reach, Target};
use crate::vi::{line, matching};

pub fn percent(here: &Here) -> Option<Target> {
    let Some(percent) = here.count else {
        return match matching::comment::partner(here.text, here.at) {
            Some(matching::comment::Partner::Comment(at)) => Some(Target::inclusive(at?)),
            Some(matching::comment::Partner::Condition(at)) => Some(Target::lines(at?)),
            None => Some(Target::inclusive(matching::percent(here.text, here.at)?)),
        };
    };
    let rows = line::count(here.text);
    let row = (percent.min(100) * rows).div_ceil(100).max(1) - 1;
    (percent <= 100).then_some(Target::new(super::place_in_row(here.text, row), Reach::Lines))
}

pub fn paren_before(here: &Here) -> Option<Target> {
    repeat(here, |at| matching::unclosed(here.text, at, ('(', ')'), true))
}

pub fn brace_before(here: &Here) -> Option<Target> {
    repeat(here, |at| matching::unclosed(here.text, at, ('{', '}'), true))
}

pub fn paren_behind(here: &Here) -> Option<Target> {
    repeat(here, |at| matching::unopened(here.text, at, ('(', ')')))
}

pub fn brace_behind(here: &Here) -> Option<Target> {
    repeat(here, |at| matching::unopened(here.text, at, ('{', '}')))
}

/// As many times as asked for, or as there are; not at all is a failure.
fn repeat(here: &Here, step: impl Fn(usize) -> Option<usize>) -> Option<Target> {
    let mut at = None;
    for _ in 0..here.times() {
        at = Some(match step(at.unwrap_or(here.at)) {
            Some(next) => next,
            None => break,
        });
    }
    Some(Target::exclusive(at?))
}
