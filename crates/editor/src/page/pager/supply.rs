//! What the host gives of a text as it is read: asked for only where it is needed.

use super::Pager;

/// What further text is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The window, and a bit.
    Window,
    /// The end.
    End,
    /// The end, again and again.
    Follow,
    /// The text that is looked for, from this line on.
    Find(usize),
    /// All of it, to be saved.
    Save,
}

impl Pager {
    /// The next part of the text.
    pub fn push(&mut self, text: &str, more: bool) {
        (self.asked, self.more) = (false, more);
        self.store.push(text);
        match self.goal {
            Goal::Window | Goal::Save => {}
            Goal::Find(from) => self.find(from),
            Goal::End | Goal::Follow => self.top = self.last_top(),
        }
        if self.goal == Goal::End && !self.more {
            self.goal = Goal::Window;
        }
    }

    /// Whether the host is to be asked for more, once.
    pub fn wants_more(&mut self) -> bool {
        let wanted = match self.goal {
            Goal::Window => self.store.len() < self.top.line + 2 * self.rows().max(1),
            Goal::End | Goal::Follow | Goal::Find(_) | Goal::Save => true,
        };
        let wants = self.more && !self.asked && wanted;
        self.asked |= wants;
        wants
    }

    /// Whether the host works on the next part.
    pub fn waits(&self) -> bool {
        self.asked
    }
}
