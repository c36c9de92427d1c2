//! Others' output while the prompt stands. Descriptors 1 and 2 belong to a process, so
//! the host is one of its own: this very program, run again on a pseudo-terminal.

mod host;
mod person;

use editor::event::Size;
use person::{Person, WIDE};

/// Run by the other tests: does what is typed, while the prompt stands.
#[test]
#[ignore = "needs a terminal of its own"]
fn host() {
    if std::env::var_os("SIDELOOP_HOST").is_some() {
        host::serve();
    }
}

#[test]
fn whoever_writes_writes_above_the_prompt() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.types("half ty");
    person.does("print");
    person.sees_at_the_end("printed\n>>> half ty");
    person.does("write");
    person.sees_at_the_end("printed\nwritten\n>>> half ty");
    person.does("complain");
    person.sees_at_the_end("printed\nwritten\ncomplaint\n>>> half ty");
    person.does("child");
    person.sees_at_the_end("complaint\n24 80\nfrom a child\n>>> half ty");
}

#[test]
fn a_child_of_fork_writes_above_the_prompt_too() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.does("fork");
    person.sees_at_the_end("from a fork\n>>>");
    person.does("print");
    person.sees_at_the_end("from a fork\nprinted\n>>>");
}

#[test]
fn programs_are_told_the_size() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.resizes(Size { columns: 50, rows: 20 });
    person.types("x");
    person.sees_at_the_end(">>> x");
    person.does("child");
    person.sees_at_the_end("20 50\nfrom a child\n>>> x");
}

#[test]
fn what_was_written_before_an_evaluation_stands_above_it() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.types("evaluate\r");
    person.sees_at_the_end(">>> evaluate\nevaluated\n>>>");
    person.types("print and evaluate\r");
    person.sees_at_the_end("and more\n>>> print and evaluate\nevaluated\n>>>");
}

#[test]
fn nothing_is_lost_when_the_session_ends() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.does("end");
    person.sees_somewhere("last words\nhalf a line");
    person.waits_until(Person::is_cooked);
}

#[test]
fn a_hundred_thousand_lines_arrive_in_order() {
    let mut person = Person::with_host(WIDE);
    person.sees_at_the_end(">>>");
    person.does("lines");
    let lines = person.sees_all_of(100_000);
    assert!(lines.iter().enumerate().all(|(n, line)| *line == format!("0:{n}")));
    person.types("x");
    person.sees_at_the_end(">>> x");
}
