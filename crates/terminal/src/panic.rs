//! A panic in the UI thread: first the terminal is restored, then what was being typed
//! is kept, then the host is told. Nothing is printed: the host raises an exception.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::path::PathBuf;
use std::sync::Once;

use editor::protocol::ToHost;

use crate::mailbox::Sender;
use crate::ui::Ui;

/// The UI thread's name.
pub const THREAD: &str = "sideloop";

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics of UI threads off the screen and notes where they were; others' are
/// told as before. A hook is global to this library, not to the process.
pub fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            if std::thread::current().name() == Some(THREAD) { note(info) } else { before(info) }
        }));
    });
}

fn note(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    PLACE.with(|noted| *noted.borrow_mut() = place);
}

/// Runs the session; the host hears of a panic when the terminal is its own again.
pub fn guard(ui: &mut Ui, history: Option<PathBuf>, host: &Sender<ToHost>) {
    let Err(panic) = catch_unwind(AssertUnwindSafe(|| ui.run(history))) else { return };
    let message = format!("{} ({})", said(&*panic), PLACE.with(RefCell::take));
    // What panicked once may do so again; the terminal and the message matter more.
    let _ = catch_unwind(AssertUnwindSafe(|| ui.restore_terminal()));
    let _ = catch_unwind(AssertUnwindSafe(|| ui.end()));
    // The host may be gone already.
    let _ = host.send(ToHost::Panicked { message });
}

fn said(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (_, Some(text)) => text,
        _ => "panic",
    }
}
