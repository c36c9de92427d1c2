//! Insertions into all rows of a block.

use crate::text::Text;
use crate::vi::insert::{Block, Insertion};
use crate::vi::operator::region::{Kind, Region};
use crate::vi::{Outcome, Vi, line};

impl Vi {
    /// `I` in visual mode: before the block, or in the first column.
    pub(in crate::vi) fn insert_before(&mut self, count: usize, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        let first = self.line_start_or_cursor(text);
        self.leave_visual(text);
        let mut insertion = Insertion { count, ..Insertion::default() };
        let mut at = first;
        if let Kind::Block(columns) = &region.kind {
            let rows = Self::rows(&region, text);
            at = line::at_column(text.as_str(), line::nth(text.as_str(), rows.start), columns.start);
            insertion.block = Some(Block { home: Some(columns.start), ..Block::at(columns.start, rows) });
        }
        text.set_cursor(at);
        self.begin_insertion(text, insertion);
        Outcome::Done
    }

    /// `A` in visual mode: behind the block, or behind the end of the selection.
    pub(in crate::vi) fn insert_behind(&mut self, count: usize, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        let Kind::Block(columns) = region.kind.clone() else {
            let at = self.behind_selection(text);
            self.leave_visual(text);
            text.set_cursor(at);
            self.begin_insertion(text, Insertion { count, ..Insertion::default() });
            return Outcome::Done;
        };
        self.leave_visual(text);
        let rows = Self::rows(&region, text);
        let top = line::nth(text.as_str(), rows.start);
        let home = Some(columns.start);
        let column = columns.end;
        if column == usize::MAX {
            text.set_cursor(line::end(text.as_str(), top));
        } else {
            self.fill_to(top, column, text);
        }
        let block = Block { column, rows, fill: true, home };
        self.begin_insertion(text, Insertion { count, block: Some(block), ..Insertion::default() });
        Outcome::Done
    }

    /// Where `A` inserts when no block is selected. The dot looks at the column where it begins.
    fn behind_selection(&self, text: &Text) -> usize {
        let (string, cursor) = (text.as_str(), text.cursor());
        let anchor = text.anchor().unwrap_or(cursor);
        let end = if self.repeating {
            line::at_column(string, cursor, line::columns(string, anchor).start)
        } else {
            line::start(string, anchor).max(cursor)
        };
        let to_end = self.memory.want == Some(usize::MAX);
        let end = if to_end { line::clamp(string, end) } else { end };
        let (first, last) = self.memory.columns;
        if first == last || line::at_end(string, end) { end } else { line::next(string, end) }
    }

    fn rows(region: &Region, text: &Text) -> std::ops::Range<usize> {
        let row = |at| line::row(text.as_str(), at);
        row(region.range.start)..row(region.range.end) + 1
    }

    /// Puts the cursor at a column, with spaces as needed.
    fn fill_to(&mut self, start: usize, column: usize, text: &mut Text) {
        let at = line::at_column(text.as_str(), start, column);
        let missing = column.saturating_sub(line::columns(text.as_str(), at).start);
        if line::at_end(text.as_str(), at) && missing > 0 {
            self.replace(text, at..at, &" ".repeat(missing));
            text.set_cursor(at + missing);
        } else {
            text.set_cursor(at);
        }
    }

    /// Inserts what was typed in the first row into the others.
    pub(in crate::vi) fn fill_block(&mut self, block: &Block, start: usize, text: &mut Text) {
        let end = text.cursor();
        let row = line::row(text.as_str(), end);
        if row != block.rows.start || start > end {
            return;
        }
        let typed = text.as_str()[start..end].to_owned();
        for row in block.rows.clone().skip(1) {
            let at = line::nth(text.as_str(), row);
            self.fill_row(at, block, &typed, text);
        }
        text.set_cursor(end);
        let Some(home) = block.home.filter(|_| !typed.is_empty()) else { return };
        let top = line::nth(text.as_str(), block.rows.start);
        let at = line::at_column(text.as_str(), top, home);
        // Escape goes one to the left from here.
        text.set_cursor(if line::at_end(text.as_str(), at) { at } else { line::next(text.as_str(), at) });
    }

    fn fill_row(&mut self, start: usize, block: &Block, typed: &str, text: &mut Text) {
        if typed.is_empty() {
            return;
        }
        let end = line::end(text.as_str(), start);
        if block.column == usize::MAX {
            self.replace(text, end..end, typed);
            return;
        }
        let at = line::at_column(text.as_str(), start, block.column);
        let missing = block.column.saturating_sub(line::columns(text.as_str(), at).start);
        match (at == end, block.fill) {
            (true, true) => drop(self.replace(text, at..at, &format!("{}{typed}", " ".repeat(missing)))),
            (true, false) if missing > 0 => {}
            _ => drop(self.replace(text, at..at, typed)),
        }
    }
}
