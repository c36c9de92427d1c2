//! Motions: where the cursor would go, as pure functions of the text and the place.
//!
//! Invariant: a motion changes nothing; what it must remember is remembered by its caller.

// All rows of the table have one signature, also those that can always go.
#![allow(clippy::unnecessary_wraps)]

use super::Memory;
use super::line;
use super::operator::Operator;
use super::table::{Argument, Keys};

mod bracket;
mod character;
mod jump;
mod vertical;
mod words;

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

const fn row(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { keys, doc, argument: Argument::None, jump: false, large: false, run }
}

const fn char(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { argument: Argument::Char, ..row(keys, doc, run) }
}

const fn jump(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { jump: true, ..row(keys, doc, run) }
}

/// A jump over which even a small deletion goes to register 1.
const fn large(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { large: true, ..jump(keys, doc, run) }
}

const fn typed(motion: Motion, argument: Argument) -> Motion {
    Motion { argument, ..motion }
}

/// All motions.
pub static MOTIONS: &[Motion] = &[
    row(&["h", "\u{F701}"], "left", character::left),
    row(&["\u{F700}", "\x08"], "left, over line starts", character::left_wrapping),
    row(&["l", "\u{F702}"], "right", character::right),
    row(&[" "], "right, over line ends", character::right_wrapping),
    row(&["0", "\u{F705}"], "to the first column", character::line_start),
    row(&["^"], "to the first non-blank", character::first_nonblank),
    row(&["$", "\u{F706}"], "to the end of the line", character::line_end),
    row(&["g_"], "to the last non-blank of the line", character::last_nonblank),
    row(&["g0"], "to the first column", character::line_start),
    row(&["g^"], "to the first non-blank", character::first_nonblank),
    row(&["g$"], "to the end of the line", character::screen_end),
    row(&["gm"], "to the middle of the screen", character::screen_middle),
    row(&["gM"], "to the middle of the line, or to `count` percent of it", character::line_middle),
    row(&["|"], "to column `count`", character::column),
    char(&["f"], "to the next occurrence of a character", character::find),
    char(&["F"], "to the previous occurrence of a character", character::find),
    char(&["t"], "before the next occurrence of a character", character::find),
    char(&["T"], "behind the previous occurrence of a character", character::find),
    row(&[";"], "repeats the last `f F t T`", character::find_again),
    row(&[","], "repeats the last `f F t T` the other way", character::find_back),
    row(&["j", "\n", "\u{E}", "\u{F704}", "gj"], "down", vertical::down),
    row(&["k", "\u{10}", "\u{F703}", "gk"], "up", vertical::up),
    row(&["+", "\r"], "down, to the first non-blank", vertical::down_nonblank),
    row(&["-"], "up, to the first non-blank", vertical::up_nonblank),
    row(&["\x04"], "down half a window, or `count` lines", vertical::half_down),
    row(&["\x15"], "up half a window, or `count` lines", vertical::half_up),
    row(&["_"], "down `count` - 1 lines, to the first non-blank", vertical::down_less_one),
    jump(&["G"], "to line `count`, or the last one", vertical::last_line),
    jump(&["gg"], "to line `count`, or the first one", vertical::first_line),
    row(&["go"], "to byte `count`", vertical::byte),
    jump(&["H"], "to the first line", vertical::high),
    jump(&["M"], "to the middle line", vertical::middle),
    jump(&["L"], "to the last line", vertical::low),
    row(&["w"], "to the next word", words::forward),
    row(&["W"], "to the next WORD", words::forward_big),
    row(&["b"], "to the start of the word, or the one before", words::back),
    row(&["B"], "to the start of the WORD, or the one before", words::back_big),
    row(&["e"], "to the end of the word, or the next one", words::end),
    row(&["E"], "to the end of the WORD, or the next one", words::end_big),
    row(&["ge"], "to the end of the previous word", words::back_end),
    row(&["gE"], "to the end of the previous WORD", words::back_end_big),
    large(&[")"], "to the next sentence", jump::sentence_forward),
    large(&["("], "to the previous sentence", jump::sentence_back),
    large(&["}"], "to the next blank line", jump::paragraph_forward),
    large(&["{"], "to the previous blank line", jump::paragraph_back),
    large(&["%"], "to the matching bracket, or to `count` percent of the text", bracket::percent),
    large(&["[("], "to the unclosed `(` before", bracket::paren_before),
    large(&["[{"], "to the unclosed `{` before", bracket::brace_before),
    large(&["])"], "to the unclosed `)` behind", bracket::paren_behind),
    large(&["]}"], "to the unclosed `}` behind", bracket::brace_behind),
    typed(large(&["`"], "to a mark", jump::mark), Argument::Char),
    typed(jump(&["'"], "to the line of a mark", jump::mark_line), Argument::Char),
    typed(row(&["g`"], "to a mark, without remembering this place", jump::mark), Argument::Char),
    typed(
        row(&["g'"], "to the line of a mark, without remembering this place", jump::mark_line),
        Argument::Char,
    ),
    typed(large(&["/"], "to the next match of a pattern", jump::search), Argument::Line),
    typed(large(&["?"], "to the previous match of a pattern", jump::search), Argument::Line),
    large(&["n"], "to the next match", jump::search),
    large(&["N"], "to the next match, the other way", jump::search_back),
    large(&["*"], "to the next occurrence of the word", jump::search),
    large(&["#"], "to the previous occurrence of the word", jump::search),
    large(&["g*"], "to the next occurrence of the word, also inside others", jump::search),
    large(&["g#"], "to the previous occurrence of the word, also inside others", jump::search),
    row(&["gn"], "selects the next match", jump::match_forward),
    row(&["gN"], "selects the previous match", jump::match_back),
];

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
