//! Text objects: what `iw`, `a(` and the like select, as pure functions.

#![allow(
    clippy::unnecessary_wraps,
    reason = "all rows of the table have one signature, also those that always find something"
)]

use super::motion::Here;
use super::table::Keys;

mod bracket;
mod paragraph;
mod quote;
mod sentence;
mod tag;
mod word;

/// What an object selects.
#[derive(Debug, Clone, Copy, Default)]
pub struct Selected {
    /// Where it begins; in visual mode, where the other end of the selection is.
    pub start: usize,
    /// Where the cursor is at its end.
    pub end: usize,
    /// Whether the character at the end belongs to it.
    pub inclusive: bool,
    /// An operator takes all of it, also the newline before an end at the start of a line.
    pub with_newline: bool,
    /// Where the last jump of the search for it started, if that is no place of the cursor's.
    pub jump: Option<usize>,
    /// Whether it is of whole lines; `None` leaves a visual selection as it is.
    pub shape: Option<Shape>,
}

/// How far the search for an object came that was not found whole.
#[derive(Debug, Clone, Copy)]
pub struct Missed {
    /// In visual mode, the other end of the selection.
    pub anchor: usize,
    /// The cursor.
    pub cursor: usize,
}

impl Missed {
    /// Nothing was found, nothing moves.
    fn nothing(here: &Here) -> Self {
        Self { anchor: here.anchor.unwrap_or(here.at), cursor: here.at }
    }
}

/// Characters or lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Shape {
    Chars,
    Lines,
}

/// One text object, typed after `i` (inner) or `a` (around).
pub struct Object {
    /// What is typed after `i` or `a`.
    pub keys: &'static [&'static str],
    /// What it selects.
    pub doc: &'static str,
    /// Whether the place it started from is remembered as a jump.
    pub jump: bool,
    /// What it selects; the flag is for `a`.
    pub run: fn(&Here, bool) -> Option<Selected>,
    /// Where the cursor is left when there is less than was asked for.
    pub missed: fn(&Here, bool) -> Missed,
}

impl Keys for Object {
    fn keys(&self) -> &'static [&'static str] {
        self.keys
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.keys)
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

const fn row(
    keys: &'static [&'static str],
    doc: &'static str,
    run: fn(&Here, bool) -> Option<Selected>,
) -> Object {
    Object { keys, doc, jump: false, run, missed: |here, _| Missed::nothing(here) }
}

/// An object that is searched for far from the cursor.
const fn jump(
    keys: &'static [&'static str],
    doc: &'static str,
    run: fn(&Here, bool) -> Option<Selected>,
) -> Object {
    Object { jump: true, ..row(keys, doc, run) }
}

/// All text objects.
pub static OBJECTS: &[Object] = &[
    Object { missed: word::missed_small, ..row(&["w"], "a word; `a` takes the blanks with it", word::small) },
    Object { missed: word::missed_big, ..row(&["W"], "a WORD; `a` takes the blanks with it", word::big) },
    row(&["s"], "a sentence", sentence::select),
    Object { missed: paragraph::missed, ..row(&["p"], "a paragraph", paragraph::select) },
    jump(&["(", ")", "b"], "what is in `( )`", bracket::parens),
    jump(&["[", "]"], "what is in `[ ]`", bracket::brackets),
    jump(&["{", "}", "B"], "what is in `{ }`", bracket::braces),
    jump(&["<", ">"], "what is in `< >`", bracket::angles),
    row(&["\""], "a string in double quotes", quote::double),
    row(&["'"], "a string in single quotes", quote::single),
    row(&["`"], "a string in backticks", quote::backtick),
    jump(&["t"], "what is in a tag", tag::select),
];
