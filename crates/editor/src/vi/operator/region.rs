//! What exactly an operator is applied to.

use std::ops::Range;

use crate::vi::command::Force;
use crate::vi::line;
use crate::vi::motion::{Reach, Target};
use crate::vi::operator::Operator;
use crate::vi::register::{Content, Shape};
use crate::vi::slice::Slice;

/// What an operator is applied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The bytes; of lines without the last newline, of a block from corner to corner.
    pub range: Range<usize>,
    /// How they hang together.
    pub kind: Kind,
    /// The lower end of what was given, where the cursor goes.
    pub cursor: usize,
    /// What is special where it ends.
    pub tail: Tail,
}

/// What is special where a region ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tail {
    /// Nothing.
    #[default]
    Plain,
    /// It is empty, but was to take the character at its end: a register gets an empty text.
    Hollow,
    /// It ends before the character that a motion went to.
    Exclusive,
    /// The motion went on to the start of the next line.
    MovedBack,
}

/// How the text of a region hangs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Characters, over line ends.
    Chars,
    /// Whole lines.
    Lines,
    /// The display columns of all rows; the end is `usize::MAX` for whole rests of lines.
    Block(Range<usize>),
}

impl Region {
    /// Whole lines from the one to the other place.
    pub fn lines(text: &str, one: usize, other: usize) -> Self {
        let cursor = one.min(other);
        let range = line::start(text, cursor)..line::end(text, one.max(other));
        Self { range, kind: Kind::Lines, cursor, tail: Tail::Plain }
    }

    /// Characters.
    pub fn chars(range: Range<usize>) -> Self {
        Self { cursor: range.start, range, kind: Kind::Chars, tail: Tail::Plain }
    }

    /// The block between two corners; `to_end` takes the rests of all lines.
    pub fn block(text: &str, one: usize, other: usize, to_end: bool) -> Self {
        let (a, b) = (line::columns(text, one), line::columns(text, other));
        let right = if to_end { usize::MAX } else { a.end.max(b.end) };
        let left = a.start.min(b.start);
        let top = line::start(text, one.min(other));
        let cursor = line::at_column(text, top, left);
        let range = one.min(other)..one.max(other);
        Self { range, kind: Kind::Block(left..right), cursor, tail: Tail::Plain }
    }

    /// The same block with so many columns from the one of `at` on.
    pub fn with_width(self, text: &str, at: usize, width: usize) -> Self {
        let left = line::columns(text, at).start;
        let cursor = line::at_column(text, line::start(text, self.cursor), left);
        Self { cursor, kind: Kind::Block(left..left + width), ..self }
    }

    /// The bytes of each part, from the top; of lines the newlines between them as well.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        match &self.kind {
            Kind::Block(columns) => self.slices(text, columns).into_iter().map(|slice| slice.range).collect(),
            _ => Vec::from([self.range.clone()]),
        }
    }

    pub fn slices(&self, text: &str, columns: &Range<usize>) -> Vec<Slice> {
        self.line_starts(text).into_iter().map(|at| Slice::of(text, at, columns)).collect()
    }

    /// What a register would hold of it.
    pub fn content(&self, text: &str) -> Content {
        let shape = match &self.kind {
            Kind::Chars => return Content::chars(&text[self.range.clone()]),
            Kind::Lines => return Content { text: text[self.range.clone()].to_owned(), shape: Shape::Lines },
            Kind::Block(columns) => columns,
        };
        let rows: Vec<String> = self.slices(text, shape).iter().map(|slice| slice.content(text)).collect();
        let widest = rows.iter().map(|row| line::columns(row, row.len()).start).max().unwrap_or(0);
        let width = if shape.end == usize::MAX { widest } else { shape.len() };
        Content { text: rows.join("\n"), shape: Shape::Block(width) }
    }

    /// How many lines it touches.
    pub fn rows(&self, text: &str) -> usize {
        text[self.range.clone()].matches('\n').count() + 1
    }

    /// The starts of the lines it touches.
    pub fn line_starts(&self, text: &str) -> Vec<usize> {
        let first = line::start(text, self.range.start);
        let stop = self.range.end.max(self.range.start);
        std::iter::successors(Some(first), |at| line::below(text, *at).filter(|next| *next <= stop)).collect()
    }

    /// What lies between the cursor and the end of a motion, by vi's rules: an exclusive
    /// motion to the start of a line ends with the line before, and takes whole lines when
    /// it began in the indentation.
    pub fn of_motion(
        text: &str,
        at: usize,
        target: Target,
        force: Option<Force>,
        operator: Operator,
    ) -> Self {
        let from = target.from.unwrap_or(at);
        let (start, end) = (from.min(target.at), from.max(target.at));
        let reach = match (force, target.reach) {
            (None, reach) => reach,
            (Some(Force::Lines), _) => Reach::Lines,
            (Some(Force::Block), Reach::Exclusive) if start == end => return Self::chars(start..end),
            (Some(Force::Block), _) => return Self::block(text, from, target.at, false),
            (Some(Force::Chars), Reach::Exclusive) => Reach::Inclusive,
            (Some(Force::Chars), _) => Reach::Exclusive,
        };
        if reach == Reach::Lines {
            return Self::lines(text, from, target.at);
        }
        let many = text[start..end].contains('\n');
        let in_indent = start <= line::indent(text, start);
        if reach == Reach::Exclusive && target.adjust && many && line::start(text, end) == end {
            let tail = Tail::MovedBack;
            if in_indent {
                return Self { tail, ..Self::lines(text, start, end - 1) };
            }
            return Self { tail, ..Self::chars(start..end - 1) }.widened(text, operator, force);
        }
        let end =
            if reach == Reach::Inclusive && !line::at_end(text, end) { line::next(text, end) } else { end };
        let tail = match reach {
            Reach::Exclusive => Tail::Exclusive,
            _ if start == end => Tail::Hollow,
            _ => Tail::Plain,
        };
        Self { tail, ..Self::chars(start..end) }.widened(text, operator, force)
    }

    /// A deletion over line ends with nothing but blanks before and behind takes whole lines.
    fn widened(self, text: &str, operator: Operator, force: Option<Force>) -> Self {
        let Range { start, end } = self.range;
        let blank_behind = text[end..line::end(text, end)].chars().all(line::is_blank);
        let many = text[start..end].contains('\n');
        if operator == Operator::Delete
            && force.is_none()
            && many
            && blank_behind
            && start <= line::indent(text, start)
        {
            return Self::lines(text, start, end);
        }
        self
    }
}
