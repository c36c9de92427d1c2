//! The completion menu's life: asked for, narrowed, stepped through, taken.
//!
//! While one word is being typed the host is asked once; the menu narrows by itself.
//! Nothing waits for an answer: keys go on, an old menu stays for a moment at most.

mod ask;
mod keys;
mod take;

pub(crate) use keys::KEYS;

use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, Instant};

use crate::command::Completing;
use crate::menu::Menu;
use crate::protocol::{Binding, Candidate, Expression, Kind, Wanted};

/// So long an answer is awaited: then an old menu goes, and what was known early of the next one is shown.
const BUDGET: Duration = Duration::from_millis(150);

/// How far completion has come.
#[derive(Default)]
pub struct Completion {
    /// The last question, and what is to be done with its answer.
    asked: Option<Asked>,
    menu: Option<Open>,
    /// The text has changed and was not read again yet; the menu may be an old one.
    stale: bool,
    /// Where the name begins that the person is typing: what is known of it holds to its end.
    word: Option<usize>,
    /// How often a text was taken in this session.
    used: HashMap<String, u32>,
}

/// A question that was not answered yet.
#[derive(Debug)]
struct Asked {
    seq: u64,
    place: Place,
    bindings: Vec<Binding>,
    then: Completing,
    /// What is known already, in case that the answer takes long.
    early: Option<Vec<Candidate>>,
    /// When waiting for all of it ends.
    until: Option<Instant>,
}

/// What a menu's candidates are good for: one kind of thing, one word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    wanted: Wanted,
    /// Where the word begins, in bytes.
    anchor: usize,
}

/// A menu that has candidates.
struct Open {
    menu: Menu,
    place: Place,
    bindings: Vec<Binding>,
    /// The word as it was typed, once a candidate stands in its place.
    typed: Option<String>,
}

impl Open {
    /// A candidate as an expression, where it is one.
    fn expression(&self, candidate: &Candidate) -> Option<Expression> {
        let source = match &self.place.wanted {
            _ if matches!(candidate.kind, Kind::Keyword | Kind::Parameter | Kind::Path) => return None,
            Wanted::Attribute { of } => format!("{of}.{}", candidate.text),
            Wanted::Name { .. } | Wanted::Value { .. } | Wanted::Exception => candidate.text.clone(),
            _ => return None,
        };
        Some(Expression { source, bindings: self.bindings.clone() })
    }
}

impl fmt::Debug for Completion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.menu.as_ref().map(|open| open.menu.len());
        f.debug_struct("Completion").field("asked", &self.asked).field("rows", &rows).finish_non_exhaustive()
    }
}

impl Completion {
    /// Whether the menu speaks of the text as it is.
    fn is_current(&self) -> bool {
        !self.stale && self.asked.as_ref().is_none_or(|asked| self.is_for(&asked.place))
    }

    /// Whether the menu, which may have come early, answers for a place.
    fn is_for(&self, place: &Place) -> bool {
        self.menu.as_ref().is_some_and(|open| open.place == *place)
    }

    /// The menu, if it is to be seen.
    pub fn shown(&mut self) -> Option<&mut Menu> {
        self.menu.as_mut().map(|open| &mut open.menu).filter(|menu| menu.is_open())
    }

    /// The candidate that is selected.
    pub fn selected(&self) -> Option<&Candidate> {
        self.menu.as_ref().and_then(|open| open.menu.selected())
    }

    /// Whether a row is the selected one.
    pub fn is_selected(&self, row: usize) -> bool {
        self.menu.as_ref().is_some_and(|open| open.menu.selected_row() == Some(row))
    }

    /// The selected candidate as an expression, where it is one.
    pub fn expression(&self) -> Option<Expression> {
        let open = self.menu.as_ref()?;
        open.expression(open.menu.selected()?)
    }

    /// The candidate that the word is most likely the beginning of, as an expression.
    pub fn expression_of_best(&self) -> Option<Expression> {
        let open = self.menu.as_ref().filter(|_| self.is_current())?;
        open.expression(open.menu.best()?)
    }

    /// Closes the menu; an answer that is still to come is ignored.
    pub fn close(&mut self) {
        (self.asked, self.menu, self.stale) = (None, None, false);
    }

    /// Closes the menu because the cursor is elsewhere now.
    pub fn forget(&mut self) {
        self.close();
        self.word = None;
    }

    /// Part of the answer to the last question; others are ignored.
    pub fn known_early(&mut self, seq: u64, candidates: Vec<Candidate>) {
        if let Some(asked) = self.asked.as_mut().filter(|asked| asked.seq == seq) {
            asked.early = Some(candidates);
        }
    }

    /// When an old menu goes, or one opens with what is known.
    pub fn deadline(&self) -> Option<Instant> {
        let waits = |asked: &&Asked| self.menu.is_some() || asked.early.is_some();
        self.asked.as_ref().filter(waits).and_then(|asked| asked.until)
    }
}
