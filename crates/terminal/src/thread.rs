//! The UI thread: one sleep, one decision, one paint.
//!
//! Invariant: it waits for nothing but its own `source::wait` and the terminal taking
//! its bytes; above all it never waits for Python. All signals are blocked in it.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use editor::app::App;
use editor::configuration::Configuration;
use editor::protocol::{ToHost, ToUi};
use editor::settings::Settings;
use editor::theme::Theme;

use crate::capture::behind;
use crate::features::Features;
use crate::mailbox::{Receiver, mailbox};
use crate::mask::Blocked;
use crate::memory::Memory;
use crate::panic;
use crate::raw::{Modes, Terminal};
use crate::reason::reason;
use crate::reflow::Reflow;
use crate::registry::Claim;
use crate::screen::Screen;
use crate::shared::{HostSender, Idle, Shared};
use crate::ui::Ui;

/// What a session is made with.
#[derive(Debug)]
pub struct Options<'a> {
    /// The terminal's side for keys; duplicated.
    pub input: BorrowedFd<'a>,
    /// The terminal's side for frames; duplicated.
    pub output: BorrowedFd<'a>,
    /// What the person chose.
    pub configuration: Configuration,
    /// Where history is kept; `None` keeps it in memory.
    pub history: Option<PathBuf>,
    /// The file that settings are saved to.
    pub config: Option<PathBuf>,
    /// `TERM`, to know what the terminal can do.
    pub term: String,
    /// Whether others' output to this terminal is shown above the prompt.
    pub patch_stdout: bool,
    /// Whether the session that has the terminal now waits for this one to end, since it
    /// was opened by its evaluation.
    pub nested: bool,
}

/// The host's ends of a running UI thread.
pub struct Handle {
    /// Messages to the thread; cloned for printers.
    pub to_ui: HostSender,
    /// Messages from the thread; hangs up when the thread has ended, the terminal restored.
    pub from_ui: Receiver<ToHost>,
    /// For the host's thread where it waits for a message and does nothing else.
    pub idle: Idle,
    theme: Arc<Mutex<Theme>>,
    thread: JoinHandle<()>,
    process: u32,
}

impl Handle {
    /// The colours of the prompt that the evaluation follows. Any thread.
    pub fn theme(&self) -> Theme {
        self.theme.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends the session and waits until the terminal is as the host had it. Any
    /// thread; release the GIL around it. In a child of `fork`, which has no such
    /// thread and no say in the terminal, this does nothing.
    pub fn close(self) {
        if self.process != std::process::id() {
            return std::mem::forget(self);
        }
        // It may have ended by itself.
        let _ = self.to_ui.send(ToUi::Close);
        let _ = self.thread.join();
    }
}

/// Starts a session's UI thread; nothing is written before the first `ToUi::Ready`.
/// Fails with one sentence. Any thread.
pub fn spawn(options: Options<'_>) -> Result<Handle, String> {
    let claim = Claim::new(options.input, options.nested)?;
    start(options, claim).map_err(|error| format!("The terminal cannot be used: {}.", reason(&error)))
}

fn start(options: Options<'_>, claim: Claim) -> io::Result<Handle> {
    let (to_ui, from_host) = mailbox()?;
    let (to_host, from_ui) = mailbox()?;
    let last_words = to_host.clone();
    let variable = |name: &str| std::env::var(name).ok();
    let features = Features::of(&options.term, variable);
    let modes = Modes { mouse: options.configuration.settings.mouse, kitty: features.kitty };
    let behind = behind(options.output)?;
    let output = behind.as_ref().map_or(options.output, AsFd::as_fd);
    let terminal = Terminal::open(options.input, output, modes)?;
    let mut screen = Screen::new(terminal, Reflow::of(&options.term, variable));
    screen.capture(options.patch_stdout)?;
    screen.configure(&options.configuration.settings)?;
    let mut app = App::new(Settings::default(), screen.size());
    app.set_configuration(options.configuration);
    app.set_depth(features.depth);
    let memory = Memory::new(options.history.clone(), session_id());
    let theme = Arc::new(Mutex::new(app.theme().clone()));
    let mut ui = Ui::new(app, screen, memory, options.config, from_host, to_host, theme.clone())?;
    panic::install_hook();
    let blocked = Blocked::all();
    ui.begin(options.history);
    let shared = Arc::new(Shared::new(ui, claim, last_words));
    let to_ui = HostSender::new(to_ui, Arc::clone(&shared));
    let idle = Idle::new(Arc::clone(&shared));
    let thread = Builder::new().name("sideloop".into()).spawn(move || shared.run());
    drop(blocked);
    Ok(Handle { to_ui, from_ui, idle, theme, thread: thread?, process: std::process::id() })
}

/// Unique among all sessions that write to one history file, those of other machines
/// with the same home included, as far as clocks go.
fn session_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_micros();
    format!("{now:x}-{:x}-{:x}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}
