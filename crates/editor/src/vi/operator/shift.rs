//! The operators that work on indentation.

use std::ops::Range;

use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::operator::region::{Kind, Region};
use crate::vi::{Vi, indent, line};

impl Vi {
    pub(in crate::vi) fn shift(&mut self, region: &Region, by: usize, right: bool, text: &mut Text) {
        let width = self.options.shift_width;
        if let Kind::Block(columns) = &region.kind {
            return self.shift_block(region, columns.start, by * width, right, text);
        }
        let row = line::row(text.as_str(), region.range.start);
        let rows = region.rows(text.as_str());
        self.memory.marks.set(text.as_str(), '[', region.cursor);
        self.shift_rows(region, by, right, text);
        let last = line::last(text.as_str(), line::nth(text.as_str(), row + rows - 1));
        self.memory.marks.set(text.as_str(), ']', last);
        let at = line::first_nonblank(text.as_str(), line::nth(text.as_str(), row));
        text.set_cursor(at);
    }

    /// Shifts what stands behind the left side of a block.
    pub(in crate::vi) fn shift_block(
        &mut self,
        region: &Region,
        column: usize,
        by: usize,
        right: bool,
        text: &mut Text,
    ) {
        text.set_cursor(region.cursor);
        let last = line::row(text.as_str(), region.range.end);
        for start in region.line_starts(text.as_str()).into_iter().rev() {
            let string = text.as_str();
            let at = line::at_column(string, start, column);
            let reached = line::columns(string, at).start == column && !line::is_empty(string, at);
            if line::at_end(string, at) && !(right && reached) {
                continue;
            }
            let blanks = string[at..].len() - string[at..].trim_start_matches(line::is_blank).len();
            let width = line::columns(string, at + blanks).start - line::columns(string, at).start;
            let width = if right { width + by } else { width.saturating_sub(by) };
            self.replace(text, at..at + blanks, &" ".repeat(width));
        }
        text.set_cursor(region.cursor);
        let row = line::row(text.as_str(), region.cursor);
        self.memory.marks.put('.', Place { row, column: 0 });
        self.memory.marks.set(text.as_str(), '[', region.cursor);
        let last = line::last(text.as_str(), line::nth(text.as_str(), last));
        self.memory.marks.set(text.as_str(), ']', last);
    }

    /// Shifts all lines of a region that are not empty.
    pub(in crate::vi) fn shift_rows(&mut self, region: &Region, by: usize, right: bool, text: &mut Text) {
        let first = line::row(text.as_str(), region.range.start);
        text.set_cursor(region.cursor);
        for at in region.line_starts(text.as_str()).into_iter().rev() {
            if !line::is_empty(text.as_str(), at) {
                let (range, with) = indent::shifted(text.as_str(), at, by, self.options.shift_width, right);
                self.replace(text, range, &with);
            }
        }
        self.memory.marks.put('.', Place { row: first, column: 0 });
    }

    /// Gives every line the indentation of the one above that is not blank.
    pub(in crate::vi) fn reindent(&mut self, region: &Region, text: &mut Text) {
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
    pub(in crate::vi) fn match_indent(&mut self, rows: Range<usize>, model: usize, text: &mut Text) {
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
        let at = crate::vi::motion::place_in_row(text.as_str(), rows.start);
        text.set_cursor(at);
    }
}
