//! The keys of insert mode and of replace mode.

use super::insert::Insertion;
use super::mark::Place;
use super::{Mode, Outcome, Vi, code, indent, line};
use crate::text::Text;

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
    pub(super) fn insert_key(&mut self, c: char, text: &mut Text) -> Outcome {
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
            Some(row) => {
                let keeps = !matches!(
                    c,
                    code::ESCAPE | '\0' | '\x01' | '\x0f' | '\x05' | '\x19' | code::LEFT..=code::END
                );
                if keeps {
                    self.typed(c);
                }
                let outcome = (row.run)(self, text);
                if keeps && outcome == Outcome::Bell {
                    self.untyped();
                }
                outcome
            }
            None if c.is_control() || ('\u{F700}'..='\u{F8FF}').contains(&c) => Outcome::Unbound,
            None => {
                self.typed(c);
                self.type_str(c.encode_utf8(&mut [0; 4]), text);
                Outcome::Done
            }
        }
    }

    /// The text may have been changed from outside since the last key: where the insertion
    /// began is a place in it all the same.
    fn hold_start(&mut self, text: &Text) {
        if let Some(insertion) = &mut self.insertion {
            insertion.start = text.as_str().floor_char_boundary(insertion.start);
        }
    }

    /// Keeps a key for repetition.
    fn typed(&mut self, c: char) {
        if let Some(insertion) = self.insertion.as_mut().filter(|it| !it.echoing) {
            insertion.typed.push(c);
            if std::mem::take(&mut insertion.moved) {
                self.remember_plain_insertion();
            }
        }
    }

    /// What failed is not repeated.
    fn untyped(&mut self) {
        if let Some(insertion) = self.insertion.as_mut().filter(|it| !it.echoing) {
            insertion.typed.pop();
        }
    }

    /// Inserts text as it is, also newlines, and keeps it for repetition.
    pub(super) fn insert_literally(&mut self, with: &str, text: &mut Text) {
        for c in with.chars() {
            match c {
                '\n' => {
                    self.typed(code::ENTER);
                    self.newline(text);
                }
                c if c.is_control() => self.type_literal(c, text),
                c => {
                    self.typed(c);
                    self.type_str(c.encode_utf8(&mut [0; 4]), text);
                }
            }
        }
    }

    pub(super) fn type_literal(&mut self, c: char, text: &mut Text) {
        self.typed('\x16');
        self.typed(c);
        self.type_str(c.encode_utf8(&mut [0; 4]), text);
    }

    /// Puts characters at the cursor; in replace mode, in place of those there.
    pub(super) fn type_str(&mut self, with: &str, text: &mut Text) {
        let at = text.cursor();
        let replaces = self.mode == Mode::Replace && !line::at_end(text.as_str(), at) && with != "\n";
        let stop = if replaces { line::next(text.as_str(), at) } else { at };
        let changed = self.memory.marks.place('.');
        let old = self.replace(text, at..stop, with);
        self.keep_change_mark(changed, text);
        text.set_cursor(at + with.len());
        if self.mode == Mode::Replace
            && let Some(insertion) = &mut self.insertion
        {
            insertion.replaced.push(replaces.then_some(old));
        }
    }

    /// The mark of the last change stays where typing began in the line.
    fn keep_change_mark(&mut self, before: Option<Place>, text: &Text) {
        let start = self.insertion.as_ref().map_or(0, |it| it.start);
        if let (Some(before), Some(now)) = (before, self.memory.marks.place('.'))
            && before.row == now.row
            && before.offset(text.as_str()) >= start.min(text.cursor())
            && before.column < now.column
        {
            self.memory.marks.put('.', before);
        }
    }

    fn newline(&mut self, text: &mut Text) -> Outcome {
        self.type_str("\n", text);
        if self.options.auto_indent {
            let (_, indent) = indent::as_above(text.as_str(), text.cursor());
            self.type_str(&indent, text);
        }
        Outcome::Done
    }

    fn tab(&mut self, text: &mut Text) -> Outcome {
        let column = line::columns(text.as_str(), text.cursor()).start;
        for _ in 0..line::TAB - column % line::TAB {
            self.type_str(" ", text);
        }
        Outcome::Done
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

    fn indent_more(&mut self, text: &mut Text) -> Outcome {
        self.reindent_line(true, text)
    }

    fn indent_less(&mut self, text: &mut Text) -> Outcome {
        let at = text.cursor();
        let all = self.insertion.as_ref().is_some_and(|it| matches!(it.last, '0' | '^'));
        if !all || at == line::start(text.as_str(), at) {
            return self.reindent_line(false, text);
        }
        let before = line::prev(text.as_str(), at);
        if self.mode == Mode::Replace {
            self.restore(text);
        } else {
            self.replace(text, before..at, "");
        }
        text.set_cursor(before);
        let indent = line::start(text.as_str(), before)..line::indent(text.as_str(), before);
        self.change_indent(indent, "", text)
    }

    fn reindent_line(&mut self, more: bool, text: &mut Text) -> Outcome {
        let (range, with) = indent::rounded(text.as_str(), text.cursor(), self.options.shift_width, more);
        self.change_indent(range, &with, text)
    }

    fn change_indent(&mut self, range: std::ops::Range<usize>, with: &str, text: &mut Text) -> Outcome {
        let at = text.cursor();
        let (start, old) = (range.start, range.len());
        let new = with.len();
        self.replace(text, range, with);
        text.set_cursor((at + new).saturating_sub(old).max(start));
        if let Some(insertion) = &mut self.insertion
            && insertion.start >= start
        {
            insertion.start = (insertion.start + new).saturating_sub(old).max(start);
        }
        Outcome::Done
    }

    fn copy_below(&mut self, text: &mut Text) -> Outcome {
        self.copy_from(line::below(text.as_str(), text.cursor()), text)
    }

    fn copy_above(&mut self, text: &mut Text) -> Outcome {
        self.copy_from(line::above(text.as_str(), text.cursor()), text)
    }

    fn copy_from(&mut self, start: Option<usize>, text: &mut Text) -> Outcome {
        let Some(start) = start else { return Outcome::Bell };
        let column = line::columns(text.as_str(), text.cursor()).start;
        let at = line::at_column(text.as_str(), start, column);
        match line::char_at(text.as_str(), at).filter(|c| *c != '\n') {
            Some(c) => {
                // What is repeated is the character, not the copying.
                self.insert_literally(c.encode_utf8(&mut [0; 4]), text);
                Outcome::Done
            }
            None => Outcome::Bell,
        }
    }

    fn insert_again(&mut self, text: &mut Text) -> Outcome {
        let inserted = self.memory.inserted.clone();
        for c in inserted.chars() {
            self.insert_key(c, text);
        }
        Outcome::Done
    }

    fn insert_again_and_leave(&mut self, text: &mut Text) -> Outcome {
        self.insert_again(text);
        self.end_insertion(text)
    }

    fn toggle_replace(&mut self, _: &mut Text) -> Outcome {
        self.mode = if self.mode == Mode::Replace { Mode::Insert } else { Mode::Replace };
        Outcome::Done
    }
}
