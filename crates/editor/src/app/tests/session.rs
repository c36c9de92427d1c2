//! From prompt to prompt.

use std::time::Duration;

use super::{Bench, entry};
use crate::app::completion::Completion;
use crate::event::{Event, Stream};
use crate::key::Key;
use crate::protocol::ToUi;
use crate::settings::{AltEnter, Settings};

fn invalid(line: usize, column: usize) -> ToUi {
    ToUi::Invalid { line, column, message: "SyntaxError: no".into() }
}

#[test]
fn blank_lines_stand_around_what_is_printed() {
    let settings =
        Settings { blank_line_after_input: true, blank_line_after_output: true, ..Settings::default() };
    let mut bench = Bench::with(settings, &[]);
    bench.press("'1' enter").host(ToUi::Accepted).ready(Some(true));
    let told = bench.told();
    let at = |wanted: &str| told.iter().position(|told| told == wanted).expect(wanted);
    assert_eq!(told.iter().filter(|told| *told == "emit \"\\n\"").count(), 2, "{told:?}");
    assert_eq!(at("emit \"\\n\"") + 1, at("HandOver"), "{told:?}");
    assert_eq!(told[at("TakeBack") + 1], "emit \"\\n\"", "{told:?}");
}

#[test]
fn an_input_runs() {
    let mut bench = Bench::new(&[]);
    bench.press("'1+1' enter");
    assert_eq!(bench.told(), ["run \"1+1\""]);
    bench.host(ToUi::Accepted);
    assert_eq!(bench.told(), ["emit \">>> 1+1\\n\"", "remember \"1+1\"", "HandOver"]);
    assert!(bench.screen().is_empty());
    bench.ready(Some(true));
    assert_eq!(bench.told(), ["TakeBack", "Outcome(true)"]);
    assert_eq!(bench.screen(), [">>>"]);
}

#[test]
fn an_interrupt_from_elsewhere_is_ctrl_c_at_the_prompt_and_nothing_away_from_it() {
    let mut bench = Bench::new(&[]);
    bench.press("'half'").host(ToUi::Interrupt);
    assert_eq!(bench.told(), ["emit \">>> half^C\\n\""]);
    assert_eq!(bench.screen(), [">>>"]);
    bench.press("'1' enter").host(ToUi::Accepted).told();
    bench.host(ToUi::Interrupt).ready(Some(true)).press("'2'");
    assert_eq!(bench.screen(), [">>> 2"]);
}

#[test]
fn what_is_not_remembered_has_no_outcome() {
    let mut bench = Bench::new(&["1"]);
    bench.press("'1' enter").host(ToUi::Accepted).ready(Some(false));
    bench.press("' 2' enter").host(ToUi::Accepted).ready(Some(false));
    let told = bench.told();
    assert!(!told.iter().any(|word| word.starts_with("Outcome") || word.starts_with("remember")), "{told:?}");
    assert!(told.contains(&"run \"2\"".to_owned()), "{told:?}");
}

#[test]
fn enter_goes_on_or_runs() {
    for (text, keys, expected) in [
        ("|", "'x' enter", "run \"x\""),
        ("x| + 1", "enter", "run \"x + 1\""),
        ("f(|", "enter", "f(\n    |"),
        ("if x:|", "enter", "if x:\n    |"),
        ("if x:\n    y|", "enter", "if x:\n    y\n    |"),
        ("if x:\n    y|", "enter enter", "run \"if x:\\n    y\""),
        ("for x in y: z|", "enter", "for x in y: z\n|"),
        ("for x in y: z|", "enter enter", "run \"for x in y: z\""),
        ("if x:\n    y|\n    z\n", "enter", "if x:\n    y\n    |\n    z\n"),
        ("f(\n  1)|", "enter", "run \"f(\\n  1)\""),
        ("f(|\n  1)", "enter", "f(\n    |\n  1)"),
        ("if x:\n    return|", "enter", "if x:\n    return\n|"),
        ("1 +|", "enter", "run \"1 +\""),
        ("if x:\n    y|", "alt-enter", "run \"if x:\\n    y\""),
        ("f(|", "alt-enter", "run \"f(\""),
        ("x|", "ctrl-j", "run \"x\""),
    ] {
        let mut bench = Bench::new(&[]);
        bench.text(text).press(keys);
        let told = bench.told().first().cloned().unwrap_or_else(|| bench.drawn());
        assert_eq!(told, expected, "{text:?} {keys}");
    }
}

