//! Word motions, with what vi does specially when an operator waits for them.

use super::{Here, Target};
use crate::vi::operator::Operator;
use crate::vi::{line, motion::word};

pub fn forward(here: &Here) -> Option<Target> {
    word_forward(here, false)
}

pub fn forward_big(here: &Here) -> Option<Target> {
    word_forward(here, true)
}

/// `cw` on a word changes to its end only.
fn word_forward(here: &Here, big: bool) -> Option<Target> {
    let in_word = !line::at_end(here.text, here.at) && !line::blank_at(here.text, here.at);
    if here.operator == Some(Operator::Change) && in_word {
        return word_end(here, big, true);
    }
    let reached = word::forward(here.text, here.at, here.times(), big, here.operator.is_some());
    if !reached.whole && here.operator.is_none() {
        return short(here, reached.at);
    }
    super::before_end(here, reached.at)
}

pub fn end(here: &Here) -> Option<Target> {
    word_end(here, false, false)
}

pub fn end_big(here: &Here) -> Option<Target> {
    word_end(here, true, false)
}

fn word_end(here: &Here, big: bool, stay: bool) -> Option<Target> {
    let reached = word::end(here.text, here.at, here.times(), big, stay, false);
    if !reached.whole && here.operator.is_none() {
        return short(here, reached.at);
    }
    Some(Target::inclusive(super::settle(here.text, reached.at, here.past_end())))
}

pub fn back(here: &Here) -> Option<Target> {
    word_back(here, false)
}

pub fn back_big(here: &Here) -> Option<Target> {
    word_back(here, true)
}

fn word_back(here: &Here, big: bool) -> Option<Target> {
    let reached = word::back(here.text, here.at, here.times(), big, false);
    if reached.whole { Some(Target::exclusive(reached.at)) } else { short(here, reached.at) }
}

pub fn back_end(here: &Here) -> Option<Target> {
    word_back_end(here, false)
}

pub fn back_end_big(here: &Here) -> Option<Target> {
    word_back_end(here, true)
}

fn word_back_end(here: &Here, big: bool) -> Option<Target> {
    let reached = word::back_end(here.text, here.at, here.times(), big, false);
    if reached.whole { Some(Target::inclusive(reached.at)) } else { short(here, reached.at) }
}

/// As far as there were words.
fn short(here: &Here, at: usize) -> Option<Target> {
    Some(Target { short: true, ..Target::exclusive(super::settle(here.text, at, here.past_end())) })
}
