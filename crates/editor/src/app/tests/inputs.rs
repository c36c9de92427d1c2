//! One input: Enter, its verdict, and what is typed until then.

use std::time::Duration;

use super::Bench;
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
