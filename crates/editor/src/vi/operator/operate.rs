//! Applies operators to regions.

use crate::text::Text;
use crate::vi::command_line::CommandLine;
use crate::vi::insert::{Block, Insertion};
use crate::vi::mark::Place;
use crate::vi::operator::Operator;
use crate::vi::operator::region::{Kind, Region, Tail};
use crate::vi::register::Content;
use crate::vi::{Outcome, Vi, line, normal::case};
use std::ops::Range;

impl Vi {
    pub(in crate::vi) fn operate(
        &mut self,
        operator: Operator,
        region: &Region,
        register: Option<char>,
        large: bool,
        count: Option<usize>,
        text: &mut Text,
    ) -> Outcome {
        let by = count.unwrap_or(1);
        let (first, last) = ends(operator, region, text.as_str());
        let lines = region.kind == Kind::Lines;
        let start = region.range.start;
        self.operated_at = Some(if lines { line::start(text.as_str(), start) } else { start });
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
            Operator::FormatInPlace => self.format_in_place(region, text),
            Operator::Filter => return self.begin_filter(region, text),
            Operator::SwapCase => self.change_case(region, case::swap, text),
            Operator::Lower => self.change_case(region, case::lower, text),
            Operator::Upper => self.change_case(region, case::upper_all, text),
            Operator::Rot13 => self.change_case(region, case::rot13, text),
        }
        if operator != Operator::Yank && !text.has_open_changes() {
            text.touch(region.range.start);
        }
        let nowhere = operator == Operator::Yank && register == Some('_');
        if !nowhere && !operator.sets_marks() {
            self.memory.marks.put('[', first);
            self.memory.marks.put(']', last);
        }
        Outcome::Done
    }

    /// `!`: a `:` line that begins with the lines.
    fn begin_filter(&mut self, region: &Region, text: &mut Text) -> Outcome {
        text.set_cursor(region.cursor);
        let range = match region.rows(text.as_str()) {
            1 => ".".to_owned(),
            rows => format!(".,.+{}", rows - 1),
        };
        self.pending = ":".into();
        self.line = Some(CommandLine::new(':', range + "!"));
        Outcome::Pending
    }

    fn keep_deleted(&mut self, region: &Region, register: Option<char>, large: bool, text: &Text) {
        let nothing = region.range.is_empty() && region.ranges(text.as_str()).iter().all(Range::is_empty);
        if self.no_lines || region.kind != Kind::Lines && nothing {
            return;
        }
        let content = region.content(text.as_str());
        let large = large || region.kind == Kind::Lines || region.rows(text.as_str()) > 1;
        self.memory.registers.delete(register, content, large);
    }

    pub(in crate::vi) fn delete(
        &mut self,
        region: &Region,
        register: Option<char>,
        large: bool,
        text: &mut Text,
    ) {
        self.keep_deleted(region, register, large, text);
        text.set_cursor(region.cursor);
        if region.range.is_empty() && region.kind == Kind::Chars {
            return text.touch(region.range.start);
        }
        match &region.kind {
            Kind::Chars => self.remove(region.range.clone(), text),
            Kind::Lines => self.delete_lines(region.range.clone(), text),
            Kind::Block(columns) => self.delete_block(region, columns, text),
        }
    }

    fn remove(&mut self, range: Range<usize>, text: &mut Text) {
        let (start, string) = (range.start, text.as_str());
        let column = start - line::start(string, start);
        let last = line::row(string, range.end);
        if last > line::row(string, start) {
            // To vim the last line is joined to the first one.
            self.memory.places().filter(|place| place.row == last).for_each(|place| place.column += column);
        }
        self.replace(text, range, "");
        text.set_cursor(start);
    }

    /// Removes whole lines with one of the newlines around them.
    pub(in crate::vi) fn delete_lines(&mut self, range: Range<usize>, text: &mut Text) {
        self.forget_old_line();
        let string = text.as_str();
        let row = line::row(string, range.start);
        let range = match range {
            Range { start, end } if end < string.len() => start..end + 1,
            Range { start, end } => start.saturating_sub(1)..end,
        };
        let all = range.start == 0 && range.end == string.len() && (row == 0);
        self.replace(text, range, "");
        self.no_lines = all;
        self.memory.marks.put('.', Place { row, column: 0 });
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
                let end = line::end(text.as_str(), keep);
                self.replace(text, end..region.range.end, "");
                self.remove(keep..end, text);
            }
            Kind::Chars => {
                self.delete(region, register, large, text);
                if region.tail == Tail::Hollow {
                    self.memory.registers.delete(register, Content::chars(""), large);
                }
            }
            Kind::Block(columns) => {
                let rows = line::row(text.as_str(), region.range.start)
                    ..line::row(text.as_str(), region.range.end) + 1;
                insertion.block = Some(Block::at(columns.start, rows));
                self.delete(region, register, large, text);
            }
        }
        self.begin_insertion(text, insertion);
    }
}

/// Where undo brings the cursor back to after lines were changed: to vim, the second of them.
fn place_of_change(text: &str, region: &Region) -> usize {
    if region.rows(text) == 1 {
        return region.cursor;
    }
    let place = Place::of(text, region.cursor);
    Place { row: place.row + 1, ..place }.offset(text)
}

/// Where the marks of the first and the last character that was operated on go.
fn ends(operator: Operator, region: &Region, text: &str) -> (Place, Place) {
    let Range { start, end } = region.range;
    let cursor = Place::of(text, region.cursor);
    match (operator.removes(), &region.kind) {
        (true, Kind::Chars) => (Place::of(text, start), Place::of(text, start)),
        (true, Kind::Lines) => (cursor, cursor),
        (true, Kind::Block(_)) => (cursor, Place { row: line::row(text, end), ..cursor }),
        (false, Kind::Chars) if operator == Operator::Yank && region.tail == Tail::Exclusive => {
            (Place::of(text, start), Place::of(text, end))
        }
        (false, Kind::Lines) => (Place::of(text, start), Place::of(text, line::last(text, end))),
        (false, Kind::Block(columns)) => {
            let bottom = line::at_column(text, line::start(text, end), columns.end.saturating_sub(1));
            (cursor, Place::of(text, line::clamp(text, bottom)))
        }
        (false, Kind::Chars) => (Place::of(text, start), Place::of(text, line::prev(text, end))),
    }
}
