//! `u` and `C-R`: where the cursor goes afterwards.

use crate::text::Text;
use crate::vi::mark::{Place, Shift};
use crate::vi::{Outcome, Vi, line};

impl Vi {
    /// Takes back so many changes.
    ///
    /// What a macro has changed so far is one step, and nothing before it goes with it.
    pub(in crate::vi) fn undo(&mut self, count: usize, text: &mut Text) -> Outcome {
        let count = if text.has_open_changes() { 1 } else { count };
        self.back_or_forth(count, text, |text| {
            let changes = text.undo_group().to_vec();
            let steps = changes.iter().rev().map(|it| (it.at, &*it.inserted, &*it.removed));
            let untouched = Untouched::by(text.as_str(), steps);
            text.undo().then(|| Undone {
                step: text.undo_depth(),
                cursor: Place::of(text.as_str(), text.cursor()),
                untouched,
            })
        })
    }

    /// Does so many changes again.
    pub(in crate::vi) fn redo(&mut self, count: usize, text: &mut Text) -> Outcome {
        self.back_or_forth(count, text, |text| {
            let before = text.as_str().to_owned();
            let cursor = if text.redo() { text.change_cursor()? } else { return None };
            let steps = text.undo_group().iter().map(|it| (it.at, &*it.removed, &*it.inserted));
            let untouched = Untouched::by(&before, steps);
            let cursor = Place::of(&before, cursor.min(before.len()));
            Some(Undone { step: text.undo_depth() - 1, cursor, untouched })
        })
    }

    fn back_or_forth(
        &mut self,
        count: usize,
        text: &mut Text,
        step: impl Fn(&mut Text) -> Option<Undone>,
    ) -> Outcome {
        for done in 0..count {
            let (before, from) = (text.as_str().to_owned(), text.cursor());
            let Some(Undone { step, cursor, untouched }) = step(text) else {
                return if done > 0 { Outcome::Done } else { Outcome::Bell };
            };
            self.memory.jump_from(&before, from);
            untouched.shifts.iter().for_each(|shift| self.memory.follow(shift));
            self.no_lines = text.as_str().is_empty();
            self.mark_undone(text.as_str(), &untouched);
            self.exchange_marks(step);
            let at = landing(&before, text.as_str(), cursor, &untouched);
            text.set_cursor(at);
        }
        Outcome::Done
    }

    /// The marks of the last change, and of its first and last line.
    fn mark_undone(&mut self, after: &str, untouched: &Untouched) {
        let rows = line::count(after);
        let first = untouched.above.min(rows - 1);
        let last = rows.saturating_sub(untouched.below.saturating_add(1)).max(first);
        for (mark, row) in [('.', first), ('[', first), (']', last)] {
            self.memory.marks.put(mark, Place { row, column: 0 });
        }
    }
}

/// A step that was taken back, or done again.
struct Undone {
    /// How many steps are before it.
    step: usize,
    /// The cursor before the step was done first.
    cursor: Place,
    untouched: Untouched,
}

/// How many lines above and below the changes stayed what they were, also where they look like
/// those that were changed.
struct Untouched {
    above: usize,
    below: usize,
    /// How the rows between them moved.
    shifts: Vec<Shift>,
}

impl Untouched {
    /// By changes that are made one after the other: where, what stood there, what comes there.
    fn by<'a>(before: &str, steps: impl Iterator<Item = (usize, &'a str, &'a str)>) -> Self {
        let mut text = before.to_owned();
        let mut untouched = Self { above: usize::MAX, below: usize::MAX, shifts: Vec::new() };
        for (at, old, new) in steps {
            let behind = at + old.len();
            let lines = match (old, new) {
                ("", lines) | (lines, "") => lines,
                _ => "",
            };
            // Whole lines, with the newline before them or the one behind.
            let opened = lines.starts_with('\n') && line::at_end(&text, behind);
            let closed = lines.ends_with('\n') && line::start(&text, at) == at;
            let above = line::row(&text, at) + usize::from(opened);
            let below = text[behind..].matches('\n').count() + usize::from(closed && !opened);
            untouched.above = untouched.above.min(above);
            untouched.below = untouched.below.min(below);
            untouched.shifts.extend(Shift::undone(&text, at..behind, new));
            text.replace_range(at..behind, new);
        }
        untouched
    }
}

/// Vim's rule: the cursor goes back to where it was, if that is in or beside the changed
/// lines, and to the first changed line if not.
fn landing(before: &str, after: &str, saved: Place, untouched: &Untouched) -> usize {
    let old: Vec<&str> = before.split('\n').collect();
    let new: Vec<&str> = after.split('\n').collect();
    let top = untouched.above.min(new.len() - 1);
    let size = |lines: &[&str]| lines.len().saturating_sub(top + untouched.below);
    let changed = size(&new);
    let in_block = saved.row + 1 >= top && saved.row <= top + changed;
    let differs = (0..changed.min(size(&old))).find(|i| old[top + i] != new[top + i]);
    let row = match top + differs.unwrap_or(0) {
        _ if before == after || in_block => saved.row,
        row if saved.row + 1 == row => saved.row,
        row => row,
    };
    if row == saved.row && row < new.len() {
        line::clamp(after, saved.offset(after))
    } else {
        line::first_nonblank(after, line::nth(after, row))
    }
}
