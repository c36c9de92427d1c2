//! `ip ap`.

use super::{Missed, Selected, Shape};
use crate::vi::line;
use crate::vi::motion::Here;

pub fn select(here: &Here, around: bool) -> Option<Selected> {
    let rows = Rows::of(here.text);
    let row = line::row(here.text, here.at);
    let anchor = here.anchor.map(|anchor| line::row(here.text, anchor));
    if let Some(anchor) = anchor.filter(|anchor| *anchor != row) {
        let end = rows.extend(row, anchor, here.times(), around)?;
        return Some(found(here, here.anchor?, end, None));
    }
    let (start, end) = rows.around(row, here.times(), around)?;
    if anchor.is_some() && here.lines && start == row {
        let end = rows.extend(row, row, here.times(), around)?;
        return Some(found(here, here.anchor?, end, None));
    }
    let start = if anchor == Some(start) { here.anchor? } else { line::nth(here.text, start) };
    Some(found(here, start, end, Some(Shape::Lines)))
}

/// How far a selection of lines was extended before the text ended.
pub fn missed(here: &Here, around: bool) -> Missed {
    let (row, anchor) = (line::row(here.text, here.at), here.anchor.map(|at| line::row(here.text, at)));
    let Some(anchor) = anchor.filter(|anchor| *anchor != row) else { return Missed::nothing(here) };
    let rows = Rows::of(here.text);
    let reached = (1..here.times()).rev().find_map(|count| rows.extend(row, anchor, count, around));
    Missed { cursor: line::nth(here.text, reached.unwrap_or(row)), ..Missed::nothing(here) }
}

fn found(here: &Here, start: usize, end: usize, shape: Option<Shape>) -> Selected {
    Selected { start, end: line::nth(here.text, end), inclusive: true, shape, ..Selected::default() }
}

/// The rows of a text, as far as paragraphs go.
struct Rows<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str) -> Self {
        Self { lines: text.split('\n').collect() }
    }

    fn last(&self) -> usize {
        self.lines.len() - 1
    }

    fn white(&self, row: usize) -> bool {
        self.lines[row].chars().all(|c| c == ' ' || c == '\t')
    }

    fn around(&self, row: usize, count: usize, around: bool) -> Option<(usize, usize)> {
        let white_first = self.white(row);
        let mut start = row;
        while start > 0 && self.white(start - 1) == white_first {
            start -= 1;
        }
        // `end` is the row behind the last one taken.
        let mut end = start;
        while end <= self.last() && self.white(end) {
            end += 1;
        }
        let rounds = count - usize::from(!around && white_first);
        for left in (0..rounds).rev() {
            if end > self.last() {
                return None;
            }
            let white = self.white(end);
            if around || !white {
                end = self.behind(end + 1, false);
            }
            if left == 0 && white_first && around {
                break;
            }
            if around || white {
                end = self.behind(end, true);
            }
        }
        if around && !white_first && !self.white(end - 1) {
            while start > 0 && self.white(start - 1) {
                start -= 1;
            }
        }
        Some((start, end - 1))
    }

    /// The first row from `row` on that is not white, or not text.
    fn behind(&self, row: usize, white: bool) -> usize {
        (row..=self.last()).find(|row| self.white(*row) != white).unwrap_or(self.last() + 1)
    }

    /// Extends a selection of lines away from its anchor; `None` when it cannot.
    fn extend(&self, row: usize, anchor: usize, count: usize, around: bool) -> Option<usize> {
        let back = row < anchor;
        let step =
            |row: usize| if back { row.checked_sub(1) } else { Some(row + 1).filter(|r| *r <= self.last()) };
        let mut row = row;
        for _ in 0..count {
            let mut white = None;
            step(row)?;
            for _ in 0..=usize::from(around) {
                let Some(next) = step(row).filter(|next| white != Some(self.white(*next))) else { break };
                row = next;
                while let Some(next) = step(row).filter(|next| self.white(*next) == self.white(row)) {
                    row = next;
                }
                white = Some(self.white(row));
            }
        }
        Some(row)
    }
}
