//! `[[ ]] [] ][`: to a brace in the first column.

use super::{Here, Target};
use crate::vi::line;

pub fn start_back(here: &Here) -> Option<Target> {
    to_section(here, false, '{')
}

pub fn start_forward(here: &Here) -> Option<Target> {
    to_section(here, true, '{')
}

pub fn end_back(here: &Here) -> Option<Target> {
    to_section(here, false, '}')
}

pub fn end_forward(here: &Here) -> Option<Target> {
    to_section(here, true, '}')
}

/// An operator before `]]` stops behind a closing brace too.
fn to_section(here: &Here, forward: bool, brace: char) -> Option<Target> {
    let lines: Vec<&str> = here.text.split('\n').collect();
    let both = here.operator.is_some() && forward && brace == '{';
    let stops = |row: usize| lines[row].starts_with(brace) || both && lines[row].starts_with('}');
    let last = lines.len() - 1;
    let mut row = line::row(here.text, here.at);
    for left in (0..here.times()).rev() {
        let (reached, found) = walk(&lines, row, forward, &stops);
        if !found && left > 0 {
            return None;
        }
        row = reached;
    }
    if both && lines[row].starts_with('}') {
        row += 1;
    }
    let start = line::nth(here.text, row);
    if here.operator.is_none() {
        return Some(Target::exclusive(line::first_nonblank(here.text, start)));
    }
    let at = line::last(here.text, start);
    // Vim 9.0 does so for `[[` as well, which shows where there is one line only.
    if row >= last && brace != '}' && !line::is_empty(here.text, at) {
        return Some(Target::inclusive(at));
    }
    Some(Target::exclusive(start))
}

/// The row that a walk stops at, not before it met a line with text, and not at once; or the last
/// one there is, which it did not stop at.
fn walk(lines: &[&str], from: usize, forward: bool, stops: &dyn Fn(usize) -> bool) -> (usize, bool) {
    let mut row = from;
    let mut met_text = !lines[row].is_empty();
    loop {
        let next =
            if forward { row.checked_add(1).filter(|row| *row < lines.len()) } else { row.checked_sub(1) };
        let Some(next) = next else { return (row, false) };
        row = next;
        met_text |= !lines[row].is_empty();
        if met_text && stops(row) {
            return (row, true);
        }
    }
}
