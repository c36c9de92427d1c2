//! A panic in a turn of the session: first the terminal is restored, then what was being typed
//! is kept, then the host is told. Nothing is printed: the host raises an exception.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use editor::protocol::ToHost;

use crate::mailbox::Sender;
use crate::ui::Ui;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps guarded panics off the screen and notes where they were; others' are told as before.
/// A hook is global to this library, not to the process.
pub fn install_hook() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| if GUARDED.get() { note(info) } else { before(info) }));
    });
}

fn note(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    PLACE.with(|noted| *noted.borrow_mut() = place);
}

/// Takes a turn; the host hears of a panic when the terminal is its own again. `None` then:
/// the session is over.
pub fn guard<T>(ui: &mut Ui, host: &Sender<ToHost>, turn: impl FnOnce(&mut Ui) -> T) -> Option<T> {
    GUARDED.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(|| turn(ui)));
    if let Err(panic) = &outcome {
        end(ui, host, &**panic);
    }
    GUARDED.set(false);
    outcome.ok()
}

fn end(ui: &mut Ui, host: &Sender<ToHost>, panic: &(dyn Any + Send)) {
    let message = format!("{} ({})", said(panic), PLACE.with(RefCell::take));
    // What panicked once may do so again; the terminal and the message matter more.
    let _ = catch_unwind(AssertUnwindSafe(|| ui.restore_terminal()));
    // The host may be gone already. It waits for this thread before it goes on.
    let _ = host.send(ToHost::Panicked { message });
    let _ = catch_unwind(AssertUnwindSafe(|| ui.end()));
}

fn said(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (_, Some(text)) => text,
        _ => "panic",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::tests::{Bench, is_cooked, ready};
    use editor::event::Event;
    use editor::key::Key;

    #[test]
    fn the_terminal_is_restored_the_text_kept_and_the_host_told() {
        let path = std::env::temp_dir().join(format!("sideloop-panic-{}.jsonl", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let Bench { mut ui, to_host, from_ui, pty, .. } = Bench::new(Some(path.clone()));
        install_hook();
        guard(&mut ui, &to_host, |ui| {
            ui.feed(Event::Host(ready())).unwrap();
            "unfinished".chars().for_each(|c| ui.feed(Event::Key(Key::char(c))).unwrap());
            assert!(!is_cooked(&pty));
            panic!("boom");
        });
        assert!(is_cooked(&pty));
        assert!(std::fs::read_to_string(&path).unwrap().contains("unfinished"));
        std::fs::remove_file(&path).unwrap();
        let told = std::iter::from_fn(|| from_ui.take().unwrap())
            .find(|message| matches!(message, ToHost::Panicked { .. } | ToHost::Eof));
        assert!(matches!(told, Some(ToHost::Panicked { message }) if message.starts_with("boom (")));
    }
}
