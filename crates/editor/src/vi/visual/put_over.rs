//! `p` and `P` in visual mode: a register takes the place of the selection.

use crate::text::Text;
use crate::vi::action::Call;
use crate::vi::normal::put::{Over, Put};
use crate::vi::operator::region::{Kind, Region};
use crate::vi::register::{Content, Shape};
use crate::vi::{Outcome, Vi, line};

impl Vi {
    /// Replaces the selection. An empty register just deletes it.
    pub(in crate::vi) fn put_over(&mut self, call: &Call, over: Over, text: &mut Text) -> Outcome {
        let content = self.register(call.register);
        let region = self.selected(text, false);
        let mode = self.mode;
        self.leave_visual(text);
        let rows = region.rows(text.as_str());
        let saved = self.memory.registers.clone();
        let was_empty = text.as_str().is_empty();
        let at_end = region.range.end == text.as_str().len();
        self.delete(&region, None, false, text);
        let whole = self.no_lines || text.as_str().is_empty() && was_empty;
        for mark in ['[', ']'] {
            self.memory.marks.set(text.as_str(), mark, text.cursor());
        }
        self.remember_deletion(over.keep.then_some('_'));
        if over.keep {
            self.memory.registers = saved;
        }
        let Some(content) = content else { return Outcome::Say("nothing in the register".into()) };
        let count = call.count.unwrap_or(1);
        let put = Put { after: false, count, move_behind: over.behind };
        match (&region.kind, content.shape) {
            (Kind::Lines, _) => self.put_for_lines(&content, Put { after: at_end && !whole, ..put }, text),
            (Kind::Chars, Shape::Lines) => self.put_between(&content.text, put, text),
            (Kind::Block(_), Shape::Lines) if over.below => self.put_below_block(&content, put, rows, text),
            (Kind::Block(_), Shape::Lines) => self.put_beside_block(&content, put, text),
            (Kind::Block(_), Shape::Chars) if !content.text.contains('\n') => {
                self.put_in_rows(&content, put, &region, rows, text);
            }
            _ => self.put_content(&content, put, text),
        }
        self.drop_left_over(whole, text);
        self.remember_put(mode);
        Outcome::Done
    }

    /// A text has at least one line: when all were replaced by lines, it is left over.
    fn drop_left_over(&mut self, whole: bool, text: &mut Text) {
        if whole && text.as_str().ends_with('\n') {
            let (end, cursor) = (text.as_str().len(), text.cursor());
            self.replace(text, end - 1..end, "");
            let last = line::start(text.as_str(), text.as_str().len());
            text.set_cursor(if cursor >= end { line::last(text.as_str(), last) } else { cursor });
        }
    }

    /// Whatever replaces lines becomes lines.
    fn put_for_lines(&mut self, content: &Content, put: Put, text: &mut Text) {
        let many = vec![&*content.text; put.count].join("\n");
        self.put_lines(&many, Put { count: 1, ..put }, text);
    }

    /// Lines in place of characters: the line is split around them.
    fn put_between(&mut self, with: &str, put: Put, text: &mut Text) {
        let at = text.cursor();
        let row = line::row(text.as_str(), at) + 1;
        let many = vec![with; put.count].join("\n");
        self.replace(text, at..at, &format!("\n{many}\n"));
        let row = if put.move_behind { row + many.matches('\n').count() + 1 } else { row };
        let start = line::nth(text.as_str(), row);
        text.set_cursor(if put.move_behind { start } else { line::first_nonblank(text.as_str(), start) });
    }

    fn put_below_block(&mut self, content: &Content, put: Put, rows: usize, text: &mut Text) {
        let last = line::row(text.as_str(), text.cursor()) + rows - 1;
        let at = line::nth(text.as_str(), last);
        text.set_cursor(at);
        self.put_content(content, Put { after: true, ..put }, text);
    }

    /// Above the block; below its first line where the block was the end of that line.
    fn put_beside_block(&mut self, content: &Content, put: Put, text: &mut Text) {
        let at = text.cursor();
        let after = line::at_end(text.as_str(), at) && at > line::start(text.as_str(), at);
        self.put_content(content, Put { after, ..put }, text);
    }

    /// Characters go into every row of the block that reaches its column.
    fn put_in_rows(&mut self, content: &Content, put: Put, region: &Region, rows: usize, text: &mut Text) {
        let Kind::Block(columns) = &region.kind else { return };
        let first = line::row(text.as_str(), text.cursor());
        let cursor = text.cursor();
        let many = content.text.repeat(put.count);
        for row in (first + 1..first + rows).rev() {
            let start = line::nth(text.as_str(), row);
            let at = line::at_column(text.as_str(), start, columns.start);
            if line::columns(text.as_str(), at).start >= columns.start {
                self.replace(text, at..at, &many);
            }
        }
        text.set_cursor(cursor);
        self.put_content(content, put, text);
    }
}
