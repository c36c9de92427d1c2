//! An insertion, from the key that begins it to Escape.

pub(super) mod backspace;
pub(super) mod block;
pub(super) mod copy;
pub(super) mod indent;
pub(super) mod keys;
pub(super) mod moving;
pub(super) mod prefix;
pub(super) mod typing;

use std::ops::Range;

use super::register::Content;
use super::{Mode, Outcome, Vi, code, line};
use crate::text::Text;

/// What is going on while text is inserted.
#[derive(Debug, Default)]
pub struct Insertion {
    /// How often the typed text is inserted in all, when more than once.
    pub count: usize,
    /// The keys typed so far.
    pub typed: String,
    /// The key before this one, typed or repeated.
    pub last: char,
    /// Whether the line was kept for `U`.
    pub line_kept: bool,
    /// Where it began; Backspace stops there.
    pub start: usize,
    /// Every repetition opens a line of its own (`o`).
    pub opens_lines: bool,
    /// The rows of a block that get the same text.
    pub block: Option<Block>,
    /// What each typed character replaced, in replace mode.
    pub replaced: Vec<Option<String>>,
    /// Characters of an unfinished `C-V`, `C-K` or `C-R`.
    pub prefix: String,
    /// The cursor was moved, and nothing is typed yet.
    pub moved: bool,
    /// The keys typed are being repeated, so they are not typed ones.
    pub echoing: bool,
}

/// The other rows of a block insertion.
#[derive(Debug, Clone)]
pub struct Block {
    /// The display column; `usize::MAX` is the end of each line.
    pub column: usize,
    /// The rows, counted from 0; the first is the one typed into.
    pub rows: Range<usize>,
    /// Lines that end before the column are filled up with spaces (`A`).
    pub fill: bool,
    /// Where the cursor goes at the end, as a column in the first row; or it stays.
    pub home: Option<usize>,
}

impl Block {
    /// Before a column, in lines that reach it.
    pub fn at(column: usize, rows: Range<usize>) -> Self {
        Self { column, rows, fill: false, home: None }
    }
}

impl Vi {
    /// Enters insert mode.
    ///
    /// From there Escape does not go back to the insertion that `C-O` came from.
    pub(super) fn begin_insertion(&mut self, text: &Text, insertion: Insertion) {
        self.once = None;
        self.mode = Mode::Insert;
        self.insertion = Some(Insertion { start: text.cursor(), ..insertion });
    }

    /// Enters replace mode.
    pub(super) fn begin_replacing(&mut self, text: &Text, count: usize) {
        self.begin_insertion(text, Insertion { count, ..Insertion::default() });
        self.mode = Mode::Replace;
    }

    /// Escape: repeats what was typed, and goes back to normal mode.
    pub(super) fn end_insertion(&mut self, text: &mut Text) -> Outcome {
        let Some(mut insertion) = self.insertion.take() else { return Outcome::Done };
        insertion.prefix.clear();
        let typed = insertion.typed.clone();
        if !insertion.moved {
            self.remember_typed(&typed);
        }
        self.echo(&mut insertion, text);
        if let Some(block) = insertion.block.take() {
            self.fill_block(&block, insertion.start, text);
        }
        self.mode = Mode::Normal;
        self.pending.clear();
        self.memory.marks.set(text.as_str(), '^', text.cursor());
        if !insertion.moved {
            self.memory.marks.set(text.as_str(), '[', insertion.start);
            self.memory.marks.set(text.as_str(), ']', text.cursor());
        }
        let at = text.cursor();
        if at > line::start(text.as_str(), at) {
            text.set_cursor(line::prev(text.as_str(), at));
        }
        self.memory.want = None;
        self.after_command(Outcome::Done, text)
    }

    /// Keeps what was typed for the dot too.
    fn remember_typed(&mut self, typed: &str) {
        if self.repeating {
            return;
        }
        if let Some(repeat) = &mut self.memory.repeats.last {
            typed.clone_into(&mut repeat.typed);
        }
        self.remember_inserted(typed);
    }

    /// Keeps what was inserted for `C-A` and for the `.` register.
    pub(super) fn remember_inserted(&mut self, typed: &str) {
        typed.clone_into(&mut self.memory.inserted);
        let plain: String = typed.chars().map(|c| if c == code::ENTER { '\n' } else { c }).collect();
        self.memory.registers.set('.', Content::chars(plain));
    }

    /// Repeats the typed keys for the count.
    fn echo(&mut self, insertion: &mut Insertion, text: &mut Text) {
        let typed = std::mem::take(&mut insertion.typed);
        let mode = self.mode;
        for _ in 1..insertion.count {
            if insertion.opens_lines {
                let end = line::end(text.as_str(), text.cursor());
                self.forget_old_line();
                self.replace(text, end..end, "\n");
                text.set_cursor(end + 1);
            }
            let start = if insertion.opens_lines { text.cursor() } else { insertion.start };
            let replaced = std::mem::take(&mut insertion.replaced);
            self.insertion =
                Some(Insertion { start, replaced, echoing: true, line_kept: true, ..Insertion::default() });
            self.mode = mode;
            // Each repetition is a change of its own.
            let changed = self.memory.marks.place('.').filter(|_| !insertion.opens_lines);
            self.memory.marks.remove('.');
            for c in typed.chars() {
                self.insert_key(c, text);
            }
            if let (Some(changed), None) = (changed, self.memory.marks.place('.')) {
                self.memory.marks.put('.', changed);
            }
            insertion.replaced = self.insertion.take().map_or_else(Vec::new, |it| it.replaced);
        }
    }

    /// The arrow keys: what follows is an insertion of its own.
    pub(super) fn break_insertion(&mut self, text: &mut Text) {
        if let Some(typed) = self.insertion.as_ref().filter(|it| !it.moved).map(|it| it.typed.clone()) {
            self.remember_typed(&typed);
        }
        text.checkpoint();
        let mode = self.mode;
        self.begin_insertion(text, Insertion::default());
        self.mode = mode;
        self.moved();
    }

    /// The cursor moved while inserting: what is typed from here on is an insertion of its own.
    pub(super) fn moved(&mut self) {
        if let Some(insertion) = &mut self.insertion {
            insertion.moved = true;
        }
    }
}
