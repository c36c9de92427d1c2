//! Marks: places that survive changes elsewhere.
//!
//! Invariant: a mark is a row and a byte column; rows follow inserted and removed
//! lines, and a mark is gone with its line.

pub(super) mod change_list;
pub(super) mod jump_list;
pub(super) mod past;
mod shift;

use super::line;

pub use shift::Shift;

/// A place by row (from 0) and column (bytes), which a change of the line leaves alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 0.
    pub row: usize,
    /// The bytes before it in the line; `usize::MAX` is the line's end.
    pub column: usize,
}

impl Place {
    /// The place of an offset.
    pub fn of(text: &str, at: usize) -> Self {
        let at = text.floor_char_boundary(at);
        Self { row: line::row(text, at), column: at - line::start(text, at) }
    }

    /// The offset of the place, as near as the text allows.
    pub fn offset(self, text: &str) -> usize {
        let start = line::nth(text, self.row);
        let end = line::end(text, start);
        text.floor_char_boundary(start.saturating_add(self.column).min(end))
    }
}

/// All marks by name.
#[derive(Debug, Clone, Default)]
pub struct Marks(Vec<(char, Place)>);

impl Marks {
    /// Puts a mark.
    pub fn set(&mut self, text: &str, name: char, at: usize) {
        self.put(canonical(name), Place::of(text, at));
    }

    /// Puts a mark at a place.
    pub fn put(&mut self, name: char, place: Place) {
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, place));
    }

    /// Remembers the place that a jump starts from, and the one before.
    pub fn set_jump(&mut self, text: &str, at: usize) {
        let before = self.place('`').unwrap_or(Place { row: 0, column: 0 });
        self.put(BEFORE_LAST, before);
        self.set(text, '`', at);
    }

    /// After the command: a jump that led nowhere does not count, the one before does.
    pub fn settle_jump(&mut self, text: &str, cursor: usize) {
        if let Some(before) = self.place(BEFORE_LAST) {
            self.remove(BEFORE_LAST);
            if self.place('`').is_none_or(|jump| jump == Place::of(text, cursor)) {
                self.put('`', before);
            }
        }
    }

    /// Takes a mark away.
    pub fn remove(&mut self, name: char) {
        self.0.retain(|(known, _)| *known != name);
    }

    /// Where a mark is, in bytes.
    pub fn get(&self, text: &str, name: char) -> Option<usize> {
        let place = self.place(canonical(name)).or(match name {
            '[' | '"' => Some(Place { row: 0, column: 0 }),
            ']' => Some(Place { row: line::count(text) - 1, column: 0 }),
            _ => None,
        })?;
        (place.row < line::count(text)).then(|| place.offset(text))
    }

    /// Where a mark is.
    pub fn place(&self, name: char) -> Option<Place> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, place)| *place)
    }

    /// Follows a change of rows.
    pub fn follow(&mut self, shift: &Shift) {
        self.0.retain(|(name, place)| {
            let stays = shift.row(place.row).is_some() || SPECIAL.contains(*name);
            stays && !(*name >= GLOBAL && shift.joins(place.row))
        });
        for (_, place) in &mut self.0 {
            *place = shift.first(*place);
        }
    }

    /// All places.
    pub fn places(&mut self) -> impl Iterator<Item = &mut Place> {
        self.0.iter_mut().map(|(_, place)| place)
    }

    /// The marks that have letters.
    pub fn named(&self) -> Self {
        Self(self.0.iter().filter(|(name, _)| name.is_ascii_alphabetic()).copied().collect())
    }

    /// Puts marks where they were, and gives those that were there.
    pub fn put_back(&mut self, old: &Self) -> Self {
        let now = self.named();
        for (name, place) in &old.0 {
            self.put(*name, *place);
        }
        now
    }
}

/// Marks that stay when their line is gone.
const SPECIAL: &str = ".[]<>";

/// Marks with names from here on are those of `:g`; joined lines are run once.
pub const GLOBAL: char = '\u{F0000}';

/// Where the jump before the last one started; no key has this name.
const BEFORE_LAST: char = '\u{1}';

/// `'` and `` ` `` are one mark.
fn canonical(name: char) -> char {
    if name == '\'' { '`' } else { name }
}
