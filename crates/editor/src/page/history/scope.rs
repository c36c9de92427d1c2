//! Whose entries are listed.

use std::collections::HashSet;

use super::Browser;
use crate::filter::Filter;
use crate::history::History;
use crate::page::PageEffect;

/// Whose entries are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    All,
    Directory,
    Session,
}

impl Browser {
    /// Lists what the scope holds.
    pub(super) fn list_scope(&mut self, history: &History) {
        let mut seen = HashSet::with_capacity(history.entries().len());
        let texts = history.entries();
        let place = &self.place;
        let holds = |&entry: &usize| match self.scope {
            Scope::All => true,
            Scope::Directory => *history.origin(entry).directory == place.directory,
            Scope::Session => *history.origin(entry).session == place.session,
        };
        let newest_first = (0..texts.len()).rev().filter(holds);
        self.entries = newest_first.filter(|&entry| seen.insert(texts[entry].as_str())).collect();
        self.filter = Filter::new(self.entries.iter().map(|&entry| texts[entry].as_str()));
        self.narrow();
    }

    pub(super) fn next_scope(&mut self, history: &History) -> PageEffect {
        self.scope = match self.scope {
            Scope::All => Scope::Directory,
            Scope::Directory => Scope::Session,
            Scope::Session => Scope::All,
        };
        self.list_scope(history);
        self.select(0);
        PageEffect::Stay
    }
}
