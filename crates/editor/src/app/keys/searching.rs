//! The keys of an incremental search.

use crate::app::App;
use crate::app::keys::{is_accept, is_cancel};
use crate::event::Effect;
use crate::history::Direction;
use crate::key::{Code, Key};
use crate::search::Search;

/// The keys of a search, for the reference.
pub(crate) const KEYS: &[(&str, &str)] = &[
    ("ctrl-r, up", "Go to the match before; with nothing typed, search for the last query again."),
    ("ctrl-s, down", "Go to the match behind."),
    ("backspace", "Take back the last key."),
    ("enter, escape", "Take what is shown, without running it."),
    ("ctrl-g, ctrl-c", "Go back to what was shown before."),
];

impl App {
    pub(in crate::app) fn begin_search(&mut self, direction: Direction) {
        self.input.deselect();
        self.search = Some(Search::new(direction, &self.input));
    }

    /// Takes a key while searching. A key that means nothing to the search ends it and
    /// goes on to its own command: then `false`.
    pub(in crate::app) fn search_key(&mut self, key: Key) -> bool {
        let Some(search) = &mut self.search else { return false };
        let found = match (key, key.types()) {
            (key, _) if is_cancel(key) => {
                self.abort_search();
                return true;
            }
            (key, _) if is_accept(key) => {
                self.end_search();
                return true;
            }
            (key, _) if key == Key::plain(Code::Backspace) || key == Key::ctrl('h') => {
                search.back(&mut self.input)
            }
            (key, _) if key == Key::ctrl('r') || key == Key::plain(Code::Up) => {
                self.search_again(Direction::Older);
                return true;
            }
            (key, _) if key == Key::ctrl('s') || key == Key::plain(Code::Down) => {
                self.search_again(Direction::Newer);
                return true;
            }
            (_, Some(c)) => search.extend(c.encode_utf8(&mut [0; 4]), &mut self.input),
            _ => {
                self.end_search();
                return false;
            }
        };
        self.ring_unless(found);
        true
    }

    /// Adds text to the query.
    pub(in crate::app) fn extend_search(&mut self, text: &str) {
        if let Some(search) = &mut self.search {
            let found = search.extend(text, &mut self.input);
            self.ring_unless(found);
        }
    }

    /// The next match; with nothing typed yet, of what was searched for last.
    fn search_again(&mut self, direction: Direction) {
        let Some(search) = &mut self.search else { return };
        let found = if search.query().is_empty() {
            let query = self.searched.clone();
            search.turn(direction);
            search.extend(&query, &mut self.input)
        } else {
            search.again(direction, &mut self.input)
        };
        self.ring_unless(found);
    }

    pub(in crate::app) fn end_search(&mut self) {
        if let Some(search) = self.search.take() {
            search.query().clone_into(&mut self.searched);
        }
    }

    pub(in crate::app) fn abort_search(&mut self) {
        if let Some(search) = self.search.take() {
            search.query().clone_into(&mut self.searched);
            search.abort(&mut self.input);
        }
    }

    fn ring_unless(&mut self, found: bool) {
        if !found {
            self.effects.push(Effect::Bell);
        }
    }
}