#[test]
fn enter_can_be_left_to_alt_enter() {
    let settings = Settings { enter_twice: false, alt_enter: AltEnter::Newline, ..Settings::default() };
    let mut bench = Bench::with(settings, &[]);
    bench.text("if x:\n    y\n|").press("enter");
    assert_eq!(bench.told(), [""; 0]);
    bench.text("x|").press("alt-enter");
    assert_eq!(bench.drawn(), "x\n|");
}

#[test]
fn blank_inputs_only_get_a_new_prompt() {
    let mut bench = Bench::new(&[]);
    bench.press("enter '  ' enter");
    assert_eq!(bench.told(), ["emit \">>> \\n\"", "emit \">>> \\n\""]);
    assert_eq!(bench.drawn(), "|");
}

#[test]
fn an_error_brings_the_input_back() {
    let mut bench = Bench::new(&[]);
    bench.press("'x = = 1' enter").host(invalid(1, 5));
    assert_eq!(bench.told(), ["run \"x = = 1\""]);
    assert_eq!(bench.drawn(), "x = |= 1");
    assert_eq!(bench.screen()[0], ">>> x = = 1");
    assert!(bench.app.notice.is_some());
    bench.press("left");
    assert!(bench.app.notice.is_some());
    bench.press("'y'");
    assert!(bench.app.notice.is_none());
    bench.text("|").press("'  f(é, 1 2)' enter").host(invalid(1, 7));
    assert_eq!(bench.drawn(), "  f(é, 1| 2)");
}

#[test]
fn what_was_typed_meanwhile_is_the_next_input() {
    let mut bench = Bench::new(&[]);
    bench.press("'1 +' enter 'second' enter 'third' enter").host(invalid(1, 4));
    assert_eq!(bench.drawn(), "1 +|");
    bench.press("'1' enter").host(ToUi::Accepted).ready(None);
    assert_eq!(bench.told().iter().filter(|word| word.starts_with("run")).count(), 2);
    assert_eq!(bench.drawn(), "second\nthird|");
}

#[test]
fn errors_can_be_printed_instead() {
    let mut bench = Bench::with(Settings { validate: false, ..Settings::default() }, &[]);
    bench.press("'1 +' enter").host(invalid(1, 4));
    let told = bench.told();
    assert_eq!(told[1..], ["emit \">>> 1 +\\n\"", "remember \"1 +\"", "emit \"SyntaxError: no\\n\""]);
    assert_eq!(bench.drawn(), "|");
}

#[test]
fn cpython_may_want_more_lines() {
    let mut bench = Bench::new(&[]);
    bench.press("'x' enter 'y'").host(ToUi::Incomplete);
    assert_eq!(bench.drawn(), "x\ny|");
}

#[test]
fn keys_before_the_prompt_are_kept_in_order() {
    let mut bench = Bench::starting(Settings::default());
    bench.press("'1' enter 'ab' enter 'c'");
    assert_eq!(bench.told(), [""; 0]);
    bench.ready(None);
    assert_eq!(bench.told(), ["TakeBack", "run \"1\""]);
    bench.host(ToUi::Accepted).ready(None);
    assert_eq!(bench.told().last().unwrap(), "run \"ab\"");
    bench.host(ToUi::Accepted).ready(None);
    assert_eq!(bench.drawn(), "c|");
}

#[test]
fn the_next_prompt_waits_for_a_key_or_a_while() {
    let mut bench = Bench::new(&[]);
    bench.press("'1' enter");
    assert_eq!(bench.screen(), [">>> 1"]);
    assert!(bench.app.deadline().is_some());
    bench.wait(150);
    assert_eq!(bench.screen(), [">>> 1", ">>>"]);
    assert_eq!(bench.app.deadline(), None);
    bench.press("'2'");
    assert_eq!(bench.screen(), [">>> 1", ">>> 2"]);
    bench.host(ToUi::Accepted).ready(None).press("enter");
    assert_eq!(bench.told().last().unwrap(), "run \"2\"");
    bench.press("'3'");
    assert_eq!(bench.screen(), [">>> 2", ">>> 3"]);
}

