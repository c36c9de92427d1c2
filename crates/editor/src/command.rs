//! Commands: all that is known of one stands in one row of the table.
//!
//! Help, the key reference and rebinding are made from the rows. Names are
//! readline's where readline has one.

mod act;
mod editing;
mod history;
mod killing;
mod lines;
mod moving;
mod reference;
mod table;
mod transpose;

use crate::input::Input;

pub use act::{Act, Await, Completing, Content, Macro, Mode};
pub use editing::{insert_literally, self_insert};
pub use moving::{character_search, select};
pub use reference::reference;
pub use table::TABLE;

/// One command.
#[derive(Debug)]
pub struct Command {
    /// By which it is bound.
    pub name: &'static str,
    /// Key sequences that run it by default, separated by `, `.
    pub keys: &'static str,
    /// One sentence.
    pub doc: &'static str,
    /// The part of the reference it stands in.
    pub group: Group,
    /// Does it.
    pub run: fn(&mut Input, Argument) -> Act,
}

/// Parts of the key reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Group {
    /// Motions: with Shift they select.
    Moving,
    Editing,
    Killing,
    History,
    Completion,
    Selecting,
    Repeating,
    Session,
}

impl Group {
    /// All of them, in the reference's order.
    pub const ALL: &[Self] = &[
        Self::Moving,
        Self::Editing,
        Self::Killing,
        Self::History,
        Self::Completion,
        Self::Selecting,
        Self::Repeating,
        Self::Session,
    ];

    /// The heading in the reference.
    pub fn title(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Editing => "Editing",
            Self::Killing => "Killing and yanking",
            Self::History => "History",
            Self::Completion => "Completion and documentation",
            Self::Selecting => "Selecting",
            Self::Repeating => "Macros and numeric arguments",
            Self::Session => "Running and leaving",
        }
    }
}

/// How often, or which; 1 when no number was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// May be negative: the other way.
    pub count: i32,
    /// Whether a person gave it.
    pub given: bool,
}

impl Default for Argument {
    fn default() -> Self {
        Self { count: 1, given: false }
    }
}

/// Names that other line editors use for the same commands.
const ALIASES: &[(&str, &str)] = &[
    ("uppercase-word", "upcase-word"),
    ("previous-screen-line", "up-line-or-history"),
    ("next-screen-line", "down-line-or-history"),
    ("edit-command-line", "edit-and-execute-command"),
];

impl Command {
    /// The command of a name.
    pub fn find(name: &str) -> Option<&'static Self> {
        let name = ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, name)| name);
        TABLE.iter().find(|command| command.name == name)
    }
}
