//! The word under the cursor, for `*`, `#` and their sisters.

use std::ops::Range;

use super::{Offset, Search};
use crate::vi::Options;
use crate::vi::line;
use crate::vi::pattern::Pattern;
use crate::vi::walk::{Class, class};

impl Search {
    /// The word under or behind the cursor, whole unless `inside`; and where it begins.
    pub fn word(
        text: &str,
        at: usize,
        (forward, inside): (bool, bool),
        options: &Options,
    ) -> Option<(Self, usize)> {
        let range = keyword(text, at).or_else(|| nonblank(text, at))?;
        let word = &text[range.clone()];
        let whole = !inside && word.chars().next().is_some_and(|c| class(c) != Class::Punctuation);
        let escaped = escape(word, if forward { '/' } else { '?' });
        let source = if whole { format!("\\<{escaped}\\>") } else { escaped };
        // An upper-case letter that was not typed is no reason to match exactly.
        let options = Options { smart_case: false, ..*options };
        let pattern = Pattern::new(&options.cased(&source)).ok()?;
        Some((Self { source, pattern, forward, offset: Offset::Start(0) }, range.start))
    }
}

fn escape(word: &str, separator: char) -> String {
    let special = |c: char| "\\.*$^~[".contains(c) || c == separator;
    word.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// The keyword under the cursor, or the first one behind it in the line.
fn keyword(text: &str, at: usize) -> Option<Range<usize>> {
    stretch(text, at, |c| !matches!(class(c), Class::Blank | Class::Punctuation), |c, kind| class(c) == kind)
}

/// Punctuation under or behind the cursor, with what follows up to a blank.
fn nonblank(text: &str, at: usize) -> Option<Range<usize>> {
    stretch(text, at, |c| class(c) != Class::Blank, |c, _| class(c) != Class::Blank)
}

/// The first character that begins it, back over those of its class, and on over what belongs to it.
fn stretch(
    text: &str,
    at: usize,
    begins: impl Fn(char) -> bool,
    goes_on: impl Fn(char, Class) -> bool,
) -> Option<Range<usize>> {
    let line = line::range(text, at);
    let inside = at + text[at..line.end].find(begins)?;
    let kind = class(line::char_at(text, inside)?);
    let before = text[line.start..inside].trim_end_matches(|c| class(c) == kind);
    let end = text[inside..line.end].find(|c| !goes_on(c, kind));
    Some(line.start + before.len()..end.map_or(line.end, |end| inside + end))
}

/// The keyword under the cursor or behind it.
pub fn word_at(text: &str, at: usize) -> Option<String> {
    keyword(text, at).map(|range| text[range].to_owned())
}
