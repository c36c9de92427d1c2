//! Motions: where the cursor would go, as pure functions of the text and the place.
//!
//! Invariant: a motion changes nothing; what it must remember is remembered by its caller.

#![allow(
    clippy::unnecessary_wraps,
    reason = "all rows of the table have one signature, also those that can always go"
)]

mod bracket;
mod character;
pub(super) mod find;
mod jump;
mod section;
pub(super) mod sentence;
mod table;
mod vertical;
pub(super) mod word;
mod words;

use super::Memory;
use super::line;
use super::operator::Operator;
use super::table::{Argument, Keys};

pub use table::MOTIONS;
pub use vertical::{at_wanted, place_in_row};

/// All that a motion may look at.
pub struct Here<'a> {
    /// The text.
    pub text: &'a str,
    /// The cursor, in bytes.
    pub at: usize,
    /// The count that was typed.
    pub count: Option<usize>,
    /// The character that was typed for it (`f`, `'`).
    pub argument: char,
    /// The column that vertical motions aim at.
    pub want: usize,
    /// The operator that waits for the motion.
    pub operator: Option<Operator>,
    /// The other end of the selection, in visual mode.
    pub anchor: Option<usize>,
    /// Whether the selection is of whole lines.
    pub lines: bool,
    /// What was found, searched and marked before.
    pub memory: &'a Memory,
}

impl Here<'_> {
    /// The count, 1 when none was typed.
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1)
    }

    /// Whether the cursor may stand behind the last character of a line.
    pub fn past_end(&self) -> bool {
        self.anchor.is_some()
    }
}

/// What an operator does with the place where a motion ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Up to it.
    Exclusive,
    /// Up to and with it.
    Inclusive,
    /// All lines from here to there.
    Lines,
}

/// What becomes of the wanted column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// It is where the motion ended.
    Forget,
    /// It stays: `j`, `k`.
    Keep,
    /// It is the end of every line: `$`.
    End,
    /// It is this column: `|`.
    Column(usize),
}

/// Where a motion ends.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The place, in bytes.
    pub at: usize,
    /// What an operator takes.
    pub reach: Reach,
    /// The wanted column afterwards.
    pub want: Want,
    /// `false` keeps an end at the start of a line from being moved back.
    pub adjust: bool,
    /// It came less far than asked for: it moves, but an operator is not applied.
    pub short: bool,
    /// Where the operated text begins, for motions that select (`gn`).
    pub from: Option<usize>,
}

impl Target {
    const fn new(at: usize, reach: Reach) -> Self {
        Self { at, reach, want: Want::Forget, adjust: true, short: false, from: None }
    }

    /// Up to a place.
    pub const fn exclusive(at: usize) -> Self {
        Self::new(at, Reach::Exclusive)
    }

    /// Up to and with a place.
    pub const fn inclusive(at: usize) -> Self {
        Self::new(at, Reach::Inclusive)
    }

    /// To the line of a place.
    pub const fn lines(at: usize) -> Self {
        Self::new(at, Reach::Lines)
    }
}

/// One motion.
#[derive(Clone, Copy)]
pub struct Motion {
    /// What is typed.
    pub keys: &'static [&'static str],
    /// What it does.
    pub doc: &'static str,
    /// What must be typed after the keys.
    pub argument: Argument,
    /// Whether the place it started from is remembered as a jump.
    pub jump: bool,
    /// Whether a deletion over it goes to register 1, however small.
    pub large: bool,
    /// Where it goes; `None` where it cannot go.
    pub run: fn(&Here) -> Option<Target>,
}

impl Keys for Motion {
    fn keys(&self) -> &'static [&'static str] {
        self.keys
    }
}

impl std::fmt::Debug for Motion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.keys)
    }
}

impl PartialEq for Motion {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The cursor where it may stand: on a character, or also behind the last one.
pub fn settle(text: &str, at: usize, past_end: bool) -> usize {
    if past_end { at } else { line::clamp(text, at) }
}

/// An exclusive motion that ends behind the last character of a line stops on it, and an
/// operator takes it.
fn before_end(here: &Here, at: usize) -> Option<Target> {
    let settled = settle(here.text, at, here.past_end());
    if settled < at { Some(Target::inclusive(settled)) } else { Some(Target::exclusive(at)) }
}
