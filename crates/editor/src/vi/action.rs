//! A command that is neither motion nor operator, and how it was called.

use super::command::Typed;
use super::table::{Argument, Keys};
use super::{Outcome, Vi};
use crate::text::Text;

mod normal;
mod visual;

pub use normal::NORMAL;
pub use visual::VISUAL;

/// How a command was called.
pub struct Call<'a> {
    /// The register that was named.
    pub register: Option<char>,
    /// The count that was typed.
    pub count: Option<usize>,
    /// What was typed after the keys.
    pub typed: &'a Typed,
}

impl Call<'_> {
    /// The count, 1 when none was typed.
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1)
    }

    fn signed(&self) -> i64 {
        i64::try_from(self.times()).unwrap_or(i64::MAX)
    }
}

type Run = fn(&mut Vi, &mut Text, &Call) -> Outcome;

/// One command.
#[derive(Clone, Copy)]
pub struct Action {
    /// What is typed.
    pub keys: &'static [&'static str],
    /// What it does.
    pub doc: &'static str,
    /// What must be typed after the keys.
    pub argument: Argument,
    /// Whether the dot repeats it.
    pub repeats: bool,
    /// Whether the dot repeats it even if it failed.
    pub keeps: bool,
    /// Whether it takes text from a register.
    pub reads_register: bool,
    /// What it does, in code.
    pub run: Run,
}

impl std::fmt::Debug for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.keys)
    }
}

impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Keys for Action {
    fn keys(&self) -> &'static [&'static str] {
        self.keys
    }
}

/// A command that the dot does not repeat.
const fn plain(keys: &'static [&'static str], doc: &'static str, run: Run) -> Action {
    Action { keys, doc, argument: Argument::None, repeats: false, keeps: false, reads_register: false, run }
}

/// A command that changes the text.
const fn change(keys: &'static [&'static str], doc: &'static str, run: Run) -> Action {
    Action { repeats: true, ..plain(keys, doc, run) }
}

/// A change that is the last one even if it failed.
const fn tried(action: Action) -> Action {
    Action { keeps: true, ..action }
}

const fn puts(keys: &'static [&'static str], doc: &'static str, run: Run) -> Action {
    Action { reads_register: true, ..change(keys, doc, run) }
}

const fn with(argument: Argument, action: Action) -> Action {
    Action { argument, ..action }
}

/// The row that a text inserted after an arrow key is repeated by.
pub fn plain_insertion() -> Option<&'static Action> {
    NORMAL.first()
}
