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
    let (mut row, last) = (line::row(here.text, here.at), lines.len() - 1);
    for left in (0..here.times()).rev() {
        let mut met_text = false;
        let mut first = true;
        loop {
            met_text |= !lines[row].is_empty();
            if !first && met_text && stops(row) {
                break;
            }
            first = false;
            match if forward { row.checked_add(1).filter(|row| *row <= last) } else { row.checked_sub(1) } {
                Some(next) => row = next,
                None if left > 0 => return None,
                None => break,
            }
        }
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
