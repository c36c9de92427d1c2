//! What can happen, and what can be done about it: two closed enums.

use serde::{Deserialize, Serialize};

use crate::key::Key;
use crate::protocol::{ToHost, ToUi};
use crate::settings::Value;

/// Columns and rows of the terminal, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Size {
    pub columns: u16,
    pub rows: u16,
}

/// Whatever the UI thread may be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Enter, with more keys behind it in the same read: typed ahead, or from a paste that
    /// the terminal did not mark. Nobody saw what it did, so lines keep their own indentation.
    Enter {
        /// Whether the next line that is not blank goes on with a block.
        goes_on: bool,
    },
    /// A bracketed paste, whole, as it came.
    Paste(String),
    /// The mouse, in cells of the live region.
    Mouse(Mouse),
    /// The terminal has another size.
    Resize(Size),
    /// A message from the thread that called `embed()`.
    Host(ToUi),
    /// Somebody else wrote to the terminal while the prompt stood.
    Output(Stream, Vec<u8>),
    /// Entries that the history file held, or that another session added; oldest first.
    History(Vec<Entry>),
    /// Another session deleted the entries of these digests.
    Forgotten(Vec<u64>),
    /// Answers `Effect::Remember`: the entry as it was written down.
    Remembered(Entry),
    /// Answers `Effect::Browse`.
    Browse(Place),
    /// Answers `Effect::Save`.
    Saved(Saved),
    /// Answers `Effect::Read`: the file's text, or why it cannot be read.
    Read(Result<String, String>),
    /// Answers `Effect::Fetch`: the clipboard's text; `None` where nothing can tell it.
    Fetched(Option<String>),
    /// `$EDITOR` is done: the text it left, or why it failed.
    Edited(Result<String, String>),
    /// Settings were saved: the file's path, or one sentence that tells why not.
    SettingsSaved(Result<String, String>),
    /// The terminal's background colour: red, green, blue. It may come at any time, or never.
    Background(u8, u8, u8),
    /// The deadline that the application asked for has come.
    Tick,
    /// The terminal is gone.
    Hangup,
}

/// Which of the two output streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Stream {
    Stdout,
    Stderr,
}

/// A mouse event; column and row count from 0 at the top left of the live region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Mouse {
    pub kind: MouseKind,
    pub column: u16,
    /// Negative above the live region.
    pub row: i32,
    /// 1 for a click, 2 for the second one of a double click, 3 for a third.
    pub clicks: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum MouseKind {
    Press,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}

/// One input as history keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The input, lines separated by `\n`, no trailing newline.
    pub text: String,
    /// Seconds since 1970, UTC.
    pub time: u64,
    /// The working directory when it was entered.
    pub directory: String,
    /// Which session entered it: unique among running sessions.
    pub session: String,
    /// `Some(false)` when it raised, `None` when that is not known.
    pub succeeded: Option<bool>,
}

/// Where and when something is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Seconds since 1970, UTC.
    pub time: u64,
    /// The working directory.
    pub directory: String,
    /// This session, as entries name it.
    pub session: String,
}

/// What came of writing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is written, with so many bytes.
    Written(usize),
    /// There is such a file already, and nobody allowed to overwrite it.
    Exists,
    /// Why it could not be written.
    Failed(String),
}

/// What the UI thread does for the application, in the order given.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Send a message to the host.
    Ask(ToHost),
    /// Print for good above the live region; may hold SGR sequences. Whole lines.
    Emit(String),
    /// Append the text to history's file.
    Remember(String),
    /// Complete the last remembered entry: did it raise?
    Outcome(bool),
    /// Delete all entries with these texts from history's file.
    Forget(Vec<String>),
    /// The history browser was asked for; answered by `Event::Browse`.
    Browse,
    /// Write a file; answered by `Event::Saved`.
    Save {
        /// Below the working directory, or from the home directory with `~/`.
        path: String,
        /// What it is to hold.
        text: String,
        /// Whether a file that is there may be overwritten.
        overwrite: bool,
    },
    /// Read a text file; answered by `Event::Read`.
    Read(String),
    /// Read the system's clipboard; answered by `Event::Fetched`, soon.
    Fetch,
    /// Clear the screen; the prompt moves to the top.
    Clear,
    /// Write a sequence that neither prints nor moves.
    Send(String),
    /// Ask the terminal for its background colour; answered by `Event::Background`, or never.
    AskBackground,
    /// Ring the bell.
    Bell,
    /// Ctrl-Z: stop the process group as a shell's job would be.
    Suspend,
    /// Let `$VISUAL` or `$EDITOR` edit the text; answered by `Event::Edited`.
    Edit(String),
    /// Save settings to the person's file; answered by `Event::SettingsSaved`.
    SaveSettings(Vec<(&'static str, Value)>),
    /// Put the text on the terminal's or system's clipboard.
    Copy(String),
    /// Give the terminal to the evaluation, then send `ToHost::Go`.
    HandOver,
    /// Take the terminal back from the evaluation, then send `ToHost::Prompting`.
    TakeBack,
    /// Take the terminal from the evaluation, for a pager.
    OpenPager,
    /// Give it back, then send `ToHost::Paged`.
    ClosePager,
    /// Interrupt the evaluation as Ctrl-C on its terminal would.
    Interrupt,
    /// The session is over.
    Exit,
}
