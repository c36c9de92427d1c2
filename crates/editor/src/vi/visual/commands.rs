//! What the commands of visual mode do.

use crate::text::Text;
use crate::vi::action::Call;
use crate::vi::object::{Object, Shape};
use crate::vi::operator::Operator;
use crate::vi::operator::region::Region;
use crate::vi::{Mode, Outcome, Vi, line};

impl Vi {
    pub(in crate::vi) fn join_selected(&mut self, spaces: bool, text: &mut Text) -> Outcome {
        let lines = self.selected_start(text);
        let last = line::start(text.as_str(), lines.range.end);
        if last != lines.range.start {
            self.join(&lines, spaces, text);
            return Outcome::Done;
        }
        let below = line::below(text.as_str(), lines.range.end);
        let Some(below) = below else { return Outcome::Bell };
        let region = Region::lines(text.as_str(), lines.range.start, below);
        self.join(&region, spaces, text);
        Outcome::Done
    }

    pub(in crate::vi) fn begin_visual(&mut self, mode: Mode, call: &Call, text: &mut Text) -> Outcome {
        self.enter_visual(mode, text);
        match (call.count, self.memory.extent) {
            (Some(count), Some(extent)) => self.select_times_extent(extent, count, text),
            (Some(count), None) if mode == Mode::VisualLine => Self::select_lines(count, text),
            (Some(count), None) => {
                Self::select_times(count, text);
                self.memory.want = None;
            }
            (None, _) => {}
        }
        Outcome::Done
    }

    /// A line that is typed for the selection: the selection ends, the cursor where it began.
    pub(in crate::vi) fn leave_for_line(&mut self, prompt: char, text: &mut Text) {
        if prompt == ':' && self.mode.is_visual() {
            let start = self.selected(text, false).range.start;
            self.leave_visual(text);
            text.set_cursor(start);
        }
    }

    pub(in crate::vi) fn on_selection(
        &mut self,
        operator: Operator,
        call: &Call,
        text: &mut Text,
    ) -> Outcome {
        let region = self.selected(text, false);
        self.leave_visual(text);
        self.on_region(operator, &region, call, text)
    }

    pub(in crate::vi) fn delete_lines_or_block(&mut self, call: &Call, text: &mut Text) -> Outcome {
        if self.mode == Mode::VisualBlock {
            return self.on_selection(Operator::Delete, call, text);
        }
        self.on_lines(Operator::Delete, call.register, text)
    }

    pub(in crate::vi) fn change_lines(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let region = self.selected_lines(text);
        self.on_region(Operator::Change, &region, call, text)
    }

    pub(in crate::vi) fn yank_lines(&mut self, call: &Call, text: &mut Text) -> Outcome {
        if self.mode == Mode::VisualBlock {
            return self.on_selection(Operator::Yank, call, text);
        }
        self.on_lines(Operator::Yank, call.register, text)
    }

    pub(in crate::vi) fn add_selected(&mut self, by: i64, growing: bool, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        self.leave_visual(text);
        self.add_in(&region, by, growing, text)
    }

    /// Extends the selection by an object.
    pub(in crate::vi) fn select(
        &mut self,
        object: &Object,
        around: bool,
        count: Option<usize>,
        text: &mut Text,
    ) -> Outcome {
        let here = self.here(text, count, '\0', None);
        let Some(selected) = (object.run)(&here, around) else {
            let missed = (object.missed)(&here, around);
            if object.jump {
                self.memory.jump_from(text.as_str(), text.cursor());
            }
            text.set_anchor(Some(missed.anchor));
            text.set_cursor(missed.cursor);
            self.memory.want = None;
            return Outcome::Bell;
        };
        if let Some(from) = selected.jump.or(object.jump.then_some(text.cursor())) {
            self.memory.jump_from(text.as_str(), from);
        }
        text.set_anchor(Some(selected.start));
        text.set_cursor(selected.end);
        match selected.shape {
            Some(Shape::Lines) => self.mode = Mode::VisualLine,
            Some(Shape::Chars) => self.mode = Mode::Visual,
            None if self.mode == Mode::VisualLine && !keeps_lines(object) => self.mode = Mode::Visual,
            None => {}
        }
        self.memory.want = None;
        Outcome::Done
    }
}

/// Paragraphs extend a selection of lines as lines.
fn keeps_lines(object: &Object) -> bool {
    object.keys[0] == "p" || object.keys[0] == "s"
}
