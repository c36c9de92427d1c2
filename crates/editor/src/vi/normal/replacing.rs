//! `r`: characters by another one.

use std::ops::Range;

use crate::text::Text;
use crate::vi::action::Call;
use crate::vi::{Outcome, Vi, line};

impl Vi {
    pub(in crate::vi) fn replace_chars(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let end = line::end(string, at);
        let mut stop = at;
        for _ in 0..call.times() {
            if stop >= end {
                return Outcome::Bell;
            }
            stop = line::next(string, stop);
        }
        // To vim the character was inserted.
        self.remember_inserted(&call.typed.char.to_string().replace('\n', "\r"));
        match call.typed.char {
            '\r' | '\n' => {
                self.replace(text, at..stop, "\n");
                text.set_cursor(at + 1);
                Outcome::Done
            }
            '\t' => self.replace_by_tabs(call.times()),
            c @ ('\x05' | '\x19') => self.replace_by_copies(at..stop, c == '\x05', text),
            c => self.replace_by(c, at..stop, call.times(), text),
        }
    }

    /// `r` and Tab is `R`, Tab and Escape.
    fn replace_by_tabs(&mut self, times: usize) -> Outcome {
        for c in format!("{times}R\t\x1b").chars().rev() {
            self.queue.push_front(c);
        }
        Outcome::Done
    }

    /// Each character by the one in its column of the line below, or above, where there is one.
    fn replace_by_copies(&mut self, range: Range<usize>, below: bool, text: &mut Text) -> Outcome {
        text.touch(range.start);
        let mut at = range.start;
        let times = text.as_str()[range].chars().count();
        for _ in 0..times {
            let string = text.as_str();
            let column = line::columns(string, at).start;
            let near = if below { line::below(string, at) } else { line::above(string, at) };
            let copied = near
                .map(|near| line::at_column(string, near, column))
                .and_then(|from| line::char_at(string, from))
                .filter(|c| *c != '\n');
            let stop = line::next(string, at);
            if let Some(c) = copied {
                self.replace(text, at..stop, c.encode_utf8(&mut [0; 4]));
            }
            text.set_cursor(at);
            at = line::next(text.as_str(), at);
        }
        Outcome::Done
    }

    fn replace_by(&mut self, c: char, range: Range<usize>, times: usize, text: &mut Text) -> Outcome {
        let Range { start: at, end: stop } = range;
        let with = c.to_string().repeat(times);
        self.replace(text, at..stop, &with);
        let last = at + with.len() - c.len_utf8();
        text.set_cursor(last);
        for (mark, at) in [('[', at), (']', last), ('.', last)] {
            self.memory.marks.set(text.as_str(), mark, at);
        }
        Outcome::Done
    }
}
