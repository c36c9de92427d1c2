//! What `:s` replaces, and by what.

use fancy_regex::Captures;

use super::replacement::{evaluated, expand};
use crate::vi::line;
use crate::vi::pattern::Pattern;

/// The places to replace, from the top, with what goes there.
pub type Edits = Vec<(std::ops::Range<usize>, String)>;

/// All that is to be replaced in the rows. The last line ends with a newline to the pattern too.
pub fn find(
    pattern: &Pattern,
    text: &str,
    rows: (usize, usize),
    all: bool,
    with: &str,
) -> Result<Edits, String> {
    let whole = format!("{text}\n");
    let mut finder = Finder { pattern, text: &whole, all, with, edits: Edits::new() };
    let mut row = rows.0;
    while row <= rows.1 && row < line::count(text) {
        finder.find_in_line(line::nth(text, row).max(finder.reached()))?;
        row = (row + 1).max(line::row(&whole, finder.reached()));
    }
    for (range, _) in &mut finder.edits {
        *range = range.start..range.end.min(text.len());
    }
    Ok(finder.edits)
}

/// What is looked for, and what was found so far.
struct Finder<'a> {
    pattern: &'a Pattern,
    text: &'a str,
    /// Every match of a line, and not the first one only.
    all: bool,
    with: &'a str,
    edits: Edits,
}

impl Finder<'_> {
    /// Where the last match ends.
    fn reached(&self) -> usize {
        self.edits.last().map_or(0, |(last, _)| last.end)
    }

    /// The matches that begin in the line of `from`.
    fn find_in_line(&mut self, from: usize) -> Result<(), String> {
        let end = line::end(self.text, from);
        let mut at = from;
        while let Some(found) = self.pattern.captures(self.text, at) {
            let whole = found.get(0).map(|whole| whole.range());
            let Some(range) = whole.filter(|range| range.start <= end) else { break };
            // No empty match right behind another.
            let behind = range.is_empty() && at > from && self.reached() == range.start;
            if !behind {
                self.edits.push((range.clone(), self.replacement(&found, from)?));
            }
            at = if range.is_empty() {
                line::next(self.text, range.end).max(range.end + 1)
            } else {
                range.end
            };
            if !self.all && !behind || at >= end {
                break;
            }
        }
        Ok(())
    }

    /// What comes in the place of a match that was found in the line of `from`.
    fn replacement(&self, found: &Captures, from: usize) -> Result<String, String> {
        match self.with.strip_prefix("\\=") {
            Some(expression) => evaluated(expression, found, line::row(self.text, from)),
            None => Ok(expand(self.with, found)),
        }
    }
}
