//! The UI thread: one sleep, one decision, one paint.
//!
//! Invariant: it waits for nothing but its own `source::wait` and the terminal taking
//! its bytes; above all it never waits for Python. All signals are blocked in it.

use std::os::fd::BorrowedFd;
use std::path::PathBuf;
use std::thread::JoinHandle;

use editor::app::App;
use editor::protocol::{ToHost, ToUi};
use editor::settings::Settings;

use crate::mailbox::{Receiver, Sender, mailbox};
use crate::raw::{Modes, Terminal};
use crate::registry::Claim;
use crate::screen::Screen;
use crate::ui::Ui;

/// What a session is made with.
#[derive(Debug)]
pub struct Options<'a> {
    /// The terminal's side for keys; duplicated.
    pub input: BorrowedFd<'a>,
    /// The terminal's side for frames; duplicated.
    pub output: BorrowedFd<'a>,
    /// What the person chose.
    pub settings: Settings,
    /// Where history is kept; `None` keeps it in memory.
    pub history: Option<PathBuf>,
    /// `TERM`, to know what the terminal can do.
    pub term: String,
    /// Whether others' output to this terminal is shown above the prompt.
    pub patch_stdout: bool,
}

/// The host's ends of a running UI thread.
pub struct Handle {
    /// Messages to the thread; cloned for printers.
    pub to_ui: Sender<ToUi>,
    /// Messages from the thread; hangs up when the thread has ended, the terminal restored.
    pub from_ui: Receiver<ToHost>,
    thread: JoinHandle<()>,
}

impl Handle {
    /// Ends the session and waits until the terminal is as the host had it. Any
    /// thread; release the GIL around it.
    pub fn close(self) {
        // It may have ended by itself.
        let _ = self.to_ui.send(ToUi::Close);
        let _ = self.thread.join();
    }
}

/// Starts a session's UI thread; nothing is written before the first `ToUi::Ready`.
/// Fails with one sentence. Any thread.
pub fn spawn(options: Options<'_>) -> Result<Handle, String> {
    let claim = Claim::new(options.input)?;
    let modes = Modes { mouse: options.settings.mouse, kitty: speaks_kitty(&options.term) };
    let fail = |error| format!("The terminal cannot be used: {error}.");
    let terminal = Terminal::open(options.input, options.output, modes).map_err(fail)?;
    let (to_ui, from_host) = mailbox().map_err(fail)?;
    let (to_host, from_ui) = mailbox().map_err(fail)?;
    let screen = Screen::new(terminal);
    let app = App::new(options.settings, screen.size());
    let ui = Ui::new(app, screen, from_host, to_host);
    let thread = std::thread::Builder::new().name("sideloop".into()).spawn(move || {
        ui.run();
        drop(claim);
    });
    Ok(Handle { to_ui, from_ui, thread: thread.map_err(fail)? })
}

/// Whether a terminal of this name speaks the kitty keyboard protocol. Asking it would
/// mean to wait for the answer, or to risk that `input()` reads it.
fn speaks_kitty(term: &str) -> bool {
    ["kitty", "ghostty", "foot", "alacritty", "rio", "contour"].iter().any(|name| term.contains(name))
}
