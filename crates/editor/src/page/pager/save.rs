//! The pager's text, written to a file once all of it has come.

use super::{Goal, Line, Pager};
use crate::event::Saved;
use crate::page::PageEffect;
use crate::saving::{Saving, Step};

impl Pager {
    pub(super) fn save(&mut self) -> PageEffect {
        self.line = Line::Save(Saving::new("the text"));
        PageEffect::Stay
    }

    pub(super) fn saving(&mut self, step: Step) -> PageEffect {
        match step {
            Step::Stay => PageEffect::Stay,
            Step::Bell => PageEffect::Bell,
            Step::Cancel => {
                (self.goal, self.file) = (Goal::Window, None);
                self.close_line()
            }
            Step::Write { path, overwrite } => {
                (self.goal, self.file) = (Goal::Save, Some((path, overwrite)));
                PageEffect::Stay
            }
        }
    }

    /// The file that is to be written now, all of its text being there: path, text, and
    /// whether it may be overwritten.
    pub fn file(&mut self) -> Option<(String, String, bool)> {
        let (path, overwrite) = self.file.take_if(|_| !self.more)?;
        Some((path, self.store.as_str().to_owned(), overwrite))
    }

    /// What came of saving.
    pub fn saved(&mut self, saved: Saved) {
        self.goal = Goal::Window;
        if let Line::Save(saving) = &mut self.line
            && let Some(told) = saving.saved(saved)
        {
            self.told = told;
            self.line = Line::Status;
        }
    }
}
