//! `u` and `C-R`: where the cursor goes afterwards.

use super::mark::Place;
use super::{Outcome, Vi, line};
use crate::text::Text;

impl Vi {
    /// Takes back so many changes.
    ///
    /// What a macro has changed so far is one step, and nothing before it goes with it.
    pub(super) fn undo(&mut self, count: usize, text: &mut Text) -> Outcome {
        let count = if text.has_open_changes() { 1 } else { count };
        self.back_or_forth(count, text, |text| text.undo().then(|| Place::of(text.as_str(), text.cursor())))
    }

    /// Does so many changes again.
    pub(super) fn redo(&mut self, count: usize, text: &mut Text) -> Outcome {
        self.back_or_forth(count, text, |text| {
            let before = text.as_str().to_owned();
            let cursor = if text.redo() { text.change_cursor()? } else { return None };
            Some(Place::of(&before, cursor.min(before.len())))
        })
    }

    fn back_or_forth(
        &mut self,
        count: usize,
        text: &mut Text,
        step: impl Fn(&mut Text) -> Option<Place>,
    ) -> Outcome {
        for done in 0..count {
            let before = text.as_str().to_owned();
            let Some(place) = step(text) else { return if done > 0 { Outcome::Done } else { Outcome::Bell } };
            self.follow_undo(&before, text.as_str());
            let at = landing(&before, text.as_str(), place);
            text.set_cursor(at);
        }
        Outcome::Done
    }

    fn follow_undo(&mut self, before: &str, after: &str) {
        let (start, same) = common(before, after);
        let range = start..before.len() - same;
        self.memory.marks.follow(before, range, &after[start..after.len() - same]);
    }
}

/// The bytes that two texts have in common at both ends, in whole lines.
fn common(before: &str, after: &str) -> (usize, usize) {
    let lines = |a: Vec<&str>, b: Vec<&str>, most: usize| -> usize {
        let mut sum = 0;
        for (x, y) in a.iter().zip(&b) {
            if x != y || sum + x.len() > most {
                break;
            }
            sum += x.len();
        }
        sum
    };
    let split = |text: &'_ str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (split(before), split(after));
    let refs = |v: &'_ [String]| v.iter().map(String::clone).collect::<Vec<_>>();
    let (a, b) = (refs(&a), refs(&b));
    let most = before.len().min(after.len());
    let start = lines(a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect(), most);
    let end = lines(
        a.iter().rev().map(String::as_str).collect(),
        b.iter().rev().map(String::as_str).collect(),
        most - start,
    );
    (start, end)
}

/// Vim's rule: the cursor goes back to where it was, if that is in or beside the changed
/// lines, and to the first changed line if not.
fn landing(before: &str, after: &str, saved: Place) -> usize {
    let old: Vec<&str> = before.split('\n').collect();
    let new: Vec<&str> = after.split('\n').collect();
    let top = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - top;
    let same = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let changed = new.len() - same - top;
    let in_block = saved.row + 1 >= top && saved.row <= top + changed;
    let row = match top {
        _ if before == after => saved.row,
        _ if in_block => saved.row,
        top if saved.row + 1 == top => saved.row,
        top => top,
    };
    let at = line::nth(after, row);
    if row == saved.row && row < new.len() {
        line::clamp(after, saved.offset(after))
    } else {
        line::first_nonblank(after, at)
    }
}
