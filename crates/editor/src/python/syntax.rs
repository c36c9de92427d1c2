//! Highlighting and matching brackets.
//!
//! Logical lines are coloured independently of each other, so after an edit only
//! those that it touched are read again. Invariant: the spans of a [`Highlighter`]
//! are those of a new one for the same text.

mod builtins;
mod roles;
mod soft_keywords;

use std::ops::Range;

use crate::theme::{Role, Span};
use roles::{Colored, color};

/// The spans of a whole text: sorted, not overlapping, none for plain names.
pub fn highlight(source: &str) -> Vec<Span> {
    color(source).spans
}

/// The pair of brackets of which one stands at the cursor, or else just before it,
/// as byte offsets. Brackets in strings and comments do not count.
pub fn brackets(source: &str, cursor: usize) -> Option<(usize, usize)> {
    pair(source, &highlight(source), cursor)
}

/// Highlighting that follows a text as it is edited.
#[derive(Debug, Clone, Default)]
pub struct Highlighter {
    source: String,
    colored: Colored,
}

impl Highlighter {
    /// Takes over a new state of the text; costs what changed, not what there is.
    pub fn update(&mut self, source: &str) -> &[Span] {
        if self.source != source {
            let edit = Edit::between(&self.source, source);
            self.splice(source, &edit);
            source.clone_into(&mut self.source);
        }
        &self.colored.spans
    }

    /// The spans of the text given last.
    pub fn spans(&self) -> &[Span] {
        &self.colored.spans
    }

    /// As [`brackets`], for the text given last.
    pub fn brackets(&self, cursor: usize) -> Option<(usize, usize)> {
        pair(&self.source, &self.colored.spans, cursor)
    }

    /// Colours the logical lines that the edit touched; when they run on into the
    /// next one (an open bracket or string), everything behind it too.
    fn splice(&mut self, source: &str, edit: &Edit) {
        let lines = &self.colored.lines;
        let from = lines.iter().rev().find(|&&line| line <= edit.prefix).copied().unwrap_or(0);
        let resume = lines.iter().find(|&&line| line >= edit.old_end).copied();
        if let Some(old) = resume {
            let new = old - edit.old_end + edit.new_end;
            let window = color(&source[from..new]);
            if from < new && window.lines.last() == Some(&(new - from)) {
                return self.colored.replace(from..old, window, new);
            }
        }
        let old = self.source.len();
        self.colored.replace(from..old, color(&source[from..]), source.len());
    }
}

/// Where two texts differ: both hold the same bytes before `prefix` and behind their end.
struct Edit {
    prefix: usize,
    old_end: usize,
    new_end: usize,
}

impl Edit {
    fn between(old: &str, new: &str) -> Self {
        let same = |(a, b): &(u8, u8)| a == b;
        let prefix = old.bytes().zip(new.bytes()).take_while(same).count();
        let longest = old.len().min(new.len()) - prefix;
        let suffix = old.bytes().rev().zip(new.bytes().rev()).take(longest).take_while(same).count();
        Self { prefix, old_end: old.len() - suffix, new_end: new.len() - suffix }
    }
}

impl Colored {
    /// Puts a window that begins at `range.start` in place of `range`, and moves what is behind to `end`.
    fn replace(&mut self, range: Range<usize>, window: Self, end: usize) {
        let moved = |offset: usize| offset - range.end + end;
        let first = self.spans.partition_point(|span| span.range.start < range.start);
        let behind = self.spans.partition_point(|span| span.range.start < range.end);
        for span in &mut self.spans[behind..] {
            span.range = moved(span.range.start)..moved(span.range.end);
        }
        let shifted = window
            .spans
            .into_iter()
            .map(|span| Span { range: span.range.start + range.start..span.range.end + range.start, ..span });
        self.spans.splice(first..behind, shifted);

        let first = self.lines.partition_point(|&line| line <= range.start);
        let behind = self.lines.partition_point(|&line| line <= range.end);
        for line in &mut self.lines[behind..] {
            *line = moved(*line);
        }
        self.lines.splice(first..behind, window.lines.into_iter().map(|line| line + range.start));
    }
}

/// Walks from the bracket at the cursor to its partner.
fn pair(source: &str, spans: &[Span], cursor: usize) -> Option<(usize, usize)> {
    let brackets: Vec<(usize, u8)> = spans.iter().filter_map(|span| bracket(source, span)).collect();
    let at = |offset: usize| brackets.binary_search_by_key(&offset, |&(at, _)| at).ok();
    let here = at(cursor).or_else(|| at(cursor.checked_sub(1)?))?;
    let mut open = Vec::new();
    for (index, &(offset, byte)) in brackets.iter().enumerate() {
        if matches!(byte, b'(' | b'[' | b'{') {
            open.push((index, offset, byte));
            continue;
        }
        let Some((opener, start, opening)) = open.pop() else { continue };
        if (opener == here || index == here) && closes(opening, byte) {
            return Some((start, offset));
        }
    }
    None
}

fn bracket(source: &str, span: &Span) -> Option<(usize, u8)> {
    let byte = source.as_bytes()[span.range.start];
    let counts = matches!(span.role, Role::Operator | Role::Interpolation | Role::Error);
    let is_bracket = span.range.len() == 1 && matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}');
    (counts && is_bracket).then_some((span.range.start, byte))
}

fn closes(opening: u8, closing: u8) -> bool {
    matches!((opening, closing), (b'(', b')') | (b'[', b']') | (b'{', b'}'))
}

#[cfg(test)]
mod tests;
