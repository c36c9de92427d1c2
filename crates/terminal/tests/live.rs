//! The UI thread on a real pseudo-terminal, seen by a person and by the host.

mod person;

use editor::event::{Size, Stream};
use editor::protocol::{ToHost, ToUi};
use person::{Person, WIDE};

#[test]
fn nothing_is_written_before_a_prompt_is_asked_for() {
    let person = Person::without_prompt(WIDE);
    assert_eq!(person.bytes_so_far(), b"");
    assert!(person.is_cooked());
}

#[test]
fn an_input_is_typed_run_and_prompted_for_again() {
    let mut person = Person::new(WIDE);
    person.sees(">>>");
    person.types("1 + 1");
    person.sees(">>> 1 + 1");
    person.types("\r");
    assert_eq!(person.host_gets(), ToHost::Run { source: "1 + 1".into() });
    person.host_says(ToUi::Accepted);
    assert_eq!(person.host_gets(), ToHost::Go);
    assert!(person.is_cooked());
    person.prints("2\r\n");
    person.ready();
    person.sees(">>> 1 + 1\n2\n>>>");
    assert!(!person.is_cooked());
}

#[test]
fn what_is_typed_during_an_evaluation_is_read_by_it_or_by_the_next_prompt() {
    let mut person = Person::new(WIDE);
    person.evaluates("input()");
    person.types("for input\n");
    assert_eq!(person.evaluation_reads(), "for input\n");
    person.types("for the prompt");
    person.ready();
    person.sees_at_the_end(">>> for the prompt");
}

#[test]
fn text_of_other_threads_is_printed_above_what_is_typed() {
    let mut person = Person::new(WIDE);
    person.types("half ty");
    person.sees(">>> half ty");
    person.host_says(ToUi::Print { stream: Stream::Stdout, text: "from a thread\n".into() });
    person.sees("from a thread\n>>> half ty");
    person.types("ped");
    person.sees("from a thread\n>>> half typed");
}

#[test]
fn a_resize_is_noticed_with_the_next_frame() {
    let mut person = Person::new(WIDE);
    person.types("abcdefghijklmnopqrstuvwxyz");
    person.sees(">>> abcdefghijklmnopqrstuvwxyz");
    person.resizes(Size { columns: 20, rows: 24 });
    person.types("!");
    person.sees(">>> abcdefghijklmnop\nqrstuvwxyz!");
}

#[test]
fn closing_restores_the_terminal_and_hangs_up() {
    let mut person = Person::new(WIDE);
    person.types("unfinished");
    person.sees(">>> unfinished");
    person.host_closes();
    assert!(person.is_cooked());
    assert!(!person.screen().bracketed_paste());
}

#[test]
fn a_host_that_goes_away_ends_the_session() {
    let mut person = Person::new(WIDE);
    person.sees(">>>");
    person.host_goes_away();
    person.waits_until(Person::is_cooked);
}

#[test]
fn a_terminal_that_goes_away_ends_the_session_and_keeps_what_was_typed() {
    let mut person = Person::new(WIDE);
    person.types("unfinished");
    person.sees(">>> unfinished");
    let (mut handle, history) = person.hangs_up();
    handle.waits_for_the_end();
    assert!(std::fs::read_to_string(history).unwrap().contains("unfinished"));
}

#[test]
fn a_second_session_on_one_terminal_is_refused() {
    let person = Person::new(WIDE);
    let refusal = person.second_session().err().unwrap();
    assert_eq!(refusal, "This terminal has a session already; leave that one first.");
}

#[test]
fn a_flood_of_text_loses_no_line_and_leaves_the_prompt() {
    let mut person = Person::new(WIDE);
    let writers = person.writers(4, 5_000);
    let seen = person.sees_all_of(4 * 5_000);
    for writer in writers {
        writer.join().unwrap();
    }
    for writer in 0..4 {
        let of_it: Vec<_> = seen.iter().filter(|line| line.starts_with(&format!("{writer}:"))).collect();
        let expected: Vec<_> = (0..5_000).map(|n| format!("{writer}:{n}")).collect();
        assert!(of_it.iter().copied().eq(expected.iter()));
    }
    person.types("x");
    person.sees_at_the_end(">>> x");
}
