//! What outlives a command.

use super::{
    mark, mark::change_list, mark::jump_list, motion::find, register, repeat, search, substitute, visual,
    visual::extent,
};

/// What outlives a command.
#[derive(Debug, Default)]
pub struct Memory {
    pub registers: register::Registers,
    pub marks: mark::Marks,
    pub changes: change_list::ChangeList,
    pub jumps: jump_list::JumpList,
    pub find: Option<find::Find>,
    pub search: Option<search::Search>,
    pub substitution: Option<substitute::Substitution>,
    pub repeats: repeat::Repeats,
    pub visual: Option<visual::Last>,
    /// How much was selected when a command was last applied to a selection.
    pub extent: Option<extent::Extent>,
    /// The first and the last column of what an operator was last applied to, as far as vim
    /// looked at them: `A` goes behind the selection only where they differ.
    pub columns: (usize, usize),
    /// The keys of the last insertion.
    pub inserted: String,
    /// The column that `j` and `k` aim at; `None` is where the cursor is.
    pub want: Option<usize>,
    /// The register that `@@` runs.
    pub macro_name: Option<char>,
    /// Lines typed at a prompt, oldest first.
    pub lines: Vec<(char, String)>,
}

impl Memory {
    /// A jump starts here.
    pub fn jump_from(&mut self, text: &str, at: usize) {
        self.marks.set_jump(text, at);
        self.jumps.add(mark::Place::of(text, at));
    }

    /// Lets all places follow a change of rows.
    pub fn follow(&mut self, shift: &mark::Shift) {
        self.marks.follow(shift);
        self.changes.follow(shift);
        self.jumps.follow(shift);
        if let Some(last) = &mut self.visual {
            last.places().for_each(|place| *place = shift.kept(*place));
        }
    }

    /// All places.
    pub fn places(&mut self) -> impl Iterator<Item = &mut mark::Place> {
        let selected = self.visual.iter_mut().flat_map(visual::Last::places);
        self.marks.places().chain(self.changes.places()).chain(selected)
    }

    /// The places that belong to lines.
    pub fn held(&self) -> Held {
        (self.marks.clone(), self.changes.clone(), self.visual)
    }

    /// Puts places back, in the rows that their lines have now; those of the last change stay.
    pub fn put_back(&mut self, (mut marks, changes, visual): Held, row: &dyn Fn(usize) -> usize) {
        for name in ['.', '[', ']'] {
            marks.remove(name);
        }
        let change = self.marks.clone();
        (self.marks, self.changes, self.visual) = (marks, changes, visual);
        for place in self.places() {
            place.row = row(place.row);
        }
        for name in ['.', '[', ']'] {
            if let Some(place) = change.place(name) {
                self.marks.put(name, place);
            }
        }
    }
}

/// Places to be put back.
type Held = (mark::Marks, change_list::ChangeList, Option<visual::Last>);
