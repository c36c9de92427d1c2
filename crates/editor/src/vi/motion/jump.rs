//! Motions that jump: sentences, paragraphs, marks and searches.

use super::{Here, Reach, Target};
use crate::vi::search::Search;
use crate::vi::{line, motion::sentence};

pub fn sentence_forward(here: &Here) -> Option<Target> {
    to_sentence(here, true)
}

pub fn sentence_back(here: &Here) -> Option<Target> {
    to_sentence(here, false)
}

fn to_sentence(here: &Here, forward: bool) -> Option<Target> {
    let at = sentence::sentence(here.text, here.at, here.times(), forward)?;
    super::before_end(here, at)
}

pub fn paragraph_forward(here: &Here) -> Option<Target> {
    to_paragraph(here, true)
}

pub fn paragraph_back(here: &Here) -> Option<Target> {
    to_paragraph(here, false)
}

fn to_paragraph(here: &Here, forward: bool) -> Option<Target> {
    let (at, last) = sentence::paragraph(here.text, here.at, here.times(), forward)?;
    if last { Some(Target::inclusive(at)) } else { Some(Target::exclusive(at)) }
}

pub fn mark(here: &Here) -> Option<Target> {
    let at = here.memory.marks.get(here.text, here.argument)?;
    Some(Target::exclusive(super::settle(here.text, at, here.past_end())))
}

pub fn mark_line(here: &Here) -> Option<Target> {
    let at = here.memory.marks.get(here.text, here.argument)?;
    Some(Target::lines(line::first_nonblank(here.text, at)))
}

pub fn change(here: &Here) -> Option<Target> {
    let place = here.memory.changes.here().filter(|place| place.row < line::count(here.text))?;
    Some(Target::exclusive(super::settle(here.text, place.offset(here.text), here.past_end())))
}

pub fn older_jump(here: &Here) -> Option<Target> {
    let place = here.memory.jumps.here().filter(|_| here.operator.is_none() && here.anchor.is_none())?;
    Some(Target::exclusive(super::settle(here.text, place.offset(here.text), here.past_end())))
}

pub fn search(here: &Here) -> Option<Target> {
    searched(here, here.memory.search.as_ref()?)
}

pub fn search_back(here: &Here) -> Option<Target> {
    searched(here, &here.memory.search.as_ref()?.reversed())
}

fn searched(here: &Here, search: &Search) -> Option<Target> {
    let (at, reach) = search.run(here.text, here.at, here.times())?;
    let past_end = here.past_end() || here.operator.is_some();
    Some(Target::new(super::settle(here.text, at, past_end), reach))
}

pub fn first_use(here: &Here) -> Option<Target> {
    let at = here.memory.search.as_ref()?.first_above(here.text, here.at)?;
    Some(Target::inclusive(at))
}

pub fn match_forward(here: &Here) -> Option<Target> {
    matched(here, true)
}

pub fn match_back(here: &Here) -> Option<Target> {
    matched(here, false)
}

fn matched(here: &Here, forward: bool) -> Option<Target> {
    let range = here.memory.search.as_ref()?.around(here.text, here.at, forward)?;
    let last = if range.is_empty() { range.start } else { line::prev(here.text, range.end) };
    let (from, at) = if forward { (range.start, last) } else { (last, range.start) };
    Some(Target { from: Some(from), ..Target::new(at, Reach::Inclusive) })
}
