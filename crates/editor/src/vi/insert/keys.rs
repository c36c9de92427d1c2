//! The keys of insert mode and of replace mode.

use crate::text::Text;
use crate::vi::insert::Insertion;
use crate::vi::{Mode, Outcome, Vi, code, line};

/// One key of insert mode.
pub struct InsertKey {
    /// The key.
    pub key: char,
    /// What it does.
    pub doc: &'static str,
    /// Whether more keys belong to it.
    waits: bool,
    run: fn(&mut Vi, &mut Text) -> Outcome,
}

const fn row(key: char, doc: &'static str, run: fn(&mut Vi, &mut Text) -> Outcome) -> InsertKey {
    InsertKey { key, doc, waits: false, run }
}

const fn waits(key: char, doc: &'static str) -> InsertKey {
    InsertKey { key, doc, waits: true, run: |_, _| Outcome::Pending }
}

/// The keys that do not type themselves.
pub static INSERT: &[InsertKey] = &[
    row(code::ESCAPE, "back to normal mode", Vi::end_insertion),
    row('\x03', "back to normal mode", Vi::end_insertion),
    row(code::ENTER, "a new line", Vi::newline),
    row('\n', "a new line", Vi::newline),
    row('\t', "spaces to the next tab stop", Vi::tab),
    row(code::BACKSPACE, "removes a character; in replace mode, restores it", Vi::backspace),
    row('\x08', "removes a character; in replace mode, restores it", Vi::backspace),
    row(code::DELETE, "removes the character under the cursor", Vi::delete_under),
    row('\x17', "removes a word", Vi::backspace_word),
    row('\x15', "removes what was typed in the line", Vi::backspace_line),
    row('\x14', "indents the line", Vi::indent_more),
    row('\x04', "dedents the line; right behind a typed `0` or `^`, all the way", Vi::indent_less),
    row('\x05', "inserts the character below", Vi::copy_below),
    row('\x19', "inserts the character above", Vi::copy_above),
    row('\x01', "inserts what was inserted last", Vi::insert_again),
    row('\0', "inserts what was inserted last, and back to normal mode", Vi::insert_again_and_leave),
    row('\x0f', "one command, then back to inserting", Vi::one_command),
    waits('\x16', "inserts the next key as it is, or the character with a number"),
    waits('\x11', "inserts the next key as it is, or the character with a number"),
    waits('\x0b', "inserts a digraph"),
    waits('\x12', "inserts a register"),
    waits('\x07', "`u` after it starts a new step of undo"),
    row(code::INSERT, "between insert and replace mode", Vi::toggle_replace),
    row(code::LEFT, "left", Vi::arrow_left),
    row(code::RIGHT, "right", Vi::arrow_right),
    row(code::UP, "up", Vi::arrow_up),
    row(code::DOWN, "down", Vi::arrow_down),
    row(code::HOME, "to the first column", Vi::arrow_home),
    row(code::END, "behind the end of the line", Vi::arrow_end),
];

impl Vi {
    /// One key in insert or replace mode.
    pub(in crate::vi) fn insert_key(&mut self, c: char, text: &mut Text) -> Outcome {
        if self.insertion.is_none() {
            self.begin_insertion(text, Insertion::default());
        }
        self.hold_start(text);
        if !self.pending.is_empty() {
            self.pending.push(c);
            return self.prefixed(text);
        }
        let outcome = self.own_key(c, text);
        if let Some(insertion) = &mut self.insertion {
            insertion.last = c;
        }
        outcome
    }

    /// A key that is no part of another one.
    fn own_key(&mut self, c: char, text: &mut Text) -> Outcome {
        match INSERT.iter().find(|row| row.key == c) {
            Some(row) if row.waits => {
                self.pending.push(c);
                Outcome::Pending
            }
            Some(row) if leaves_or_copies(c) => (row.run)(self, text),
            Some(row) => self.run_typed(row, text),
            None if c.is_control() || ('\u{F700}'..='\u{F8FF}').contains(&c) => Outcome::Unbound,
            None => {
                self.keep_line_of_insertion(text);
                self.typed(c);
                self.type_str(c.encode_utf8(&mut [0; 4]), text);
                Outcome::Done
            }
        }
    }

    /// A key that belongs to what was typed, unless it can do nothing.
    fn run_typed(&mut self, row: &InsertKey, text: &mut Text) -> Outcome {
        let moved = self.insertion.as_ref().is_some_and(|it| it.moved);
        let before = moved.then(|| self.memory.repeats.clone());
        self.keep_line_of_insertion(text);
        self.typed(row.key);
        let outcome = (row.run)(self, text);
        if outcome == Outcome::Bell {
            self.untyped(before);
        }
        outcome
    }

    /// The text may have been changed from outside since the last key: where the insertion
    /// began is a place in it all the same.
    fn hold_start(&mut self, text: &Text) {
        if let Some(insertion) = &mut self.insertion {
            insertion.start = text.as_str().floor_char_boundary(insertion.start);
        }
    }

    fn delete_under(&mut self, text: &mut Text) -> Outcome {
        let at = text.cursor();
        if line::at_end(text.as_str(), at) && !(self.options.free_backspace && at < text.as_str().len()) {
            return Outcome::Bell;
        }
        let stop = line::next(text.as_str(), at);
        self.replace(text, at..stop, "");
        Outcome::Done
    }

    fn toggle_replace(&mut self, _: &mut Text) -> Outcome {
        self.mode = if self.mode == Mode::Replace { Mode::Insert } else { Mode::Replace };
        Outcome::Done
    }
}

/// Keys that end the insertion, move in it, or type other characters than their own.
fn leaves_or_copies(c: char) -> bool {
    matches!(c, code::ESCAPE | '\x03' | '\0' | '\x01' | '\x0f' | '\x05' | '\x19' | code::LEFT..=code::END)
}
