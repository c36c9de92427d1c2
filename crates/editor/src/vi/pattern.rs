//! Vim's patterns, translated for the `fancy-regex` engine.
//!
//! Rules of the translation: `^` and `$` are those of lines, no class but `\_x`
//! and `\n` matches a newline, letters are compared exactly unless `\c` is given.

use std::ops::Range;

use fancy_regex::{Captures, Regex, RegexBuilder};

use super::line;

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

    /// All matches, line by line, from the first to the last, none inside another. To the pattern
    /// the last line ends with a newline, as all do.
    pub fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let whole = format!("{text}\n");
        let mut found = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            self.matches_in(&whole, start..start + line.len(), &mut found);
            start += line.len() + 1;
        }
        for range in &mut found {
            range.end = range.end.min(text.len());
        }
        found
    }

    /// The matches that begin in a line. One at its end is found only where it is the first.
    fn matches_in(&self, text: &str, line: Range<usize>, found: &mut Vec<Range<usize>>) {
        let mut at = line.start;
        while let Some(range) = self.captures(text, at).and_then(|it| Some(it.get(0)?.range())) {
            if range.start > line.end {
                break;
            }
            at = if range.is_empty() { line::next(text, range.end) } else { range.end };
            found.push(range);
            if at >= line.end {
                break;
            }
        }
    }

    /// The first match in a text from an offset on, with its groups.
    pub fn captures<'t>(&self, text: &'t str, from: usize) -> Option<Captures<'t>> {
        self.0.captures_from_pos(text, from).ok().flatten()
    }
}
