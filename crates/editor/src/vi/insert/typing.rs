//! Typed text on its way into the text, and kept for repetition.

use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::repeat::Repeats;
use crate::vi::{Mode, Outcome, Vi, code, indent, line};

impl Vi {
    /// Text that came otherwise than by keys (a paste, a completion): it is inserted where the
    /// cursor is and belongs to the insertion, so that the dot repeats it.
    pub fn insert(&mut self, with: &str, text: &mut Text) {
        if self.insertion.is_some() {
            self.insert_literally(with, text);
        } else {
            text.checkpoint();
            let at = text.cursor();
            self.replace(text, at..at, with);
            text.checkpoint();
        }
    }

    /// Keeps a key for repetition.
    pub(in crate::vi) fn typed(&mut self, c: char) {
        if let Some(insertion) = self.insertion.as_mut().filter(|it| !it.echoing) {
            insertion.typed.push(c);
            if std::mem::take(&mut insertion.moved) {
                self.remember_plain_insertion(None);
            }
        }
    }

    /// What failed is not repeated.
    ///
    /// Where it was the first key behind a movement, these are the changes before it.
    pub(in crate::vi) fn untyped(&mut self, before: Option<Repeats>) {
        if let Some(insertion) = self.insertion.as_mut().filter(|it| !it.echoing) {
            insertion.typed.pop();
            insertion.moved = before.is_some();
        }
        if let Some(before) = before {
            self.memory.repeats = before;
        }
    }

    /// Inserts text as it is, also newlines, and keeps it for repetition.
    pub(in crate::vi) fn insert_literally(&mut self, with: &str, text: &mut Text) {
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

    pub(in crate::vi) fn type_literal(&mut self, c: char, text: &mut Text) {
        self.typed('\x16');
        self.typed(c);
        self.type_str(c.encode_utf8(&mut [0; 4]), text);
    }

    /// Puts characters at the cursor; in replace mode, in place of those there.
    pub(in crate::vi) fn type_str(&mut self, with: &str, text: &mut Text) {
        let at = text.cursor();
        let replaces = self.mode == Mode::Replace && !line::at_end(text.as_str(), at) && with != "\n";
        let stop = if replaces { line::next(text.as_str(), at) } else { at };
        let changed = self.memory.marks.place('.');
        let old = self.replace(text, at..stop, with);
        if self.mode != Mode::Replace {
            self.keep_change_mark(changed, text);
        }
        text.set_cursor(at + with.len());
        if self.mode == Mode::Replace
            && let Some(insertion) = &mut self.insertion
        {
            insertion.replaced.push(replaces.then_some(old));
        }
    }

    /// The mark of the last change stays where typing began in the line.
    pub(in crate::vi) fn keep_change_mark(&mut self, before: Option<Place>, text: &Text) {
        let start = self.insertion.as_ref().map_or(0, |it| it.start);
        if let (Some(before), Some(now)) = (before, self.memory.marks.place('.'))
            && before.row == now.row
            && before.offset(text.as_str()) >= start.min(text.cursor())
            && before.column < now.column
        {
            self.memory.marks.put('.', before);
        }
    }

    pub(in crate::vi) fn newline(&mut self, text: &mut Text) -> Outcome {
        self.forget_old_line();
        self.type_str("\n", text);
        if self.options.auto_indent {
            let (_, indent) = indent::as_above(text.as_str(), text.cursor());
            self.type_str(&indent, text);
        }
        Outcome::Done
    }

    fn push_space(&mut self, text: &mut Text) {
        let at = text.cursor();
        self.replace(text, at..at, " ");
        text.set_cursor(at + 1);
        if self.mode == Mode::Replace
            && let Some(insertion) = &mut self.insertion
        {
            insertion.replaced.push(None);
        }
    }

    pub(in crate::vi) fn tab(&mut self, text: &mut Text) -> Outcome {
        let column = line::columns(text.as_str(), text.cursor()).start;
        // In replace mode it takes the place of one character.
        self.type_str(" ", text);
        for _ in column % line::TAB + 1..line::TAB {
            self.push_space(text);
        }
        Outcome::Done
    }
}
