//! Commands: all that is known of one stands in one row of the table.
//!
//! Help, the key reference and rebinding are made from the rows. Names are
//! readline's where readline has one.

mod editing;
mod history;
mod killing;
mod lines;
mod moving;
mod table;
mod transpose;

use crate::history::Direction;
use crate::input::Input;

pub use editing::{insert_literally, self_insert};
pub use moving::{character_search, select};
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
#[allow(missing_docs)]
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

/// What is left to do by the application once a command has run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Nothing.
    Done,
    /// It was not possible: ring the bell.
    Refuse,
    /// Insert the key that ran the command.
    SelfInsert,
    /// The key that ran the command is part of a numeric argument.
    Digit,
    /// The next key means something of its own.
    Await(Await),
    /// Enter: run, or a newline, as the text asks for.
    Enter,
    /// Alt-Enter: as the setting says.
    AltEnter,
    /// Run, and offer the entry behind this one next.
    RunAndNext,
    /// A newline, indented.
    Newline,
    /// Ask for candidates or step through them.
    Complete(Completing),
    /// Show documentation.
    Describe,
    /// Show the next signature of the call.
    NextSignature,
    /// Scroll it by so many lines.
    ScrollDocumentation(isize),
    /// Search history incrementally.
    Search(Direction),
    /// Open the history browser.
    Browse,
    /// Write the session's inputs to a file.
    SaveSession(Content),
    /// Insert what is on the system's clipboard.
    YankClipboard,
    /// Record or replay keys.
    Macro(Macro),
    /// Emacs's keys, vi's, or the other ones.
    Mode(Mode),
    /// Open the settings menu.
    Settings,
    /// Drop the line.
    Interrupt,
    /// Leave what is pending: menu, selection, argument.
    Abort,
    /// Ctrl-D on an empty input; whether the person was asked just before.
    EndOfFile(bool),
    /// Clear the screen.
    Clear,
    /// Stop the process group.
    Suspend,
    /// Open the text in `$VISUAL` or `$EDITOR`.
    Edit,
}

/// What the next key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Await {
    /// It is inserted as it is.
    Quoted,
    /// As if Alt were held.
    Meta,
    /// The character to go to; how often, negative for backwards.
    Character(i32),
}

/// What completion is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Completing {
    Next,
    Previous,
    /// Show the candidates.
    List,
    /// Insert all of them.
    All,
}

/// What the session's file is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Content {
    /// Inputs alone.
    #[default]
    Inputs,
    /// Inputs, and what they showed as comments.
    Results,
}

/// What to do with the keyboard macro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Macro {
    Start,
    End,
    /// So many times.
    Call(i32),
    Show,
}

/// Which keys edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Mode {
    Emacs,
    Vi,
    Other,
    /// From vi's insert mode to its normal mode.
    Movement,
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
