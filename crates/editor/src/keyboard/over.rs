//! What a person bound over vi's own keys.

use super::Keyboard;
use crate::key::Key;
use crate::keymap::Found;

/// What a key led to.
#[derive(Debug, Clone, Copy)]
pub enum Over {
    /// A bound sequence, whole.
    Found(Found),
    /// It begins one, or goes on with it.
    More,
    /// It is vi's, or the first of those that waited is; the others are left to be pressed anew.
    Vi(Key),
}

impl Keyboard {
    /// Takes the next key, before vi does; `inserting` tells which table counts.
    pub fn press_over(&mut self, key: Key, inserting: bool) -> Over {
        let map = if inserting { &self.vi_insert } else { &self.vi_normal };
        self.over.push(key);
        match map.find(&self.over, false) {
            Found::Nothing => self.give_up_over().unwrap_or(Over::More),
            Found::Prefix => Over::More,
            found => {
                self.over.clear();
                Over::Found(found)
            }
        }
    }

    /// No further key came, or none that fits: those that waited are vi's.
    pub fn give_up_over(&mut self) -> Option<Over> {
        let keys = std::mem::take(&mut self.over);
        let (&first, rest) = keys.split_first()?;
        self.left.extend(rest);
        Some(Over::Vi(first))
    }

    /// Whether keys wait that may begin a sequence.
    pub fn holds_over(&self) -> bool {
        !self.over.is_empty()
    }
}
