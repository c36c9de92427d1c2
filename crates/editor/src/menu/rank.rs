//! The order of candidates: public names before private ones, then how they fit
//! what was typed, how likely they are, their kind, their use in this session, their length,
//! the alphabet. Keyword arguments stand as their function has them.

use std::cmp::Reverse;
use std::collections::HashSet;

use nucleo_matcher::{Matcher, Utf32Str};
use unicode_segmentation::UnicodeSegmentation;

use crate::protocol::{Candidate, Kind};
use crate::settings::PrivateNames;

/// A candidate with what does not change while a person types.
pub(super) struct Known {
    pub(super) candidate: Candidate,
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

/// Without doubles, by length and alphabet, so that a stable sort by [`Rank`] suffices later.
pub(super) fn in_order(mut candidates: Vec<Candidate>) -> Vec<Known> {
    let mut seen = HashSet::new();
    candidates.sort_by_key(|candidate| (Reverse(candidate.likely), candidate.kind));
    candidates.retain(|candidate| seen.insert(candidate.text.clone()));
    let letters = |text: &str| text.chars().map(|char| char.to_ascii_lowercase()).collect::<String>();
    candidates.sort_by_cached_key(|candidate| match candidate.kind {
        Kind::Parameter => (0, String::new()),
        _ => (candidate.text.len(), letters(&candidate.text)),
    });
    let known = |candidate| Known { privacy: privacy(&candidate), candidate };
    candidates.into_iter().map(known).collect()
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
    let mut rank = |fuzzy: bool| -> Vec<(Rank, usize)> {
        let needle = prefix.to_lowercase();
        let mut buffers = (Vec::new(), Vec::new());
        let needle = Utf32Str::new(&needle, &mut buffers.0);
        let mut rank = |known: &Known| {
            let &Candidate { ref text, kind, likely, .. } = &known.candidate;
            if known.privacy == Privacy::Dunder && !prefix.starts_with('_') {
                return None;
            }
            let (fit, score) = match begin(text, prefix) {
                Some(fit) => (fit, 0),
                None if fuzzy => {
                    (Fit::Fuzzy, matcher.fuzzy_match(Utf32Str::new(text, &mut buffers.1), needle)?)
                }
                None => return None,
            };
            let (score, likely, used) = (Reverse(score), Reverse(likely), Reverse(used(text)));
            Some(Rank { privacy: known.privacy, fit, score, likely, kind, used })
        };
        let ranks = known.iter().enumerate();
        ranks.filter_map(|(index, known)| Some((rank(known)?, index))).collect()
    };
    let one_letter = prefix.chars().nth(1).is_none();
    let ranked = rank(fuzzy && !one_letter);
    if ranked.is_empty() && fuzzy && one_letter { rank(true) } else { ranked }
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

/// Whether a text begins with a prefix, in whichever case.
pub(super) fn begins(text: &str, prefix: &str) -> bool {
    begin(text, prefix).is_some()
}

fn begin(text: &str, prefix: &str) -> Option<Fit> {
    if text.starts_with(prefix) {
        return Some(Fit::Prefix);
    }
    let mut chars = text.chars().flat_map(char::to_lowercase);
    let same = prefix.chars().flat_map(char::to_lowercase).all(|char| chars.next() == Some(char));
    same.then_some(Fit::PrefixInOtherCase)
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
    let needle = prefix.to_lowercase();
    let (needle, hay) = (Utf32Str::new(&needle, &mut buffers.0), Utf32Str::new(text, &mut buffers.1));
    if matcher.fuzzy_indices(hay, needle, &mut indices).is_none() {
        return Vec::new();
    }
    let offsets: Vec<usize> = text.grapheme_indices(true).map(|(offset, _)| offset).collect();
    indices.into_iter().filter_map(|index| offsets.get(index as usize).copied()).collect()
}
