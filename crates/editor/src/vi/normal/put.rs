//! `p` and `P`.

use crate::text::Text;
use crate::vi::register::{Content, Shape};
use crate::vi::{Outcome, Vi, line};

/// How a register replaces a selection.
#[derive(Clone, Copy)]
pub struct Over {
    /// The selection does not go to a register.
    pub keep: bool,
    /// Lines go below a block.
    pub below: bool,
    /// The cursor goes behind the new text.
    pub behind: bool,
}

/// How a register is put.
#[derive(Clone, Copy)]
pub struct Put {
    /// Behind the cursor, or below its line.
    pub after: bool,
    /// How often.
    pub count: usize,
    /// The cursor goes behind the new text.
    pub move_behind: bool,
}

impl Vi {
    /// Puts a register into the text.
    pub(in crate::vi) fn put(&mut self, register: Option<char>, put: Put, text: &mut Text) -> Outcome {
        let Some(content) = self.register(register) else {
            text.touch(text.cursor());
            self.memory.marks.set(text.as_str(), '[', text.cursor());
            self.memory.marks.set(text.as_str(), ']', text.cursor());
            return Outcome::Say("nothing in the register".into());
        };
        self.put_content(&content, put, text);
        Outcome::Done
    }

    pub(in crate::vi) fn put_content(&mut self, content: &Content, put: Put, text: &mut Text) {
        match content.shape {
            Shape::Chars => self.put_chars(&content.text, put, text),
            Shape::Lines => self.put_lines(&content.text, put, text),
            Shape::Block(width) => self.put_block(&content.text, width, put, text),
        }
    }

    fn put_chars(&mut self, with: &str, put: Put, text: &mut Text) {
        let cursor = text.cursor();
        let at = if put.after && !line::at_end(text.as_str(), cursor) {
            line::next(text.as_str(), cursor)
        } else {
            cursor
        };
        let many = with.repeat(put.count);
        self.replace(text, at..at, &many);
        self.memory.marks.set(text.as_str(), '[', at);
        let end = at + many.len();
        let last = if many.is_empty() { cursor } else { line::prev(text.as_str(), end) };
        self.memory.marks.set(text.as_str(), ']', last);
        text.set_cursor(match put.move_behind {
            true => end,
            false if with.contains('\n') => at,
            false => last,
        });
    }

    pub(in crate::vi) fn put_lines(&mut self, with: &str, put: Put, text: &mut Text) {
        let string = text.as_str();
        let many = vec![with; put.count].join("\n");
        let (at, row, joined) = if put.after {
            let end = line::end(string, text.cursor());
            (end, line::row(string, end) + 1, format!("\n{many}"))
        } else {
            let start = line::start(string, text.cursor());
            (start, line::row(string, start), format!("{many}\n"))
        };
        self.replace(text, at..at, &joined);
        let rows = many.matches('\n').count() + 1;
        let first = line::nth(text.as_str(), row);
        self.memory.marks.set(text.as_str(), '[', first);
        let last = line::last(text.as_str(), line::nth(text.as_str(), row + rows - 1));
        self.memory.marks.set(text.as_str(), ']', last);
        if put.move_behind {
            Self::go_below(row + rows, text);
        } else {
            text.set_cursor(line::first_nonblank(text.as_str(), first));
        }
    }

    /// To the start of a row; behind the last one, to the last line.
    pub(in crate::vi) fn go_below(row: usize, text: &mut Text) {
        let at = line::nth(text.as_str(), row);
        text.set_cursor(at);
    }

    /// Puts each row of a block at the same column of the next line, making lines as needed.
    fn put_block(&mut self, with: &str, width: usize, put: Put, text: &mut Text) {
        let cursor = text.cursor();
        let columns = line::columns(text.as_str(), cursor);
        let column =
            if put.after && !line::at_end(text.as_str(), cursor) { columns.end } else { columns.start };
        let row = line::row(text.as_str(), cursor);
        let mut last = 0;
        for (i, piece) in with.split('\n').enumerate() {
            if row + i >= line::count(text.as_str()) {
                let end = text.as_str().len();
                self.replace(text, end..end, "\n");
            }
            let start = line::nth(text.as_str(), row + i);
            last = self.put_row(start, column, piece, width, put.count, text);
        }
        let first = line::at_column(text.as_str(), line::nth(text.as_str(), row), column);
        self.memory.marks.set(text.as_str(), '[', first);
        self.memory.marks.set(
            text.as_str(),
            ']',
            line::prev(text.as_str(), last.max(first + 1).min(text.as_str().len())),
        );
        text.set_cursor(if put.move_behind { last } else { first });
    }

    fn put_row(
        &mut self,
        start: usize,
        column: usize,
        piece: &str,
        width: usize,
        count: usize,
        text: &mut Text,
    ) -> usize {
        let end = line::end(text.as_str(), start);
        let mut at = line::at_column(text.as_str(), start, column);
        let here = line::columns(text.as_str(), at).start;
        let padded =
            format!("{piece}{}", " ".repeat(width.saturating_sub(line::columns(piece, piece.len()).start)));
        let mut many = padded.repeat(count);
        let mut range = at..at;
        let mut lead = column - here.min(column);
        if at < end && lead > 0 {
            // A tab is cut: it becomes spaces on both sides.
            let total = line::columns(text.as_str(), at).len();
            range.end = line::next(text.as_str(), at);
            many.push_str(&" ".repeat(total - lead));
        } else if at == end {
            // Nothing follows, so the last piece is not padded.
            many = padded.repeat(count - 1) + piece;
            lead = column.saturating_sub(here);
        }
        let with = " ".repeat(lead) + &many;
        self.replace(text, range, &with);
        at += lead;
        (at + padded.repeat(count).len()).min(line::end(text.as_str(), at))
    }
}