#[test]
fn ctrl_c_drops_the_line() {
    let mut bench = Bench::new(&[]);
    bench.press("'abc' ctrl-c");
    assert_eq!(bench.told(), ["emit \">>> abc^C\\n\""]);
    assert_eq!(bench.drawn(), "|");
    bench.press("ctrl-y");
    assert_eq!(bench.drawn(), "abc|");
    bench.press("ctrl-c '1' enter 'x' ctrl-c 'y'").host(ToUi::Accepted).ready(None);
    assert_eq!(bench.drawn(), "y|");
}

#[test]
fn ctrl_d_leaves() {
    let mut bench = Bench::with(Settings { confirm_exit: false, ..Settings::default() }, &[]);
    bench.press("ctrl-d");
    assert_eq!(bench.told(), ["emit \">>> \\n\"", "Eof"]);
    bench.host(ToUi::Close);
    assert_eq!(bench.told(), ["Exit"]);
    let mut asking = Bench::new(&[]);
    asking.press("ctrl-d");
    assert_eq!(asking.told(), [""; 0]);
    asking.press("'x' backspace ctrl-d");
    assert_eq!(asking.told(), [""; 0]);
    asking.press("ctrl-d");
    assert_eq!(asking.told(), ["emit \">>> \\n\"", "Eof"]);
}

#[test]
fn the_end_keeps_what_was_typed() {
    let mut bench = Bench::new(&[]);
    bench.press("'run' enter 'half'").event(Event::Hangup);
    assert_eq!(bench.told()[1..], ["Eof", "remember \"run\"", "remember \"half\"", "Exit"]);
    assert!(bench.screen().is_empty());
    bench.event(Event::Hangup).press("'x'").ready(None);
    assert_eq!(bench.told(), [""; 0]);
}

#[test]
fn others_write_above_the_prompt() {
    let mut bench = Bench::new(&[]);
    bench.press("'ab'").event(Event::Output(Stream::Stdout, b"one\n50%".to_vec()));
    bench.event(Event::Output(Stream::Stderr, b"err".to_vec()));
    assert_eq!(bench.told(), ["emit \"one\\n\""]);
    assert_eq!(bench.screen(), ["50%", "err", ">>> ab"]);
    bench.host(ToUi::Print { stream: Stream::Stdout, text: "\r60%".into() });
    assert_eq!(bench.screen()[0], "60%");
    bench.press("enter").host(ToUi::Accepted);
    assert!(bench.told().ends_with(&["emit \"60%\\n\"".into(), "emit \"err\\n\"".into(), "HandOver".into()]));
}

#[test]
fn the_editor_gives_the_text_back_and_does_not_run_it() {
    let mut bench = Bench::new(&[]);
    bench.press("'a' ctrl-x ctrl-e");
    assert_eq!(bench.told(), ["Edit(\"a\")"]);
    bench.event(Event::Edited(Ok("b\nc\n".into())));
    assert_eq!(bench.drawn(), "b\nc|");
    bench.press("ctrl-_");
    assert_eq!(bench.drawn(), "a|");
    bench.event(Event::Edited(Err("No editor was found.".into())));
    assert_eq!(bench.app.notice.as_ref().unwrap().text, "No editor was found.");
    assert_eq!(bench.drawn(), "a|");
}

#[test]
fn a_paste_is_one_change_and_never_runs() {
    let mut bench = Bench::new(&[]);
    bench.press("'x'").event(Event::Paste("a = 1\r\nb = 2\r\n".into()));
    assert_eq!(bench.told(), [""; 0]);
    assert_eq!(bench.app.input.as_str(), "xa = 1\nb = 2");
    bench.press("ctrl-_");
    assert_eq!(bench.drawn(), "x|");
}

#[test]
fn operate_and_get_next_offers_the_next_entry() {
    let mut bench = Bench::new(&["a", "b", "c"]);
    bench.press("up up up ctrl-o").host(ToUi::Accepted).ready(None);
    assert_eq!(bench.drawn(), "b|");
    bench.press("ctrl-o").host(ToUi::Accepted).ready(None);
    assert_eq!(bench.drawn(), "c|");
}

