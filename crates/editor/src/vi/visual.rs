//! Visual mode: the selection, and what is done with it besides operators.

use super::mark::Place;
use super::operator::{Operator, Region};
use super::{Mode, Outcome, Vi, line};
use crate::text::Text;

/// The last selection, for `gv`.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    mode: Mode,
    anchor: Place,
    cursor: Place,
    want: Option<usize>,
}

impl Vi {
    /// Starts a selection at the cursor.
    pub(super) fn enter_visual(&mut self, mode: Mode, text: &mut Text) {
        self.mode = mode;
        text.set_anchor(Some(text.cursor()));
    }

    /// `v`, `V` and `C-V`: starts a selection, changes its kind, or ends it.
    pub(super) fn toggle_visual(&mut self, mode: Mode, text: &mut Text) -> Outcome {
        if self.mode == mode {
            self.leave_visual(text);
        } else if self.mode.is_visual() {
            self.mode = mode;
        } else {
            self.enter_visual(mode, text);
        }
        Outcome::Done
    }

    /// Ends the selection and remembers it.
    pub(super) fn leave_visual(&mut self, text: &mut Text) {
        let anchor = text.anchor().unwrap_or(text.cursor());
        self.remember_selection(anchor, text);
        text.set_anchor(None);
        self.mode = Mode::Normal;
    }

    fn remember_selection(&mut self, anchor: usize, text: &Text) {
        let (string, at) = (text.as_str(), text.cursor());
        let (anchor_place, cursor) = (Place::of(string, anchor), Place::of(string, at));
        self.memory.visual =
            Some(Last { mode: self.mode, anchor: anchor_place, cursor, want: self.memory.want });
        let (mut low, mut high) = (anchor_place.min(cursor), anchor_place.max(cursor));
        if self.mode == Mode::VisualLine {
            (low.column, high.column) = (0, usize::MAX);
        }
        self.memory.marks.put('<', low);
        self.memory.marks.put('>', high);
    }

    /// `gv`: the last selection again; in visual mode, this one for that one.
    pub(super) fn reselect(&mut self, text: &mut Text) -> Outcome {
        let Some(last) = self.memory.visual else { return Outcome::Bell };
        if self.mode.is_visual() {
            self.remember_selection(text.anchor().unwrap_or(text.cursor()), text);
        }
        self.mode = last.mode;
        self.memory.want = last.want.filter(|want| *want == usize::MAX);
        let anchor = last.anchor.offset(text.as_str());
        text.set_cursor(last.cursor.offset(text.as_str()));
        text.set_anchor(Some(anchor));
        Outcome::Done
    }

    /// `o`, and `O` in a block: to the other end, or the other side.
    pub(super) fn other_end(&mut self, sideways: bool, text: &mut Text) -> Outcome {
        let (anchor, cursor) = (text.anchor().unwrap_or(text.cursor()), text.cursor());
        if sideways && self.mode == Mode::VisualBlock {
            let string = text.as_str();
            let (a, c) = (line::columns(string, anchor).start, line::columns(string, cursor).start);
            let (new_anchor, new_cursor) =
                (line::at_column(string, anchor, c), line::at_column(string, cursor, a));
            text.set_anchor(Some(line::clamp(text.as_str(), new_anchor)));
            text.set_cursor(line::clamp(text.as_str(), new_cursor));
        } else {
            text.set_anchor(Some(cursor));
            text.set_cursor(anchor);
        }
        self.memory.want = None;
        Outcome::Done
    }

    /// A count before `v`: as much as was selected last, so many times; or so many characters.
    pub(super) fn select_times(&mut self, count: usize, text: &mut Text) {
        let (string, at) = (text.as_str(), text.cursor());
        let end = line::end(string, at);
        let stop = (1..count).fold(at, |at, _| if at < end { line::next(string, at) } else { at });
        text.set_cursor(line::clamp(string, stop));
    }

    /// What is selected. The newline under the end of a selection of characters belongs to it,
    /// unless lines are taken anyway.
    pub(super) fn selected(&self, text: &Text, takes_lines: bool) -> Region {
        let (string, cursor) = (text.as_str(), text.cursor());
        let anchor = text.anchor().unwrap_or(cursor);
        match self.mode {
            Mode::VisualBlock => {
                return Region::block(string, anchor, cursor, self.memory.want == Some(usize::MAX));
            }
            Mode::VisualLine => return Region::lines(string, anchor, cursor),
            _ if takes_lines => return Region::lines(string, anchor, cursor),
            _ => {}
        }
        let (start, end) = (anchor.min(cursor), anchor.max(cursor));
        let end = if takes_lines { end } else { line::next(string, end).min(string.len()) };
        Region::chars(start..end)
    }

    /// The selection as whole lines, as `D`, `Y` and `J` take it.
    pub(super) fn selected_lines(&mut self, text: &mut Text) -> Region {
        let anchor = text.anchor().unwrap_or(text.cursor());
        let region = Region::lines(text.as_str(), anchor, text.cursor());
        self.leave_visual(text);
        region
    }

    /// An operator on the selection, or on its lines; in a block, to the ends of its lines.
    pub(super) fn on_lines(
        &mut self,
        operator: Operator,
        register: Option<char>,
        text: &mut Text,
    ) -> Outcome {
        let region = if self.mode == Mode::VisualBlock && operator != Operator::Yank {
            self.memory.want = Some(usize::MAX);
            let region = self.selected(text, false);
            self.leave_visual(text);
            region
        } else {
            let lines = self.selected_lines(text);
            let start = text.cursor().min(lines.cursor);
            Region { cursor: start, ..lines }
        };
        self.operate(operator, &region, register, false, None, text)
    }

    /// `r` in visual mode: every character becomes this one.
    pub(super) fn replace_selected(&mut self, with: char, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        self.leave_visual(text);
        let with = if with == '\r' { '\n' } else { with };
        text.set_cursor(region.cursor);
        for range in region.ranges(text.as_str()).into_iter().rev() {
            let old = &text.as_str()[range.clone()];
            let new: String = old.chars().map(|c| if c == '\n' { c } else { with }).collect();
            self.replace(text, range, &new);
        }
        text.set_cursor(region.cursor);
        Outcome::Done
    }
}
