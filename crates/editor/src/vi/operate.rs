//! Applies operators to regions.

use super::insert::{Block, Insertion};
use super::mark::Place;
use super::operator::{Kind, Operator, Region, Slice};
use super::register::{Content, Shape};
use super::{Outcome, Vi, case, indent, join, line};
use crate::text::Text;
use std::ops::Range;

impl Region {
    /// The bytes of each part, from the top; of lines the newlines between them as well.
    pub(super) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        match &self.kind {
            Kind::Block(columns) => self.slices(text, columns).into_iter().map(|slice| slice.range).collect(),
            _ => vec![self.range.clone()],
        }
    }

    pub(super) fn slices(&self, text: &str, columns: &Range<usize>) -> Vec<Slice> {
        self.line_starts(text).into_iter().map(|at| Slice::of(text, at, columns)).collect()
    }

    /// What a register would hold of it.
    pub(super) fn content(&self, text: &str) -> Content {
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
}

impl Slice {
    /// The text inside the block; characters that are cut are as many spaces.
    fn content(&self, text: &str) -> String {
        let mut range = self.range.clone();
        let (mut lead, mut tail) = (0, 0);
        if self.before > 0 && !range.is_empty() {
            lead = line::columns(text, range.start).len() - self.before;
            range.start = line::next(text, range.start);
        }
        if self.behind > 0 && !range.is_empty() {
            range.end = line::prev(text, range.end);
            tail = line::columns(text, range.end).len() - self.behind;
        }
        format!("{}{}{}", " ".repeat(lead), &text[range], " ".repeat(tail))
    }
}

impl Vi {
    pub(super) fn operate(
        &mut self,
        operator: Operator,
        region: &Region,
        register: Option<char>,
        large: bool,
        count: Option<usize>,
        text: &mut Text,
    ) -> Outcome {
        let (start, end) = (region.range.start, region.range.end);
        self.memory.marks.set(text.as_str(), '[', start);
        let last = match region.kind {
            Kind::Lines => line::last(text.as_str(), end),
            _ if end > start => line::prev(text.as_str(), end),
            _ => start,
        };
        self.memory.marks.set(text.as_str(), ']', last);
        let by = count.unwrap_or(1);
        if operator.removes() {
            self.memory.marks.set(text.as_str(), ']', start);
        }
        match operator {
            Operator::Delete => self.delete(region, register, large, text),
            Operator::Change => self.change(region, register, large, text),
            Operator::Yank => {
                self.memory.registers.yank(register, region.content(text.as_str()));
                text.set_cursor(region.cursor);
            }
            Operator::ShiftRight => self.shift(region, by, true, text),
            Operator::ShiftLeft => self.shift(region, by, false, text),
            Operator::Reindent => self.reindent(region, text),
            Operator::Format => self.format(region, text),
            Operator::SwapCase => self.change_case(region, case::swap, text),
            Operator::Lower => self.change_case(region, case::lower, text),
            Operator::Upper => self.change_case(region, case::upper, text),
            Operator::Rot13 => self.change_case(region, case::rot13, text),
        }
        Outcome::Done
    }

    fn keep_deleted(&mut self, region: &Region, register: Option<char>, large: bool, text: &Text) {
        if region.kind == Kind::Chars && region.range.is_empty() {
            return;
        }
        let content = region.content(text.as_str());
        let large = large || region.kind == Kind::Lines || region.rows(text.as_str()) > 1;
        self.memory.registers.delete(register, content, large);
    }

    pub(super) fn delete(&mut self, region: &Region, register: Option<char>, large: bool, text: &mut Text) {
        self.keep_deleted(region, register, large, text);
        text.set_cursor(region.cursor);
        match &region.kind {
            Kind::Chars => self.remove(region.range.clone(), text),
            Kind::Lines => self.delete_lines(region.range.clone(), text),
            Kind::Block(columns) => self.delete_block(region, columns, text),
        }
    }

    fn remove(&mut self, range: Range<usize>, text: &mut Text) {
        let start = range.start;
        self.replace(text, range, "");
        text.set_cursor(start);
    }

    /// Removes whole lines with one of the newlines around them.
    pub(super) fn delete_lines(&mut self, range: Range<usize>, text: &mut Text) {
        let string = text.as_str();
        let row = line::row(string, range.start);
        let range = match range {
            Range { start, end } if end < string.len() => start..end + 1,
            Range { start, end } => start.saturating_sub(1)..end,
        };
        self.replace(text, range, "");
        let start = line::nth(text.as_str(), row);
        text.set_cursor(line::first_nonblank(text.as_str(), start));
    }

    fn delete_block(&mut self, region: &Region, columns: &Range<usize>, text: &mut Text) {
        for slice in region.slices(text.as_str(), columns).into_iter().rev() {
            if !slice.range.is_empty() {
                self.replace(text, slice.range, &" ".repeat(slice.before + slice.behind));
            }
        }
        let top = line::start(text.as_str(), region.cursor.min(text.as_str().len()));
        let at = line::at_column(text.as_str(), top, columns.start);
        text.set_cursor(at);
    }

