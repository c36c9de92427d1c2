//! What a command leaves to the application: it has the settings, the screen and the host.

use crate::history::Direction;

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
    /// Put what was killed last on the system's clipboard as well.
    CopyClipboard,
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
#[allow(missing_docs, reason = "the names say it")]
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
#[allow(missing_docs, reason = "the names say it")]
pub enum Macro {
    Start,
    End,
    /// So many times.
    Call(i32),
    Show,
}

/// Which keys edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Mode {
    Emacs,
    Vi,
    Other,
    /// From vi's insert mode to its normal mode.
    Movement,
}
