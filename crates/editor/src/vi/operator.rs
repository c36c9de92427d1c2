//! Operators, and what exactly they are applied to.

use std::ops::Range;

use super::line;
use super::motion::{Reach, Target};
use super::parse::Force;
use super::table::Keys;

/// What an operator does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operator {
    Delete,
    Change,
    Yank,
    ShiftRight,
    ShiftLeft,
    SwapCase,
    Lower,
    Upper,
    Rot13,
    Reindent,
    Format,
}

impl Operator {
    /// Whether it takes text away.
    pub fn removes(self) -> bool {
        matches!(self, Self::Delete | Self::Change)
    }

    /// Whether it works on whole lines whatever is given to it.
    pub fn takes_lines(self) -> bool {
        matches!(self, Self::ShiftLeft | Self::ShiftRight | Self::Reindent | Self::Format)
    }
}

/// One operator.
pub struct Row {
    /// What is typed.
    pub keys: &'static [&'static str],
    /// What is typed after it to mean the line.
    pub doubled: &'static [&'static str],
    /// What it does.
    pub doc: &'static str,
    /// Which one it is.
    pub operator: Operator,
}

impl Keys for Row {
    fn keys(&self) -> &'static [&'static str] {
        self.keys
    }
}

const fn row(
    keys: &'static [&'static str],
    doubled: &'static [&'static str],
    doc: &'static str,
    operator: Operator,
) -> Row {
    Row { keys, doubled, doc, operator }
}

/// All operators.
pub static OPERATORS: &[Row] = &[
    row(&["d"], &["d"], "deletes", Operator::Delete),
    row(&["c"], &["c"], "changes: deletes and inserts", Operator::Change),
    row(&["y"], &["y"], "yanks: copies to a register", Operator::Yank),
    row(&[">"], &[">"], "indents", Operator::ShiftRight),
    row(&["<"], &["<"], "dedents", Operator::ShiftLeft),
    row(&["="], &["="], "indents as the line above", Operator::Reindent),
    row(&["g~"], &["~", "g~"], "swaps upper and lower case", Operator::SwapCase),
    row(&["gu"], &["u", "gu"], "makes lower case", Operator::Lower),
    row(&["gU"], &["U", "gU"], "makes upper case", Operator::Upper),
    row(&["g?"], &["?", "g?"], "turns letters by 13 places", Operator::Rot13),
    row(&["gq"], &["q", "gq"], "fills lines to 79 columns", Operator::Format),
];

/// What an operator is applied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The bytes; of lines without the last newline, of a block from corner to corner.
    pub range: Range<usize>,
    /// How they hang together.
    pub kind: Kind,
    /// The lower end of what was given, where the cursor goes.
    pub cursor: usize,
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
        Self { range, kind: Kind::Lines, cursor }
    }

    /// Characters.
    pub fn chars(range: Range<usize>) -> Self {
        Self { cursor: range.start, range, kind: Kind::Chars }
    }

    /// The block between two corners; `to_end` takes the rests of all lines.
    pub fn block(text: &str, one: usize, other: usize, to_end: bool) -> Self {
        let (a, b) = (line::columns(text, one), line::columns(text, other));
        let right = if to_end { usize::MAX } else { a.end.max(b.end) };
        let left = a.start.min(b.start);
        let top = line::start(text, one.min(other));
        let cursor = line::at_column(text, top, left);
        Self { range: one.min(other)..one.max(other), kind: Kind::Block(left..right), cursor }
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
            if in_indent {
                return Self::lines(text, start, end - 1);
            }
            return Self::chars(start..end - 1).widened(text, operator, force);
        }
        let end =
            if reach == Reach::Inclusive && !line::at_end(text, end) { line::next(text, end) } else { end };
        Self::chars(start..end).widened(text, operator, force)
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

/// The part of a line that lies in a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The characters that lie in the block, also in part.
    pub range: Range<usize>,
    /// The columns of a character that lie before the block, as many spaces.
    pub before: usize,
    /// The columns of a character that lie behind the block, as many spaces.
    pub behind: usize,
    /// The line ends before the block does begin.
    pub short: bool,
}

impl Slice {
    /// Cuts the line that `at` is in.
    pub fn of(text: &str, at: usize, columns: &Range<usize>) -> Self {
        let end = line::end(text, at);
        let start = line::at_column(text, at, columns.start);
        if start == end {
            let short = line::columns(text, end).start < columns.start || columns.is_empty() || start == end;
            return Self { range: end..end, before: 0, behind: 0, short };
        }
        let before = columns.start - line::columns(text, start).start;
        if columns.end == usize::MAX {
            return Self { range: start..end, before, behind: 0, short: false };
        }
        let stop = line::at_column(text, at, columns.end);
        let cut = stop < end && line::columns(text, stop).start < columns.end;
        let behind = if cut { line::columns(text, stop).end - columns.end } else { 0 };
        let stop = if cut { line::next(text, stop) } else { stop };
        Self { range: start..stop, before, behind, short: false }
    }
}