    fn change(&mut self, region: &Region, register: Option<char>, large: bool, text: &mut Text) {
        let mut insertion = Insertion::default();
        match &region.kind {
            Kind::Lines => {
                self.keep_deleted(region, register, large, text);
                let keep = if self.options.auto_indent {
                    line::indent(text.as_str(), region.range.start)
                } else {
                    region.range.start
                };
                text.set_cursor(place_of_change(text.as_str(), region));
                self.remove(keep..region.range.end, text);
            }
            Kind::Chars => self.delete(region, register, large, text),
            Kind::Block(columns) => {
                let rows = line::row(text.as_str(), region.range.start)
                    ..line::row(text.as_str(), region.range.end) + 1;
                insertion.block = Some(Block::at(columns.start, rows));
                self.delete(region, register, large, text);
            }
        }
        self.begin_insertion(text, insertion);
    }

    pub(super) fn change_case(&mut self, region: &Region, with: fn(char) -> String, text: &mut Text) {
        text.set_cursor(region.cursor);
        let before = region.cursor;
        for range in case_ranges(region, text.as_str()).into_iter().rev() {
            let changed: String = text.as_str()[range.clone()].chars().map(with).collect();
            if changed != text.as_str()[range.clone()] {
                self.replace(text, range, &changed);
            }
        }
        text.set_cursor(before);
    }

    fn shift(&mut self, region: &Region, by: usize, right: bool, text: &mut Text) {
        let width = self.options.shift_width;
        if let Kind::Block(columns) = &region.kind {
            return self.shift_block(region, columns.start, by * width, right, text);
        }
        let row = line::row(text.as_str(), region.range.start);
        self.shift_rows(region, by, right, text);
        let at = line::first_nonblank(text.as_str(), line::nth(text.as_str(), row));
        text.set_cursor(at);
    }

    /// Shifts what stands behind the left side of a block.
    fn shift_block(&mut self, region: &Region, column: usize, by: usize, right: bool, text: &mut Text) {
        text.set_cursor(region.cursor);
        for start in region.line_starts(text.as_str()).into_iter().rev() {
            let string = text.as_str();
            let at = line::at_column(string, start, column);
            if line::at_end(string, at) {
                continue;
            }
            let blanks = string[at..].len() - string[at..].trim_start_matches(line::is_blank).len();
            let width = line::columns(string, at + blanks).start - line::columns(string, at).start;
            let width = if right { width + by } else { width.saturating_sub(by) };
            self.replace(text, at..at + blanks, &" ".repeat(width));
        }
        text.set_cursor(region.cursor);
    }

    /// Shifts all lines of a region that are not empty.
    pub(super) fn shift_rows(&mut self, region: &Region, by: usize, right: bool, text: &mut Text) {
        text.set_cursor(region.cursor);
        for at in region.line_starts(text.as_str()).into_iter().rev() {
            if !line::is_empty(text.as_str(), at) {
                let (range, with) = indent::shifted(text.as_str(), at, by, self.options.shift_width, right);
                self.replace(text, range, &with);
            }
        }
    }

    /// Gives every line the indentation of the one above that is not blank.
    fn reindent(&mut self, region: &Region, text: &mut Text) {
        text.set_cursor(region.cursor);
        let starts = region.line_starts(text.as_str());
        let rows: Vec<usize> = starts.into_iter().map(|at| line::row(text.as_str(), at)).collect();
        for &row in &rows {
            let at = line::nth(text.as_str(), row);
            let (range, with) = indent::as_above(text.as_str(), at);
            self.replace(text, range, &with);
        }
        let first = rows.first().map_or(0, |&row| line::nth(text.as_str(), row));
        text.set_cursor(line::first_nonblank(text.as_str(), first));
    }

    /// Gives rows the indentation of another one, and the deeper ones what they have more.
    pub(super) fn match_indent(&mut self, rows: Range<usize>, model: usize, text: &mut Text) {
        let string = text.as_str();
        let width =
            |row: usize, text: &str| line::columns(text, line::indent(text, line::nth(text, row))).start;
        let (wanted, first) = (width(model, string), width(rows.start, string));
        for row in rows.clone() {
            let at = line::nth(text.as_str(), row);
            let columns = (width(row, text.as_str()) + wanted).saturating_sub(first);
            let indent = at..line::indent(text.as_str(), at);
            self.replace(text, indent, &" ".repeat(columns));
        }
        let at = super::motion::place_in_row(text.as_str(), rows.start);
        text.set_cursor(at);
    }

    fn format(&mut self, region: &Region, text: &mut Text) {
        let lines = Region::lines(text.as_str(), region.range.start, region.range.end);
        let filled = join::fill(&text.as_str()[lines.range.clone()], 79);
        let end = lines.range.start + filled.len();
        text.set_cursor(region.cursor);
        self.replace(text, lines.range, &filled);
        let at = line::first_nonblank(text.as_str(), end);
        text.set_cursor(at);
    }
}

/// What a change of case applies to. An empty stretch in the first column is to vim the
/// whole line, and in the first line its first character.
fn case_ranges(region: &Region, text: &str) -> Vec<Range<usize>> {
    let at = region.range.start;
    let nothing = region.kind == Kind::Chars && region.range.is_empty();
    match nothing && line::start(text, at) == at && !line::at_end(text, at) {
        false => region.ranges(text),
        true if at == 0 => vec![0..line::next(text, 0)],
        true => vec![line::range(text, at)],
    }
}

/// Where undo brings the cursor back to after lines were changed: to vim, the second of them.
fn place_of_change(text: &str, region: &Region) -> usize {
    match region.rows(text) {
        1 => region.cursor,
        _ => {
            let place = Place::of(text, region.cursor);
            Place { row: place.row + 1, ..place }.offset(text)
        }
    }
}
