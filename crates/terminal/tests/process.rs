//! What concerns the host's process as a whole: signals, jobs, the person's editor.
//! The host is this very program, run again on a pseudo-terminal.

mod host;
mod person;

use editor::event::Size;
use person::{Person, WIDE};
use rustix::process::Signal;

/// Run by the other tests: does what is typed, while the prompt stands.
#[test]
#[ignore = "needs a terminal of its own"]
fn host() {
    if std::env::var_os("SIDELOOP_HOST").is_some() {
        host::serve();
    }
}

#[test]
fn a_deadly_signal_leaves_the_terminal_as_it_was() {
    for signal in [Signal::TERM, Signal::HUP, Signal::QUIT, Signal::ABORT] {
        let mut person = Person::with_host(WIDE);
        person.types("unfinished");
        person.sees_at_the_end(">>> unfinished");
        assert!(!person.is_cooked());
        person.signals(signal);
        assert_eq!(person.waits_for_the_host().terminating_signal(), Some(signal.as_raw()));
        assert!(person.is_cooked());
    }
}

#[test]
fn a_child_of_fork_that_is_killed_leaves_the_prompt_alone() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.does("fork and kill");
    person.sees_somewhere("killed");
    person.types("x");
    person.sees_at_the_end(">>> x");
    assert!(!person.is_cooked());
}

#[test]
fn ctrl_z_stops_the_job_and_fg_brings_the_prompt_back() {
    let mut person = Person::with_host(WIDE);
    person.types("half");
    person.sees_at_the_end(">>> half");
    for _ in 0..3 {
        person.types("\x1a");
        assert!(person.waits_for_the_host().stopped());
        assert!(person.is_cooked());
        person.prints("the shell's\r\n");
        person.signals(Signal::CONT);
        person.sees_at_the_end("the shell's\n>>> half");
        person.waits_until(|person| !person.is_cooked());
    }
}

#[test]
fn the_signal_of_a_resize_repaints_at_once() {
    let mut person = Person::with_host(WIDE);
    person.types("abcdefghijklmnopqrstuvwxyz");
    person.sees_at_the_end(">>> abcdefghijklmnopqrstuvwxyz");
    person.resizes(Size { columns: 20, rows: 24 });
    person.signals(Signal::WINCH);
    person.sees_at_the_end(">>> abcdefghijklmnop\nqrstuvwxyz");
}

#[test]
fn the_editor_gives_its_text_to_the_prompt() {
    let mut person = Person::with_host(WIDE);
    person.types("text");
    person.sees_at_the_end(">>> text");
    person.types("\x18\x05");
    person.sees_at_the_end(">>> edited\n... text");
}
