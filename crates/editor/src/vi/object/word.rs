//! `iw aw iW aW`.

use super::{Missed, Selected};
use crate::vi::motion::Here;
use crate::vi::walk::{Class, Walk};
use crate::vi::{line, motion::word};

pub fn small(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, false).ok()
}

pub fn big(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, true).ok()
}

pub fn missed_small(here: &Here, around: bool) -> Missed {
    select(here, around, false).err().unwrap_or(Missed::nothing(here))
}

pub fn missed_big(here: &Here, around: bool) -> Missed {
    select(here, around, true).err().unwrap_or(Missed::nothing(here))
}

/// The words, or how far the search for them came.
fn select(here: &Here, around: bool, big: bool) -> Result<Selected, Missed> {
    let text = here.text;
    let mut walk = Walk { text, at: here.at };
    let mut left = here.times();
    let mut start = here.anchor.unwrap_or(here.at);
    let (mut inclusive, mut wants_blanks) = (true, false);
    if here.anchor.is_none_or(|anchor| anchor == here.at) {
        back_in_line(&mut walk, big);
        start = walk.at;
        if (walk.class(big) == Class::Blank) == around {
            to_word_end(&mut walk, big).ok_or(Missed { cursor: walk.at, ..Missed::nothing(here) })?;
        } else {
            walk.at = word::forward(text, walk.at, 1, big, true).at;
            back_one(&mut walk);
            wants_blanks = around;
        }
        left -= 1;
    }
    for left in (0..left).rev() {
        inclusive = true;
        if here.anchor.is_some() && walk.at < start {
            extend_back(&mut walk, around, big).ok_or(Missed { anchor: start, cursor: walk.at })?;
        } else {
            inclusive =
                extend(&mut walk, around, big, left > 0).ok_or(Missed { anchor: start, cursor: walk.at })?;
        }
    }
    let at_line_start = line::start(text, walk.at) == walk.at;
    if wants_blanks && (walk.class(big) != Class::Blank || (at_line_start && !inclusive)) {
        start = with_blanks_before(text, start, big);
    }
    Ok(Selected { start, end: walk.at, inclusive, ..Selected::default() })
}

/// To the start of the word or of the blanks, in the line.
fn back_in_line(walk: &mut Walk, big: bool) {
    let class = walk.class(big);
    let start = line::start(walk.text, walk.at);
    while walk.at > start {
        let mut before = *walk;
        before.back();
        if before.class(big) != class {
            break;
        }
        *walk = before;
    }
}

fn to_word_end(walk: &mut Walk, big: bool) -> Option<()> {
    let reached = word::end(walk.text, walk.at, 1, big, true, true);
    walk.at = reached.at;
    reached.whole.then_some(())
}

/// One character back: to the line before from the start of a line.
fn back_one(walk: &mut Walk) {
    if line::start(walk.text, walk.at) == walk.at {
        walk.back_in();
    } else {
        walk.back();
    }
}

fn extend(walk: &mut Walk, around: bool, big: bool, more: bool) -> Option<bool> {
    walk.forward_in()?;
    if around == (walk.class(big) == Class::Blank) {
        to_word_end(walk, big)?;
        return Some(true);
    }
    let reached = word::forward(walk.text, walk.at, 1, big, true);
    if !reached.whole && more {
        return None;
    }
    walk.at = reached.at;
    // An end just behind a newline does not take the first character of that line.
    if line::start(walk.text, walk.at) == walk.at {
        return Some(false);
    }
    walk.back();
    Some(true)
}

fn extend_back(walk: &mut Walk, around: bool, big: bool) -> Option<()> {
    walk.back_in()?;
    if around == (walk.class(big) != Class::Blank) {
        let reached = word::back_end(walk.text, walk.at, 1, big, true);
        walk.at = reached.at;
        reached.whole.then_some(())?;
        walk.forward_in();
    } else {
        let reached = word::back(walk.text, walk.at, 1, big, true);
        walk.at = reached.at;
        reached.whole.then_some(())?;
    }
    Some(())
}

/// Blanks before the word, but never the indentation.
fn with_blanks_before(text: &str, start: usize, big: bool) -> usize {
    let line = line::start(text, start);
    if start == line {
        return start;
    }
    let mut walk = Walk { text, at: line::prev(text, start) };
    back_in_line(&mut walk, big);
    if walk.class(big) == Class::Blank && walk.at > line { walk.at } else { start }
}
