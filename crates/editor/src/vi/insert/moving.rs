//! Moving while inserting: the arrow keys and `C-O`.

use crate::text::Text;
use crate::vi::insert::Insertion;
use crate::vi::motion::at_wanted;
use crate::vi::{Mode, Outcome, Vi, line};

/// Where `C-O` came from.
#[derive(Debug, Clone, Copy)]
pub struct Once {
    mode: Mode,
    /// The cursor was behind the last character of this row.
    at_end_of: Option<usize>,
    /// Something was typed in the insertion, so that it is the last change.
    typed: bool,
}

impl Once {
    /// The command has put the cursor where it is to stay, also in a line of one character.
    pub(in crate::vi) fn stay(&mut self) {
        self.at_end_of = None;
    }

    /// Whether the last change is the insertion itself, which is not over.
    pub(in crate::vi) fn behind_typed(self) -> bool {
        self.typed
    }
}

impl Vi {
    pub(in crate::vi) fn one_command(&mut self, text: &mut Text) -> Outcome {
        let at = text.cursor();
        let string = text.as_str();
        let at_end = line::at_end(string, at) && at > line::start(string, at);
        let once = Once {
            mode: self.mode,
            at_end_of: line::at_end(string, at).then(|| line::row(string, at)),
            typed: self.insertion.as_ref().is_some_and(|it| !it.moved),
        };
        // The count ends here: what was typed so far stays single.
        if let Some(insertion) = &mut self.insertion {
            insertion.count = 1;
        }
        self.end_insertion(text);
        text.set_cursor(if at_end { line::prev(text.as_str(), at) } else { at });
        // Vertical motions aim at the column that was typed in.
        self.memory.want = at_end.then(|| line::columns(text.as_str(), at).start);
        self.once = Some(once);
        Outcome::Done
    }

    /// The command is done: insert mode again.
    pub(in crate::vi) fn back_to_insertion(&mut self, once: Once, text: &mut Text) {
        let at = text.cursor();
        let string = text.as_str();
        let last = at == line::last(string, at) && !line::is_empty(string, at);
        let farther = self.memory.want.is_some_and(|want| want > line::columns(string, at).start);
        let at_end = once.at_end_of == Some(line::row(string, at)) || farther;
        if last && at_end {
            let end = line::end(string, at);
            text.set_cursor(end);
        }
        self.memory.want = None;
        self.begin_insertion(text, Insertion::default());
        self.mode = once.mode;
        self.moved();
    }

    fn arrow(&mut self, at: Option<usize>, text: &mut Text) -> Outcome {
        let Some(at) = at else { return Outcome::Bell };
        let want = self.memory.want;
        text.set_cursor(at);
        self.break_insertion(text);
        self.memory.want = want;
        Outcome::Done
    }

    pub(in crate::vi) fn arrow_left(&mut self, text: &mut Text) -> Outcome {
        self.memory.want = None;
        let at = text.cursor();
        let start = line::start(text.as_str(), at);
        self.arrow((at > start).then(|| line::prev(text.as_str(), at)), text)
    }

    pub(in crate::vi) fn arrow_right(&mut self, text: &mut Text) -> Outcome {
        self.memory.want = None;
        let at = text.cursor();
        self.arrow((!line::at_end(text.as_str(), at)).then(|| line::next(text.as_str(), at)), text)
    }

    pub(in crate::vi) fn arrow_home(&mut self, text: &mut Text) -> Outcome {
        self.memory.want = None;
        self.arrow(Some(line::start(text.as_str(), text.cursor())), text)
    }

    pub(in crate::vi) fn arrow_end(&mut self, text: &mut Text) -> Outcome {
        self.memory.want = Some(usize::MAX);
        self.arrow(Some(line::end(text.as_str(), text.cursor())), text)
    }

    pub(in crate::vi) fn arrow_up(&mut self, text: &mut Text) -> Outcome {
        self.arrow_to(line::above(text.as_str(), text.cursor()), crate::vi::Direction::Older, text)
    }

    pub(in crate::vi) fn arrow_down(&mut self, text: &mut Text) -> Outcome {
        self.arrow_to(line::below(text.as_str(), text.cursor()), crate::vi::Direction::Newer, text)
    }

    /// `C-G j` and `C-G k`: one line on, to the column where the insertion began.
    pub(in crate::vi) fn go_to_first_column(&mut self, down: bool, text: &mut Text) -> Outcome {
        let start = self.insertion.as_ref().map_or(text.cursor(), |insertion| insertion.start);
        self.memory.want = Some(line::columns(text.as_str(), start).start);
        if down { self.arrow_down(text) } else { self.arrow_up(text) }
    }

    fn arrow_to(&mut self, start: Option<usize>, edge: crate::vi::Direction, text: &mut Text) -> Outcome {
        let Some(start) = start else { return Outcome::History(edge, 1) };
        let want = self.memory.want.unwrap_or_else(|| line::columns(text.as_str(), text.cursor()).start);
        self.memory.want = Some(want);
        let end = line::end(text.as_str(), start);
        let at = if want == usize::MAX { end } else { line::at_column(text.as_str(), start, want) };
        debug_assert!(at_wanted(text.as_str(), start, want, true) <= end);
        self.arrow(Some(at), text)
    }
}
