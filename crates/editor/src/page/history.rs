//! The history browser: look for former inputs, mark some or some of their lines, and
//! take them to the prompt.
//!
//! Entries are named by their numbers in history; each text is listed once, as it was
//! entered last. Invariant: marks are in the order in which they were made.

mod age;
mod choice;
mod draw;
mod mouse;
mod regions;
mod scope;
#[cfg(test)]
mod tests;
mod verb;

use crate::event::Place;
use crate::filter::Filter;
use crate::history::History;
use crate::key::Key;
use crate::minibuffer::{Minibuffer, Typed};
use crate::page::{List, PageEffect};

use choice::Mark;
use regions::Regions;
use scope::Scope;
pub use verb::KEYS;
use verb::Verb;

/// The page.
#[derive(Debug)]
pub struct Browser {
    place: Place,
    scope: Scope,
    /// Entries in scope, the newest first.
    entries: Vec<usize>,
    filter: Filter,
    query: Minibuffer,
    list: List,
    focus: Focus,
    /// The selected line of the selected entry.
    line: usize,
    marks: Vec<Mark>,
    /// Escape leads to vi's keys, not out.
    vi: bool,
    /// The person is asked whether to delete.
    asking: bool,
    told: &'static str,
    regions: Regions,
}

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    /// Letters go to the query.
    Query,
    /// Vi's keys move in the list.
    List,
    /// Keys move through the lines of the selected entry.
    Lines,
}

impl Browser {
    /// All entries, the newest selected. `place` is where they are looked at; with `vi`,
    /// Escape leads to vi's keys.
    pub fn new(history: &History, place: Place, vi: bool) -> Self {
        let mut browser = Self {
            place,
            scope: Scope::All,
            entries: Vec::new(),
            filter: Filter::new(std::iter::empty()),
            query: Minibuffer::new("> "),
            list: List::default(),
            focus: Focus::Query,
            line: 0,
            marks: Vec::new(),
            vi,
            asking: false,
            told: "",
            regions: Regions::default(),
        };
        browser.list_scope(history);
        browser
    }

    /// History holds other entries: `front` of them came before those that were there,
    /// or some are gone.
    pub fn refresh(&mut self, history: &History, front: usize) {
        // Where entries are gone, the marks' numbers are no longer those of their entries.
        self.marks.retain(|_| front > 0);
        for mark in &mut self.marks {
            mark.entry += front;
        }
        self.list_scope(history);
    }

    fn narrow(&mut self) {
        self.filter.narrow(self.query.as_str());
        self.list.set_length(self.filter.hits().len());
    }

    /// The number of the entry in a row of the list.
    fn entry(&self, row: usize) -> usize {
        self.entries[self.filter.hits()[row] as usize]
    }

    fn selected(&self) -> Option<usize> {
        self.list.selected().map(|row| self.entry(row))
    }

    /// A key that a person pressed.
    pub fn key(&mut self, key: Key, history: &History) -> PageEffect {
        self.told = "";
        if std::mem::take(&mut self.asking) {
            return if key.types() == Some('y') { self.delete(history) } else { PageEffect::Stay };
        }
        if let Some(verb) = Verb::of(key, self.focus == Focus::Query) {
            return self.perform(verb, history);
        }
        let typed = if self.focus == Focus::Query { self.query.key(key) } else { Typed::Unknown };
        self.typed(typed)
    }

    /// A paste goes to the query.
    pub fn paste(&mut self, text: &str) -> PageEffect {
        self.focus = Focus::Query;
        let typed = self.query.insert(text);
        self.typed(typed)
    }

    fn typed(&mut self, typed: Typed) -> PageEffect {
        if typed == Typed::Changed {
            self.narrow();
            self.select(0);
        }
        if typed.is_taken() { PageEffect::Stay } else { PageEffect::Bell }
    }

    fn perform(&mut self, verb: Verb, history: &History) -> PageEffect {
        match verb {
            Verb::Move(by) => self.step(by, history),
            Verb::Page(by) => self.step(by * self.list.height().max(1).cast_signed(), history),
            Verb::Mark(then) => self.mark(then, history),
            Verb::Insert => self.insert(history),
            Verb::Copy => self.copy(history),
            Verb::Delete => self.ask(),
            Verb::Lines => self.turn_to_lines(),
            Verb::Scope => self.next_scope(history),
            Verb::Query => self.turn(Focus::Query),
            Verb::Leave => self.leave(),
            Verb::Close => PageEffect::Close,
        }
    }

    /// Up is older.
    fn step(&mut self, by: isize, history: &History) -> PageEffect {
        let moved = if self.focus == Focus::Lines {
            let last = self.selected().map_or(0, |entry| history.entries()[entry].matches('\n').count());
            let to = self.line.saturating_add_signed(-by).min(last);
            std::mem::replace(&mut self.line, to) != to
        } else {
            self.line = 0;
            self.list.step(by)
        };
        if moved { PageEffect::Stay } else { PageEffect::Bell }
    }

    fn select(&mut self, row: usize) {
        self.list.select(row);
        self.line = 0;
    }

    fn turn(&mut self, focus: Focus) -> PageEffect {
        self.focus = focus;
        PageEffect::Stay
    }

    fn turn_to_lines(&mut self) -> PageEffect {
        match (self.focus, self.selected()) {
            (Focus::Lines, _) => self.turn(self.resting()),
            (_, Some(_)) => self.turn(Focus::Lines),
            (_, None) => PageEffect::Bell,
        }
    }

    /// Where keys go when nothing special is done.
    fn resting(&self) -> Focus {
        if self.vi { Focus::List } else { Focus::Query }
    }

    /// Escape.
    fn leave(&mut self) -> PageEffect {
        let resting = self.resting();
        if self.focus == resting { PageEffect::Close } else { self.turn(resting) }
    }
}
