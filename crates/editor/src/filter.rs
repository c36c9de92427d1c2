//! Narrows many texts while a person types.
//!
//! Words of the query may stand anywhere, in any order and either case. Texts that hold
//! every word as it is come first, in the order they were given; then those that hold
//! its letters with others between them, the best first as far as they are few.
//! Invariant: what fits a query also fits whatever it is the beginning of, so a query
//! that grows is looked for only in what fitted before.

use nucleo_matcher::{Matcher, Utf32Str};
use unicode_segmentation::UnicodeSegmentation;

/// More texts than these that only fit loosely are not brought into order: nobody reads
/// that far, and the next key leaves fewer.
const ORDERED: usize = 2_000;

/// Texts, and which of them fit.
pub struct Filter {
    /// All texts in lower case, one behind the other.
    folded: String,
    /// Where each of them ends.
    ends: Vec<usize>,
    query: String,
    /// What fits, in the order given.
    fitting: Vec<u32>,
    /// The same, the best first.
    ordered: Vec<u32>,
    matcher: Matcher,
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filter").field("query", &self.query).finish_non_exhaustive()
    }
}

impl Filter {
    /// Texts in the order in which they are to stand as long as nothing is looked for.
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut folded, mut ends) = (String::new(), Vec::new());
        for text in texts {
            fold(text, &mut folded);
            ends.push(folded.len());
        }
        let all: Vec<u32> = (0..ends.len() as u32).collect();
        Self {
            folded,
            ends,
            query: String::new(),
            fitting: all.clone(),
            ordered: all,
            matcher: Matcher::default(),
        }
    }

    /// Numbers of the texts that fit, the best first.
    pub fn hits(&self) -> &[u32] {
        &self.ordered
    }

    /// Looks for another query.
    pub fn narrow(&mut self, query: &str) {
        let mut folded = String::new();
        fold(query, &mut folded);
        if !folded.starts_with(&self.query) {
            self.fitting = (0..self.ends.len() as u32).collect();
        }
        self.query = folded;
        let words: Vec<&str> = self.query.split_whitespace().collect();
        let (mut exact, mut loose) = (Vec::new(), Vec::new());
        let mut fitting = std::mem::take(&mut self.fitting);
        fitting.retain(|&number| {
            let text = self.text(number);
            let fit = words.iter().map(|word| fit(text, word)).max().unwrap_or(Fit::Exact);
            match fit {
                Fit::Exact => exact.push(number),
                Fit::Loose => loose.push(number),
                Fit::None => {}
            }
            fit != Fit::None
        });
        if loose.len() <= ORDERED {
            loose = self.by_score(loose);
        }
        exact.append(&mut loose);
        (self.fitting, self.ordered) = (fitting, exact);
    }

    /// The best first.
    fn by_score(&mut self, numbers: Vec<u32>) -> Vec<u32> {
        let mut matcher = std::mem::take(&mut self.matcher);
        let mut buffers = (Vec::new(), Vec::new());
        let mut score = |number: u32| -> u32 {
            let text = Utf32Str::new(self.text(number), &mut buffers.0);
            let mut score =
                |word| matcher.fuzzy_match(text, Utf32Str::new(word, &mut buffers.1)).unwrap_or(0);
            self.query.split_whitespace().map(|word| u32::from(score(word))).sum()
        };
        let mut scored: Vec<(u32, u32)> = numbers.into_iter().map(|number| (score(number), number)).collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.matcher = matcher;
        scored.into_iter().map(|(_, number)| number).collect()
    }

    fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.folded[start..self.ends[number]]
    }

    /// Byte offsets of the letters of a text that the query stands for, sorted.
    pub fn letters(&mut self, text: &str) -> Vec<usize> {
        let mut folded = String::new();
        fold(text, &mut folded);
        let mut letters = Vec::new();
        for word in self.query.split_whitespace() {
            match folded.find(word).filter(|_| folded.len() == text.len()) {
                Some(at) => letters.extend(at..at + word.len()),
                None => letters.extend(scattered(text, word, &mut self.matcher)),
            }
        }
        letters.sort_unstable();
        letters.dedup();
        letters
    }
}

/// How a word fits a text; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Loose,
    None,
}

/// Of a text and a word in lower case. One letter is never between others.
fn fit(text: &str, word: &str) -> Fit {
    if text.contains(word) {
        return Fit::Exact;
    }
    let mut rest = text.as_bytes();
    for byte in word.bytes() {
        match rest.iter().position(|other| *other == byte) {
            Some(at) => rest = &rest[at + 1..],
            None => return Fit::None,
        }
    }
    Fit::Loose
}

fn scattered(text: &str, word: &str, matcher: &mut Matcher) -> Vec<usize> {
    let (mut buffers, mut indices) = ((Vec::new(), Vec::new()), Vec::new());
    let (hay, needle) = (Utf32Str::new(text, &mut buffers.0), Utf32Str::new(word, &mut buffers.1));
    if matcher.fuzzy_indices(hay, needle, &mut indices).is_none() {
        return Vec::new();
    }
    let offsets: Vec<usize> = text.grapheme_indices(true).map(|(offset, _)| offset).collect();
    indices.into_iter().filter_map(|index| offsets.get(index as usize).copied()).collect()
}

fn fold(text: &str, into: &mut String) {
    if text.is_ascii() {
        let start = into.len();
        into.push_str(text);
        into[start..].make_ascii_lowercase();
    } else {
        into.extend(text.chars().flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests;
