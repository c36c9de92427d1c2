//! `f F t T` and their repetition.

use crate::vi::line;

/// What was looked for in the line.
#[derive(Debug, Clone, Copy)]
pub struct Find {
    /// The character.
    pub char: char,
    /// Towards the end of the line.
    pub forward: bool,
    /// Stop one character before it.
    pub till: bool,
}

impl Find {
    /// What `f`, `F`, `t` or `T` followed by a character asks for.
    pub fn typed(key: char, char: char) -> Self {
        Self { char, forward: key.is_lowercase(), till: key.eq_ignore_ascii_case(&'t') }
    }

    /// The same the other way.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { forward: !self.forward, ..self }
    }

    /// Where the `count`th occurrence is. `again` lets a till leave the place where it stands.
    pub fn run(self, text: &str, at: usize, count: usize, again: bool) -> Option<usize> {
        let line = line::range(text, at);
        let is_it = |i: &usize| text[*i..].starts_with(self.char);
        let skip = usize::from(again && self.till && count == 1);
        if self.forward {
            let places = text[at..line.end].char_indices().map(|(i, _)| at + i);
            let found = places.skip(1 + skip).filter(is_it).nth(count - 1)?;
            return Some(if self.till { line::prev(text, found) } else { found });
        }
        let places = text[line.start..at].char_indices().rev().map(|(i, _)| line.start + i);
        let found = places.skip(skip).filter(is_it).nth(count - 1)?;
        Some(if self.till { line::next(text, found) } else { found })
    }
}
