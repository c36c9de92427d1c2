//! `is as`.

use super::{Selected, Shape};
use crate::vi::line;
use crate::vi::motion::Here;
use crate::vi::motion::sentence::sentence;
use crate::vi::walk::Walk;

pub fn select(here: &Here, around: bool) -> Option<Selected> {
    match here.anchor {
        Some(anchor) if anchor != here.at => Some(extend(here, anchor, around)),
        _ => {
            let found = fresh(here, around);
            // A single blank before a sentence would be selected forever.
            let blank = line::blank_at(here.text, found.start);
            let stuck = here.anchor.is_some() && found.start == found.end && (blank || around);
            Some(if stuck { extend(here, found.start, around) } else { found })
        }
    }
}

fn next(text: &str, at: usize) -> usize {
    sentence(text, at, 1, true).unwrap_or(at)
}

fn previous(text: &str, at: usize) -> usize {
    sentence(text, at, 1, false).unwrap_or(at)
}

/// Back to the first of the blanks before a place.
fn first_blank(text: &str, at: usize) -> usize {
    let mut walk = Walk { text, at };
    while walk.back_in().is_some() {
        if !walk.blank() {
            walk.forward_in();
            break;
        }
    }
    walk.at
}

/// Over so many sentences and stretches of blanks between them.
///
/// Gives the place, and where the last step began.
fn forward(text: &str, at: usize, count: usize, mut at_sentence: bool) -> (usize, usize) {
    let mut walk = Walk { text, at };
    let mut began = at;
    for left in (0..count).rev() {
        began = walk.at;
        walk.at = next(text, walk.at);
        if at_sentence {
            walk.at = first_blank(text, walk.at);
        }
        if left == 0 || at_sentence {
            walk.back_in();
        }
        at_sentence = !at_sentence;
    }
    (walk.at, began)
}

fn fresh(here: &Here, around: bool) -> Selected {
    let text = here.text;
    let mut blanks = Walk { text, at: here.at };
    while blanks.blank() && blanks.forward_in().is_some() {}
    let after = next(text, here.at);
    let on_blank = blanks.at == after;
    let mut jump = if on_blank { here.at } else { after };
    let mut start = if on_blank { first_blank(text, here.at) } else { previous(text, after) };
    let from = if on_blank { after } else { start };
    let count = if around { here.times() * 2 } else { here.times() - usize::from(on_blank) };
    let mut end = Walk { text, at: from };
    if count > 0 {
        (end.at, jump) = forward(text, from, count, true);
    } else {
        end.back_in();
    }
    if around && on_blank {
        end.at = first_blank(text, end.at);
        if end.blank() {
            end.back_in();
        }
    } else if around && !end.blank() {
        start = first_blank(text, start);
    }
    let chars = Selected { start, shape: Some(Shape::Chars), jump: Some(jump), ..Selected::default() };
    if here.anchor.is_some() {
        return Selected { end: end.at, inclusive: true, ..chars };
    }
    let last = end.at;
    let inclusive = end.forward_in().is_none();
    Selected { end: if inclusive { last } else { end.at }, inclusive, ..chars }
}

fn extend(here: &Here, anchor: usize, around: bool) -> Selected {
    let count = if around { here.times() * 2 } else { here.times() };
    let end = if here.at < anchor {
        extend_back(here.text, here.at, count, around)
    } else {
        extend_forward(here.text, here.at, count)
    };
    Selected { start: anchor, end, inclusive: true, shape: None, ..Selected::default() }
}

fn extend_forward(text: &str, at: usize, count: usize) -> usize {
    let after = next(text, at);
    let mut walk = Walk { text, at };
    walk.forward_in();
    if walk.at == after {
        return forward(text, after, count, true).0;
    }
    while walk.at < after && walk.blank() {
        walk.forward_in();
    }
    let in_sentence = walk.at < after;
    let from = if in_sentence { previous(text, after) } else { at };
    forward(text, from, count, in_sentence).0
}

fn extend_back(text: &str, at: usize, count: usize, around: bool) -> usize {
    let mut walk = Walk { text, at: next(text, at) };
    let mut before = Walk { text, at };
    before.back_in();
    while before.at < walk.at && before.blank() {
        before.forward_in();
    }
    let mut at_sentence = before.at >= walk.at;
    if !at_sentence {
        walk.at = previous(text, walk.at);
        at_sentence = walk.at == at;
        if !at_sentence {
            walk.at = next(text, walk.at);
        }
    }
    for _ in 0..count {
        if at_sentence {
            walk.at = first_blank(text, walk.at);
        }
        if !at_sentence || (!around && !walk.blank()) {
            walk.at = previous(text, walk.at);
        }
        at_sentence = !at_sentence;
    }
    walk.at
}
