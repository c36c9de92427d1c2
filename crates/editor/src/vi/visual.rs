//! Visual mode: the selection, and what is done with it besides operators.

pub(super) mod commands;
pub(super) mod extent;
pub(super) mod put_over;
pub(super) mod selection;

use super::mark::Place;
use super::operator::Operator;
use super::operator::region::Kind;
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

impl Last {
    /// Both ends.
    pub fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        [&mut self.anchor, &mut self.cursor].into_iter()
    }
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

    /// What `gv` selects after a register took the place of the selection: that text.
    pub(super) fn remember_put(&mut self, mode: Mode) {
        let (first, last) = (self.memory.marks.place('['), self.memory.marks.place(']'));
        if let (Some(anchor), Some(cursor)) = (first, last) {
            self.memory.visual = Some(Last { mode, anchor, cursor, want: None });
        }
    }

    /// `m<` and `m>`: one end of what `gv` selects.
    pub(super) fn mark_end_of_selection(&mut self, first: bool, place: Place) {
        let fresh = Last { mode: Mode::Visual, anchor: place, cursor: place, want: None };
        let last = self.memory.visual.get_or_insert(fresh);
        *(if first { &mut last.anchor } else { &mut last.cursor }) = place;
    }

    /// An operator with `C-V` before its motion: to `gv` that block was selected.
    pub(in crate::vi) fn remember_block(&mut self, anchor: usize, cursor: usize, text: &Text) {
        let (anchor, cursor) = (Place::of(text.as_str(), anchor), Place::of(text.as_str(), cursor));
        self.memory.visual = Some(Last { mode: Mode::VisualBlock, anchor, cursor, want: None });
        self.memory.marks.put('<', anchor.min(cursor));
        self.memory.marks.put('>', anchor.max(cursor));
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
            self.other_side(anchor, cursor, text);
        } else {
            text.set_anchor(Some(cursor));
            text.set_cursor(anchor);
            self.memory.want = None;
        }
        Outcome::Done
    }

    /// The cursor to the right side of the block, or to the left one if it is there already.
    fn other_side(&mut self, anchor: usize, cursor: usize, text: &mut Text) {
        let string = text.as_str();
        let (a, c) = (line::columns(string, anchor), line::columns(string, cursor));
        let (left, right) = (a.start.min(c.start), a.end.max(c.end) - 1);
        let at = |place: usize, column: usize| line::at_column(string, place, column);
        let to_right = at(cursor, right);
        let (anchor, cursor, want) = if to_right == cursor {
            (at(anchor, right), at(cursor, left), left)
        } else {
            (at(anchor, left), to_right, right)
        };
        text.set_anchor(Some(anchor));
        text.set_cursor(cursor);
        self.memory.want = Some(want);
    }

    /// A count before `v`: so many characters.
    pub(super) fn select_times(count: usize, text: &mut Text) {
        let (string, at) = (text.as_str(), text.cursor());
        let end = line::end(string, at);
        let stop = (1..count).fold(at, |at, _| if at < end { line::next(string, at) } else { at });
        text.set_cursor(line::clamp(string, stop));
    }

    /// A count before `V`: so many lines.
    pub(super) fn select_lines(count: usize, text: &mut Text) {
        let (string, at) = (text.as_str(), text.cursor());
        let (row, column) = (line::row(string, at), line::columns(string, at).start);
        let last = (row + count - 1).min(line::count(string) - 1);
        text.set_cursor(line::clamp(string, line::at_column(string, line::nth(string, last), column)));
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
            self.selected_lines(text)
        };
        self.operate(operator, &region, register, false, None, text)
    }

    /// `r` in visual mode: every character becomes this one.
    pub(super) fn replace_selected(&mut self, with: char, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        self.leave_visual(text);
        let with = if with == '\r' { '\n' } else { with };
        text.set_cursor(region.cursor);
        self.memory.marks.set(text.as_str(), '[', region.range.start);
        self.memory.marks.set(text.as_str(), ']', line::prev(text.as_str(), region.range.end));
        for range in region.ranges(text.as_str()).into_iter().rev() {
            let old = &text.as_str()[range.clone()];
            let new = replaced(old, with, matches!(region.kind, Kind::Block(_)));
            self.replace(text, range, &new);
        }
        let lines = region.kind == Kind::Lines;
        text.set_cursor(if lines { line::start(text.as_str(), region.cursor) } else { region.cursor });
        Outcome::Done
    }
}

/// The same characters all over; in a block as many as the columns were.
fn replaced(old: &str, with: char, block: bool) -> String {
    if block && with == '\n' {
        return with.into();
    }
    let times = |c| if block && line::width(with, 0) == 1 { line::width(c, 0) } else { 1 };
    old.chars().flat_map(|c| std::iter::repeat_n(if c == '\n' { c } else { with }, times(c))).collect()
}
