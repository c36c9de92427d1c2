//! Looking for a text in the pager, also in what has not come yet.

use super::{Goal, Line, Pager};
use crate::minibuffer::Minibuffer;
use crate::page::PageEffect;

impl Pager {
    pub(super) fn ask_for_needle(&mut self, backward: bool) -> PageEffect {
        self.backward = backward;
        self.line = Line::Search(Minibuffer::new(if backward { "?" } else { "/" }));
        PageEffect::Stay
    }

    /// Enter: an empty line looks for the same again.
    pub(super) fn search(&mut self) -> PageEffect {
        if let Line::Search(typed) = std::mem::replace(&mut self.line, Line::Status)
            && !typed.as_str().is_empty()
        {
            typed.as_str().clone_into(&mut self.needle);
            self.found = None;
        }
        self.again(false)
    }

    pub(super) fn again(&mut self, turned: bool) -> PageEffect {
        if self.needle.is_empty() {
            return PageEffect::Bell;
        }
        let here = self.found.filter(|found| *found >= self.top.line);
        if self.backward == turned {
            self.find(here.map_or(self.top.line, |line| line + 1));
        } else {
            match self.store.find(&self.needle, here.unwrap_or(self.top.line), true) {
                Some(line) => self.show_found(line),
                None => self.told = "Not found above.".into(),
            }
        }
        PageEffect::Stay
    }

    /// Looks for the text from a line on; what has not come yet is waited for.
    pub(super) fn find(&mut self, from: usize) {
        self.goal = Goal::Window;
        match self.store.find(&self.needle, from, false) {
            Some(line) => self.show_found(line),
            // The last line may be only half of one.
            None if self.more => self.goal = Goal::Find(self.store.len().saturating_sub(1).max(from)),
            None => self.told = "Not found below.".into(),
        }
    }
}
