//! Ghost text: how the newest entry that begins with the input goes on.
//!
//! Invariant: no entry behind `scanned` begins with `typed`. While a person types on,
//! the scan goes on where it stopped, so 100,000 entries are walked once, not per key.

/// How history suggests to go on.
#[derive(Debug, Clone, Default)]
pub struct Suggestion {
    typed: String,
    scanned: usize,
    total: usize,
    rest: String,
}

impl Suggestion {
    /// Looks for the newest entry that begins with `typed` and is longer.
    pub fn look(&mut self, typed: &str, entries: &[String]) {
        if typed.trim().is_empty() {
            return self.clear();
        }
        let goes_on = self.total == entries.len() && !self.typed.is_empty() && typed.starts_with(&self.typed);
        let from = if goes_on { self.scanned } else { entries.len() };
        let fits = |entry: &String| entry.len() > typed.len() && entry.starts_with(typed);
        let found = entries[..from].iter().rposition(fits);
        typed.clone_into(&mut self.typed);
        self.total = entries.len();
        self.scanned = found.map_or(0, |index| index + 1);
        self.rest = found.map_or_else(String::new, |index| entries[index][typed.len()..].to_owned());
    }

    /// Suggests nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// What would be appended; empty when there is nothing to suggest.
    pub fn rest(&self) -> &str {
        &self.rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_on_narrows_and_deleting_widens() {
        let entries: Vec<String> = ["import os", "import ast", "x"].map(Into::into).into();
        let mut suggestion = Suggestion::default();
        for (typed, rest) in [
            ("im", "port ast"),
            ("import ", "ast"),
            ("import o", "s"),
            ("import os", ""),
            ("import osx", ""),
            ("import", " ast"),
            ("", ""),
            (" ", ""),
            (" i", ""),
            ("x", ""),
        ] {
            suggestion.look(typed, &entries);
            assert_eq!(suggestion.rest(), rest, "{typed:?}");
        }
    }
}
