//! The pager: text longer than the screen, which the host produces as it is read.
//!
//! Invariant: the host is asked for more only while a key or the window needs it, and
//! never twice at a time; so what nobody reads is never made.

mod draw;
mod save;
mod scroll;
mod search;
mod store;
mod styled;
mod supply;
#[cfg(test)]
mod tests;
mod verb;

use crate::event::{Mouse, MouseKind, Size};
use crate::key::Key;
use crate::minibuffer::{Minibuffer, Typed};
use crate::page::PageEffect;
use crate::protocol::NewPage;
use crate::saving::Saving;
use crate::theme::Theme;

use scroll::Spot;
use store::Store;
use supply::Goal;
pub use verb::KEYS;
use verb::Verb;

/// So many rows one turn of the wheel moves.
const WHEEL: isize = 3;

/// The page.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Pager {
    title: String,
    /// It is Python, to be coloured here.
    python: bool,
    store: Store,
    /// The host has more.
    more: bool,
    /// The host was asked for it.
    asked: bool,
    goal: Goal,
    top: Spot,
    /// Columns that are scrolled away, where lines are not wrapped.
    left: usize,
    wrap: bool,
    size: Size,
    line: Line,
    /// A file to be written as soon as all of the text is there.
    file: Option<(String, bool)>,
    needle: String,
    backward: bool,
    /// The line that was found last.
    found: Option<usize>,
    told: String,
    /// As it was drawn last.
    theme: Box<Theme>,
}

/// What the last row is used for.
#[derive(Debug)]
enum Line {
    Status,
    Search(Minibuffer),
    Save(Saving),
}

impl Pager {
    /// A page with the first part of its text.
    pub fn new(page: NewPage, size: Size) -> Self {
        let mut pager = Self {
            title: page.title,
            python: page.python,
            store: Store::default(),
            more: page.more,
            asked: false,
            goal: Goal::Window,
            top: Spot::default(),
            left: 0,
            wrap: true,
            size,
            line: Line::Status,
            file: None,
            needle: String::new(),
            backward: false,
            found: None,
            told: String::new(),
            theme: Box::default(),
        };
        pager.store.push(&page.text);
        if page.at_end {
            pager.go_to_end(Goal::End);
        }
        pager
    }

    /// A key that a person pressed.
    pub fn key(&mut self, key: Key) -> PageEffect {
        self.told.clear();
        match &mut self.line {
            Line::Status => match Verb::of(key) {
                Some(verb) => self.perform(verb),
                None => PageEffect::Bell,
            },
            Line::Search(needle) => match needle.key(key) {
                Typed::Done => self.search(),
                Typed::Cancel => self.close_line(),
                Typed::Changed | Typed::Moved => PageEffect::Stay,
                Typed::Unknown => PageEffect::Bell,
            },
            Line::Save(saving) => {
                let step = saving.key(key);
                self.saving(step)
            }
        }
    }

    /// A paste goes to the line that is being filled in.
    pub fn paste(&mut self, text: &str) -> PageEffect {
        match &mut self.line {
            Line::Status => return PageEffect::Bell,
            Line::Search(needle) => drop(needle.insert(text)),
            Line::Save(saving) => saving.paste(text),
        }
        PageEffect::Stay
    }

    /// The wheel scrolls; the hints are buttons.
    pub fn mouse(&mut self, mouse: Mouse) -> PageEffect {
        match mouse.kind {
            MouseKind::WheelUp => self.scroll(-WHEEL),
            MouseKind::WheelDown => self.scroll(WHEEL),
            MouseKind::Press if usize::try_from(mouse.row) == Ok(self.rows()) => {
                let verb = self.verb_at(mouse.column.into());
                self.told.clear();
                verb.map_or(PageEffect::Stay, |verb| self.perform(verb))
            }
            _ => PageEffect::Stay,
        }
    }

    fn perform(&mut self, verb: Verb) -> PageEffect {
        self.goal = Goal::Window;
        match verb {
            Verb::Rows(by) => self.scroll(by),
            Verb::Halves(by) => self.scroll(by * (self.rows() / 2).max(1).cast_signed()),
            Verb::Top => self.go(Spot::default()),
            Verb::End => self.go_to_end(Goal::End),
            Verb::Follow => self.go_to_end(Goal::Follow),
            Verb::Aside(by) => self.aside(by),
            Verb::Wrap => self.toggle_wrap(),
            Verb::Search(backward) => self.ask_for_needle(backward),
            Verb::Again(turned) => self.again(turned),
            Verb::Save => self.save(),
            Verb::Leave => PageEffect::Leave(self.seen()),
        }
    }

    fn close_line(&mut self) -> PageEffect {
        self.line = Line::Status;
        PageEffect::Stay
    }
}
