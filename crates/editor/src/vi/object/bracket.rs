//! `i( a( i[ a[ i{ a{ i< a<`.

use super::{Selected, Shape};
use crate::vi::motion::Here;
use crate::vi::walk::{Met, Walk};
use crate::vi::{line, matching};

type Pair = (char, char);

pub fn parens(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, ('(', ')'))
}

pub fn brackets(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, ('[', ']'))
}

pub fn braces(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, ('{', '}'))
}

pub fn angles(here: &Here, around: bool) -> Option<Selected> {
    select(here, around, ('<', '>'))
}

fn select(here: &Here, around: bool, pair: Pair) -> Option<Selected> {
    let text = here.text;
    let (low, high) = here.anchor.map_or((here.at, here.at), |a| (a.min(here.at), a.max(here.at)));
    let mut from = low;
    if low == high {
        from = skip_indent(text, from, pair);
        if line::char_at(text, from) == Some(pair.0) {
            from += pair.0.len_utf8();
        }
    }
    let (mut open, mut close) = enclosing(text, from, pair, here.times())?;
    if around {
        return Some(Selected {
            start: open,
            end: close,
            inclusive: true,
            shape: Some(Shape::Chars),
            ..Selected::default()
        });
    }
    loop {
        let inner = inside(text, open, close);
        let visual = here.anchor.is_some();
        if visual && open + pair.0.len_utf8() == close {
            return None;
        }
        let same = inner.start >= low && inner.end <= high && inner.start != inner.end;
        if !(visual && same) {
            return Some(finish(text, inner, visual));
        }
        let mut before = Walk { text, at: low };
        before.back_in();
        let wider = matching::unclosed(text, before.at, pair, false).filter(|wider| *wider != open)?;
        (open, close) = (wider, matching::closing(text, wider, pair, true)?);
    }
}

/// An object in braces ignores the indentation before it.
fn skip_indent(text: &str, at: usize, pair: Pair) -> usize {
    if pair.0 != '{' || at >= line::indent(text, at) { at } else { line::indent(text, at) }
}

fn enclosing(text: &str, from: usize, pair: Pair, levels: usize) -> Option<(usize, usize)> {
    // Where nothing encloses the place, the next bracket in the text is taken.
    let forward = matching::unclosed(text, from, pair, false).is_none();
    let mut open = from;
    for _ in 0..levels {
        open = if forward {
            matching::next(text, open, pair)
        } else {
            matching::unclosed(text, open, pair, false)
        }?;
    }
    Some((open, matching::closing(text, open, pair, true)?))
}

#[derive(Clone, Copy)]
struct Inner {
    start: usize,
    end: usize,
    /// The closing bracket stands at the start of a line, or only behind its indentation.
    line_start: bool,
}

fn inside(text: &str, open: usize, close: usize) -> Inner {
    let mut start = Walk { text, at: open };
    start.forward_in();
    let mut end = Walk { text, at: close };
    let mut line_start = line::start(text, close) == close;
    end.back_in();
    while in_indent(text, end.at) {
        line_start = true;
        if end.back_in() != Some(Met::Character) {
            break;
        }
    }
    Inner { start: start.at, end: end.at, line_start }
}

fn in_indent(text: &str, at: usize) -> bool {
    at < line::indent(text, at)
}

fn finish(text: &str, inner: Inner, visual: bool) -> Selected {
    let Inner { start, end, line_start } = inner;
    let mut walk = Walk { text, at: end };
    let chars = Selected { start, end, inclusive: true, shape: Some(Shape::Chars), ..Selected::default() };
    match (visual, line_start) {
        (true, true) if !walk.ends() => {
            walk.forward();
            Selected { end: walk.at, ..chars }
        }
        (true, _) => chars,
        (false, true) => {
            walk.forward_in();
            Selected { end: walk.at, inclusive: false, ..chars }
        }
        (false, false) if start <= end => chars,
        (false, false) => Selected { end: start, inclusive: false, ..chars },
    }
}
