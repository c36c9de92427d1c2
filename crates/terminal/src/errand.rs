//! What takes long and is not the terminal's business: done on threads of their own,
//! which send what came of it to the UI thread.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;

use editor::event::Saved;

use crate::clipboard;
use crate::editor_program;
use crate::history_file::{self, Loaded};
use crate::mailbox::{Message, Sender};
use crate::saved_file;

/// An errand that is done.
#[derive(Debug)]
pub enum Errand {
    /// The history file was read.
    Loaded(io::Result<Loaded>),
    /// The editor ended: the text that it left, or why it failed.
    Edited(Result<String, String>),
    /// A file was written, or not.
    Saved(Saved),
    /// A file was read: its text, or why not.
    Read(Result<String, String>),
    /// The clipboard was read.
    Fetched(Option<String>),
}

impl Message for Errand {}

/// Reads the history file. Fails when there can be no further thread.
pub fn load_history(path: PathBuf, done: Sender<Errand>) -> io::Result<()> {
    start(move || Errand::Loaded(history_file::load(&path)), done)
}

/// Runs the person's editor on the terminal, which must be as the host had it.
pub fn edit(text: String, terminal: OwnedFd, done: Sender<Errand>) -> io::Result<()> {
    start(move || Errand::Edited(editor_program::edit(&text, terminal.as_fd())), done)
}

/// Writes a file for the person; one that is there stays, unless it may be overwritten.
pub fn save(path: String, text: String, overwrite: bool, done: Sender<Errand>) -> io::Result<()> {
    start(move || Errand::Saved(saved_file::write(&path, &text, overwrite)), done)
}

/// Reads a text file for the person.
pub fn read(path: String, done: Sender<Errand>) -> io::Result<()> {
    start(move || Errand::Read(saved_file::read(&path)), done)
}

/// Reads the clipboard.
pub fn fetch(done: Sender<Errand>) -> io::Result<()> {
    start(|| Errand::Fetched(clipboard::fetch()), done)
}

/// On a thread that blocks all signals, as the one that starts it does.
fn start(errand: impl FnOnce() -> Errand + Send + 'static, done: Sender<Errand>) -> io::Result<()> {
    let run = move || {
        // A session that has ended meanwhile does not care.
        let _ = done.send(errand());
    };
    std::thread::Builder::new().name("sideloop-errand".into()).spawn(run).map(drop)
}
