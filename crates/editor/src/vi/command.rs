//! A whole command as a value, which can be run again.

use super::action::Action;
use super::motion::Motion;
use super::object::Object;
use super::operator::Operator;

/// A whole command, which can be run again.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// The register that was named.
    pub register: Option<char>,
    /// The counts that were typed, multiplied.
    pub count: Option<usize>,
    /// What to do.
    pub verb: Verb,
}

/// What a command does.
#[derive(Debug, Clone, PartialEq)]
pub enum Verb {
    /// Moves the cursor.
    Move(Move),
    /// Applies an operator.
    Operate(Operator, Option<Force>, Scope),
    /// Extends the selection by an object; the flag is for `a`.
    Select(&'static Object, bool),
    /// Anything else.
    Act(&'static Action, Typed),
}

/// A motion with what was typed for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Which motion.
    pub motion: &'static Motion,
    /// The keys it was called by.
    pub keys: String,
    /// What was typed after them.
    pub typed: Typed,
}

/// What was typed after the keys of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    /// The character, or NUL.
    pub char: char,
    /// The line, or nothing.
    pub line: String,
}

/// What an operator is applied to.
#[derive(Debug, Clone, PartialEq)]
pub enum Scope {
    /// From the cursor to where a motion ends.
    Move(Move),
    /// A text object; the flag is for `a`.
    Object(&'static Object, bool),
    /// From the cursor to where a `:` line leaves it.
    Line(String),
    /// The line, when the operator is typed twice.
    Lines,
    /// The selection.
    Selection,
}

/// `v`, `V` or `C-V` between operator and motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Force {
    Chars,
    Lines,
    Block,
}
