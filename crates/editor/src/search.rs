//! Incremental search through history and the unfinished input.
//!
//! A query without capitals matches either case of ASCII letters.

use std::ops::Range;

use crate::history::Direction;
use crate::input::Input;
use crate::text::Text;

/// A search that goes on.
#[derive(Debug, Clone)]
pub struct Search {
    direction: Direction,
    query: String,
    failing: bool,
    place: Place,
    /// How it was before each key, for Backspace.
    steps: Vec<(String, Place, bool)>,
    /// What was shown when it began.
    origin: (Option<usize>, Text),
}

/// Where a match begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    /// Number of the entry; one more than the last for the unfinished input.
    entry: usize,
    /// In bytes.
    at: usize,
}

impl Search {
    /// Begins at the cursor.
    pub fn new(direction: Direction, input: &Input) -> Self {
        let shown = input.history.visited();
        let place = Place { entry: shown.unwrap_or(input.history.entries().len()), at: input.at() };
        Self {
            direction,
            query: String::new(),
            failing: false,
            place,
            steps: Vec::new(),
            origin: (shown, input.text.clone()),
        }
    }

    /// What is searched for.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Makes the query longer. `false` when nothing matches any more.
    pub fn extend(&mut self, typed: &str, input: &mut Input) -> bool {
        self.remember();
        self.query.push_str(typed);
        self.look(true, input)
    }

    /// Changes the direction.
    pub fn turn(&mut self, direction: Direction) {
        self.direction = direction;
    }

    /// Goes to the next match in a direction. `false` when there is none.
    pub fn again(&mut self, direction: Direction, input: &mut Input) -> bool {
        self.remember();
        self.direction = direction;
        self.look(false, input)
    }

    /// Takes back the last key. `false` when there was none.
    pub fn back(&mut self, input: &mut Input) -> bool {
        let Some((query, place, failing)) = self.steps.pop() else { return false };
        (self.query, self.place, self.failing) = (query, place, failing);
        self.show(input);
        true
    }

    /// Shows again what was shown when the search began.
    pub fn abort(self, input: &mut Input) {
        let (shown, text) = self.origin;
        input.history.visit(&mut input.text, shown);
        input.text = text;
    }

    /// The matched bytes of the text that is shown.
    pub fn found(&self) -> Option<Range<usize>> {
        let found = self.place.at..self.place.at + self.query.len();
        (!self.failing && !self.query.is_empty()).then_some(found)
    }

    /// What to show below the input.
    pub fn line(&self) -> String {
        let failed = if self.failing { "failed " } else { "" };
        let reverse = if self.direction == Direction::Older { "reverse-" } else { "" };
        format!("({failed}{reverse}i-search)`{}'", self.query)
    }

    fn remember(&mut self) {
        self.steps.push((self.query.clone(), self.place, self.failing));
    }

    fn look(&mut self, here_too: bool, input: &mut Input) -> bool {
        let found = if self.query.is_empty() { Some(self.place) } else { self.next(here_too, input) };
        self.failing = found.is_none();
        if let Some(place) = found {
            self.place = place;
            self.show(input);
        }
        !self.failing
    }

    fn show(&self, input: &mut Input) {
        let entries = input.history.entries().len();
        input.history.visit(&mut input.text, (self.place.entry < entries).then_some(self.place.entry));
        input.text.set_anchor(None);
        input.text.set_cursor(self.place.at);
    }

    /// The next match, in this entry or further ones that show something else.
    fn next(&self, here_too: bool, input: &Input) -> Option<Place> {
        let Place { entry, at } = self.place;
        let text = |entry: usize| input.history.shown(&input.text, entry);
        let here = text(entry);
        let fold = !self.query.contains(char::is_uppercase);
        let matches = |entry: usize, at: usize| matches_at(text(entry), at, &self.query, fold);
        match self.direction {
            Direction::Older => {
                let bound = if here_too { at + 1 } else { at };
                (0..bound).rev().find(|&at| matches(entry, at)).map(|at| Place { entry, at }).or_else(|| {
                    (0..entry).rev().filter(|&entry| text(entry) != here).find_map(|entry| {
                        let at = (0..text(entry).len()).rev().find(|&at| matches(entry, at))?;
                        Some(Place { entry, at })
                    })
                })
            }
            Direction::Newer => {
                let bound = if here_too { at } else { at + 1 };
                let found = (bound..here.len()).find(|&at| matches(entry, at));
                found.map(|at| Place { entry, at }).or_else(|| {
                    let further = entry + 1..=input.history.entries().len();
                    further.into_iter().filter(|&entry| text(entry) != here).find_map(|entry| {
                        let at = (0..text(entry).len()).find(|&at| matches(entry, at))?;
                        Some(Place { entry, at })
                    })
                })
            }
        }
    }
}

fn matches_at(text: &str, at: usize, query: &str, fold: bool) -> bool {
    let Some(part) = text.as_bytes().get(at..at + query.len()) else { return false };
    if fold { part.eq_ignore_ascii_case(query.as_bytes()) } else { part == query.as_bytes() }
}
