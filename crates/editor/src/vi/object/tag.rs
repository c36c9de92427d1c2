//! `it at`.

use super::{Selected, Shape};
use crate::vi::line;
use crate::vi::motion::Here;

/// A start tag and its end tag, as byte ranges.
struct Pair {
    open: std::ops::Range<usize>,
    close: std::ops::Range<usize>,
}

pub fn select(here: &Here, around: bool) -> Option<Selected> {
    let (low, high) = here.anchor.map_or((here.at, here.at), |a| (a.min(here.at), a.max(here.at)));
    let fresh = low == high;
    let from =
        if fresh { low.max(line::indent(here.text, low).min(line::last(here.text, low))) } else { low };
    let pairs = pairs(here.text);
    let mut enclosing: Vec<&Pair> = pairs
        .iter()
        .filter(|pair| pair.open.start <= from && from.max(high) < pair.close.end)
        .filter(|pair| {
            fresh || pair.open.start < low || !around && pair.open.start <= low || high + 1 < pair.close.end
        })
        .collect();
    enclosing.sort_by_key(|pair| std::cmp::Reverse(pair.open.start));
    if !fresh {
        // What is selected already does not count again.
        enclosing.retain(|pair| !(pair.open.start == low && pair.close.end == high + 1));
    }
    let pair = enclosing.get(here.times() - 1)?;
    let inner = (pair.open.end, pair.close.start);
    let same = here.anchor.is_some() && inner.0 == low && line::prev(here.text, inner.1) == high;
    let visual = here.anchor.is_some();
    let shape = Some(Shape::Chars);
    if around || same {
        let (start, end) = (pair.open.start, pair.close.end - 1);
        return Some(Selected { start, end, inclusive: true, shape, ..Selected::default() });
    }
    if visual {
        let end = if inner.1 > inner.0 { line::prev(here.text, inner.1) } else { inner.0 };
        return Some(Selected { start: inner.0, end, inclusive: true, shape, ..Selected::default() });
    }
    Some(Selected { start: inner.0, end: inner.1, shape, with_newline: true, ..Selected::default() })
}

/// All pairs of tags; a start tag without an end is passed over.
fn pairs(text: &str) -> Vec<Pair> {
    let mut open: Vec<(&str, std::ops::Range<usize>)> = Vec::new();
    let mut pairs = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find('<').map(|i| from + i) {
        from = start + 1;
        let Some(end) = tag_end(text, start) else { continue };
        let inside = &text[start + 1..end - 1];
        if let Some(name) = inside.strip_prefix('/') {
            if let Some(i) = open.iter().rposition(|(known, _)| known.eq_ignore_ascii_case(name.trim_end())) {
                let (_, range) = open.swap_remove(i);
                open.truncate(i);
                pairs.push(Pair { open: range, close: start..end });
            }
        } else if !inside.ends_with('/') && inside.starts_with(|c: char| !" \t>/!\n".contains(c)) {
            let name = inside.split(|c: char| c.is_whitespace()).next().unwrap_or(inside);
            open.push((name, start..end));
        }
        from = end;
    }
    pairs
}

/// Where a tag ends, behind its `>`; one in quotes does not end it.
fn tag_end(text: &str, start: usize) -> Option<usize> {
    let mut quote = None;
    for (i, c) in text[start..].char_indices().skip(1) {
        match c {
            '>' if quote.is_none() => return Some(start + i + 1),
            '<' if quote.is_none() => return None,
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ => {}
        }
    }
    None
}
