//! Vim's patterns, translated for the `fancy-regex` engine.
//!
//! Rules of the translation: `^` and `$` are those of lines, no class but `\_x`
//! and `\n` matches a newline, letters are compared exactly unless `\c` is given.

use std::ops::Range;

use fancy_regex::{Captures, Regex, RegexBuilder};

mod set;
mod translation;

use translation::Translation;

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern(Regex);

impl Pattern {
    /// Compiles a pattern as vim reads it.
    pub fn new(source: &str) -> Result<Self, String> {
        let regex = Translation::of(source)?;
        let compiled = RegexBuilder::new(&regex).backtrack_limit(200_000).build();
        compiled.map(Self).map_err(|_| format!("cannot read the pattern {source:?}"))
    }

    /// All matches, from the first to the last, one behind the other. To the pattern the last
    /// line ends with a newline, as all do.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let whole = format!("{text}\n");
        let found = self.0.find_iter(&whole).map_while(Result::ok).map(|found| found.range());
        found
            .take_while(|range| range.start <= text.len())
            .map(|range| range.start..range.end.min(text.len()))
            .collect()
    }

    /// The first match in a text from an offset on, with its groups.
    pub fn captures<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        self.0.captures_from_pos(text, from).ok().flatten()
    }
}
