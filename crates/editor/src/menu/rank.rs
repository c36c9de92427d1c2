//! The order of candidates: public names before private ones, then how they fit
//! what was typed, how likely they are, their kind, their use in this session, their length,
//! the alphabet. Keyword arguments stand as their function has them.

use std::cmp::Reverse;

use nucleo_matcher::{Matcher, Utf32Str};
use unicode_segmentation::UnicodeSegmentation;

use crate::protocol::{Candidate, Kind};
use crate::settings::PrivateNames;

/// A candidate with what does not change while a person types.
pub(super) struct Known {
    pub(super) candidate: Candidate,
    /// The text in lower case.
    folded: String,
    privacy: Privacy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Privacy {
    Public,
    Private,
    Dunder,
}

/// How a candidate fits what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Prefix,
    PrefixInOtherCase,
    Fuzzy,
}

/// The place of a candidate among those that fit; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    privacy: Privacy,
    pub(super) fit: Fit,
    score: Reverse<u16>,
    likely: Reverse<i32>,
    kind: Kind,
    used: Reverse<u32>,
}

impl Known {
    fn new(candidate: Candidate) -> Self {
        let folded = fold(&candidate.text);
        Self { privacy: privacy(&candidate), candidate, folded }
    }

    /// How it begins with what was typed.
    pub(super) fn begin(&self, prefix: &str, folded: &str) -> Option<Fit> {
        if self.candidate.text.starts_with(prefix) {
            return Some(Fit::Prefix);
        }
        self.folded.starts_with(folded).then_some(Fit::PrefixInOtherCase)
    }

    /// The order of those that are equal otherwise: by length and alphabet, arguments as they come.
    fn order(&self) -> impl Ord {
        let Candidate { text, kind, likely, .. } = &self.candidate;
        let is_argument = *kind == Kind::Parameter;
        let (length, folded, text) =
            if is_argument { (0, "", "") } else { (text.len(), self.folded.as_str(), text.as_str()) };
        (length, folded, text, Reverse(*likely), *kind)
    }
}

/// Without doubles, in the order of equals, so that a stable sort by [`Rank`] suffices later.
pub(super) fn in_order(candidates: Vec<Candidate>) -> Vec<Known> {
    let mut known: Vec<Known> = candidates.into_iter().map(Known::new).collect();
    known.sort_by(|one, other| one.order().cmp(&other.order()));
    known.dedup_by(|later, first| later.candidate.text == first.candidate.text);
    known
}

/// In lower case.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(char::to_lowercase).collect()
}

fn privacy(candidate: &Candidate) -> Privacy {
    let named = !matches!(candidate.kind, Kind::Key | Kind::Path | Kind::Parameter);
    match candidate.text.as_str() {
        text if named && text.starts_with("__") => Privacy::Dunder,
        text if named && text.starts_with('_') => Privacy::Private,
        _ => Privacy::Public,
    }
}

/// The ranks of those that fit, with their indices.
///
/// One letter somewhere inside says nothing: it is looked for only when no candidate begins with it.
pub(super) fn fitting(
    known: &[Known],
    prefix: &str,
    fuzzy: bool,
    used: &impl Fn(&str) -> u32,
    matcher: &mut Matcher,
) -> Vec<(Rank, usize)> {
    let (folded, mut buffer) = (fold(prefix), Vec::new());
    let needle = Utf32Str::new(&folded, &mut buffer);
    let mut query = Query { prefix, folded: &folded, needle, matcher, buffer: Vec::new() };
    let one_letter = prefix.chars().nth(1).is_none();
    let ranked = query.ranks(known, fuzzy && !one_letter, used);
    if ranked.is_empty() && fuzzy && one_letter { query.ranks(known, true, used) } else { ranked }
}

/// What candidates are to fit.
struct Query<'a> {
    prefix: &'a str,
    folded: &'a str,
    needle: Utf32Str<'a>,
    matcher: &'a mut Matcher,
    buffer: Vec<char>,
}

impl Query<'_> {
    fn ranks(&mut self, known: &[Known], fuzzy: bool, used: &impl Fn(&str) -> u32) -> Vec<(Rank, usize)> {
        let known = known.iter().enumerate();
        known.filter_map(|(index, known)| Some((self.rank(known, fuzzy, used)?, index))).collect()
    }

    fn rank(&mut self, known: &Known, fuzzy: bool, used: &impl Fn(&str) -> u32) -> Option<Rank> {
        let &Candidate { ref text, kind, likely, .. } = &known.candidate;
        if known.privacy == Privacy::Dunder && !self.prefix.starts_with('_') {
            return None;
        }
        let (fit, score) = match known.begin(self.prefix, self.folded) {
            Some(fit) => (fit, 0),
            None if fuzzy && holds(&known.folded, self.folded) => {
                let text = Utf32Str::new(text, &mut self.buffer);
                (Fit::Fuzzy, self.matcher.fuzzy_match(text, self.needle)?)
            }
            None => return None,
        };
        let (score, likely, used) = (Reverse(score), Reverse(likely), Reverse(used(text)));
        Some(Rank { privacy: known.privacy, fit, score, likely, kind, used })
    }
}

/// Leaves private names out, where the setting says so.
pub(super) fn hide_private(ranked: &mut Vec<(Rank, usize)>, private: PrivateNames) {
    let is_public = |rank: &Rank| rank.privacy == Privacy::Public;
    let hidden = match private {
        PrivateNames::Always => false,
        PrivateNames::Never => true,
        PrivateNames::IfNoPublic => ranked.iter().any(|(rank, _)| is_public(rank)),
    };
    ranked.retain(|(rank, _)| !hidden || is_public(rank));
}

/// Whether the letters of a word stand in a text, with others between them: all that can match at all.
fn holds(text: &str, word: &str) -> bool {
    let mut rest = text.bytes();
    word.bytes().all(|letter| rest.any(|other| other == letter))
}

/// Whether a text begins with a prefix, in whichever case.
fn begins(text: &str, prefix: &str) -> bool {
    text.starts_with(prefix) || fold(text).starts_with(&fold(prefix))
}

/// What two texts begin with.
pub(super) fn common<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    &one[..same.map(|(char, _)| char.len_utf8()).sum()]
}

/// Byte offsets of the letters of `text` that match.
pub(super) fn letters(text: &str, prefix: &str, matcher: &mut Matcher) -> Vec<usize> {
    if begins(text, prefix) {
        let count = prefix.chars().count();
        return text.char_indices().take(count).map(|(offset, _)| offset).collect();
    }
    let (mut buffers, mut indices) = ((Vec::new(), Vec::new()), Vec::new());
    let needle = fold(prefix);
    let (needle, hay) = (Utf32Str::new(&needle, &mut buffers.0), Utf32Str::new(text, &mut buffers.1));
    if matcher.fuzzy_indices(hay, needle, &mut indices).is_none() {
        return Vec::new();
    }
    let offsets: Vec<usize> = text.grapheme_indices(true).map(|(offset, _)| offset).collect();
    indices.into_iter().filter_map(|index| offsets.get(index as usize).copied()).collect()
}
