//! Motions from line to line.

use super::{Here, Reach, Target, Want};
use crate::vi::line;

/// The place in the line of `at` for a wanted column; `usize::MAX` is the line's end.
pub fn at_wanted(text: &str, at: usize, want: usize, past_end: bool) -> usize {
    let at = if want == usize::MAX { line::end(text, at) } else { line::at_column(text, at, want) };
    super::settle(text, at, past_end)
}

/// The first non-blank of a row, counted from 0; the last row when there are fewer.
pub fn place_in_row(text: &str, row: usize) -> usize {
    line::first_nonblank(text, line::nth(text, row))
}

/// The start of the line `n` below; `None` at the last line unless `n` is 0.
pub fn rows_down(here: &Here, n: usize) -> Option<usize> {
    let row = line::row(here.text, here.at);
    let last = line::count(here.text) - 1;
    (n == 0 || row < last).then(|| line::nth(here.text, row.saturating_add(n).min(last)))
}

fn rows_up(here: &Here, n: usize) -> Option<usize> {
    let row = line::row(here.text, here.at);
    (n == 0 || row > 0).then(|| line::nth(here.text, row.saturating_sub(n)))
}

fn keep(here: &Here, start: usize) -> Option<Target> {
    let at = at_wanted(here.text, start, here.want, here.past_end());
    Some(Target { want: Want::Keep, ..Target::lines(at) })
}

fn nonblank(here: &Here, start: usize) -> Option<Target> {
    Some(Target::lines(line::first_nonblank(here.text, start)))
}

pub fn down(here: &Here) -> Option<Target> {
    keep(here, rows_down(here, here.times())?)
}

pub fn up(here: &Here) -> Option<Target> {
    keep(here, rows_up(here, here.times())?)
}

pub fn screen_down(here: &Here) -> Option<Target> {
    Some(Target { reach: Reach::Exclusive, ..down(here)? })
}

pub fn screen_up(here: &Here) -> Option<Target> {
    Some(Target { reach: Reach::Exclusive, ..up(here)? })
}

pub fn down_nonblank(here: &Here) -> Option<Target> {
    nonblank(here, rows_down(here, here.times())?)
}

pub fn up_nonblank(here: &Here) -> Option<Target> {
    nonblank(here, rows_up(here, here.times())?)
}

pub fn down_less_one(here: &Here) -> Option<Target> {
    nonblank(here, rows_down(here, here.times() - 1)?)
}

/// Half of the window that vim has in a terminal of 24 rows.
const HALF: usize = 11;

pub fn half_down(here: &Here) -> Option<Target> {
    let alone = here.operator.is_none();
    nonblank(here, rows_down(here, here.count.unwrap_or(HALF)).filter(|_| alone)?)
}

pub fn half_up(here: &Here) -> Option<Target> {
    let alone = here.operator.is_none();
    nonblank(here, rows_up(here, here.count.unwrap_or(HALF)).filter(|_| alone)?)
}

pub fn last_line(here: &Here) -> Option<Target> {
    Some(Target::lines(place_in_row(here.text, here.count.map_or(usize::MAX, |n| n - 1))))
}

pub fn first_line(here: &Here) -> Option<Target> {
    Some(Target::lines(place_in_row(here.text, here.times() - 1)))
}

pub fn byte(here: &Here) -> Option<Target> {
    let at = here.text.floor_char_boundary(here.times() - 1);
    Some(Target::exclusive(super::settle(here.text, at, here.past_end())))
}

pub fn high(here: &Here) -> Option<Target> {
    first_line(here)
}

pub fn middle(here: &Here) -> Option<Target> {
    Some(Target::lines(place_in_row(here.text, (line::count(here.text) - 1) / 2)))
}

pub fn low(here: &Here) -> Option<Target> {
    Some(Target::lines(place_in_row(here.text, line::count(here.text).saturating_sub(here.times()))))
}