#[test]
fn terminal_keys() {
    let mut bench = Bench::new(&[]);
    bench.press("ctrl-l ctrl-z ctrl-g");
    assert_eq!(bench.told(), ["Clear", "Suspend", "Bell"]);
    bench.host(ToUi::Configure { toml: "[input]\nsuspend = false\n".into() }).press("ctrl-z");
    assert_eq!(bench.told(), ["Bell"]);
    bench.host(ToUi::Configure { toml: "[input]\nsuspnd = false\n".into() });
    assert_eq!(
        bench.app.notice.as_ref().unwrap().text,
        "line 2: input.suspnd: no such setting (did you mean suspend?)"
    );
}

#[test]
fn searches_are_shown() {
    let mut bench = Bench::new(&["import os"]);
    bench.press("ctrl-r 'imp'");
    assert_eq!(bench.app.scene(&mut Completion::default()).overlays[0].range, 0..3);
    assert_eq!(bench.app.scene(&mut Completion::default()).floats.line.unwrap().0, "(reverse-i-search)`imp'");
    bench.press("'x'");
    assert_eq!(
        bench.app.scene(&mut Completion::default()).floats.line.unwrap().0,
        "(failed reverse-i-search)`impx'"
    );
}

#[test]
fn keys_are_bound_in_the_configuration() {
    let mut bench = Bench::new(&[]);
    bench.host(ToUi::Configure { toml: "[keys]\nf12 = \"upcase-word\"\n".into() });
    bench.text("|ab").press("f12");
    assert_eq!((bench.drawn().as_str(), bench.app.notice.is_none()), ("AB|", true));
    bench.host(ToUi::Configure { toml: "[keys]\nctrl-x = \"undo\"\n".into() });
    let told = "line 2: keys.ctrl-x: cannot be bound because ctrl-x ( runs start-kbd-macro";
    assert_eq!(bench.app.notice.as_ref().unwrap().text, told);
}

#[test]
fn first_keys_wait_for_the_history_that_is_being_read() {
    let loaded = || Event::History(vec![entry("former()")]);
    let begin = || {
        let mut bench = Bench::starting(Settings::default());
        bench.app.await_history(bench.now);
        bench.ready(None).press("up '1'");
        assert_eq!(bench.screen(), [">>>"]);
        bench
    };
    assert_eq!(begin().event(loaded()).screen(), [">>> former()1"]);
    let mut late = begin();
    assert_eq!(late.wait(300).screen(), [">>> 1"]);
    assert_eq!(late.event(loaded()).press("ctrl-u up").screen(), [">>> former()"]);
}

#[test]
fn an_interrupt_does_not_wait_for_the_history() {
    for interrupt in [Event::Key(Key::ctrl('c')), Event::Host(ToUi::Interrupt)] {
        let mut bench = Bench::starting(Settings::default());
        bench.app.await_history(bench.now);
        bench.ready(None).press("'half'").told();
        assert_eq!(bench.event(interrupt).told(), ["emit \">>> ^C\\n\""]);
        assert_eq!(bench.press("'1'").screen(), [">>> 1"]);
    }
}

#[test]
fn keys_behind_an_enter_are_left_to_the_evaluation_for_a_moment() {
    let mut bench = Bench::new(&[]);
    assert!(!bench.app.holds_keys());
    bench.press("'1' enter");
    assert!(bench.app.holds_keys());
    bench.wait(200);
    assert!(!bench.app.holds_keys());
    bench.host(ToUi::Accepted).ready(Some(true));
    bench.press("'2' enter").host(invalid(1, 1));
    assert!(!bench.app.holds_keys());
}

#[test]
fn what_is_on_the_screen_just_after_enter_is_not_worth_a_frame() {
    let mut bench = Bench::new(&[]);
    let steps: [(&str, bool); 2] = [("'1'", false), ("enter", true)];
    for (keys, fleeting) in steps {
        assert_eq!(bench.press(keys).app.is_fleeting(), fleeting, "{keys}");
    }
    let deadline = bench.app.deadline().expect("a frame, if no verdict comes");
    assert!(deadline <= bench.now + Duration::from_millis(5));
    assert!(!bench.wait(5).app.is_fleeting());
    assert!(bench.app.deadline().is_some_and(|reveal| reveal > bench.now));
    bench.press("'2'");
    assert!(!bench.app.is_fleeting());
    bench.host(ToUi::Accepted);
    assert!(!bench.app.is_fleeting());
}
