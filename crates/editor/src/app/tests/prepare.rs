//! What is compiled before Enter is pressed.

use super::{Bench, is_question, word};
use crate::event::Event;
use crate::protocol::ToUi;

/// Types, with a pause behind each key: what the host was to prepare.
#[track_caller]
fn check(keys: &str, prepared: &[&str]) {
    let mut bench = Bench::new(&[]);
    for key in super::parse(keys) {
        bench.event(Event::Key(key)).wait(5);
    }
    assert_eq!(asked(&mut bench), prepared, "{keys}");
}

fn asked(bench: &mut Bench) -> Vec<String> {
    let effects = std::mem::take(&mut bench.effects);
    let asked = effects.iter().filter(|effect| is_question(effect)).map(word);
    asked.filter_map(|word| Some(word.strip_prefix("prepare ")?.trim_matches('"').to_owned())).collect()
}

#[test]
fn what_enter_would_run_is_prepared_once() {
    check("'1+1'", &["1", "1+1"]);
    check("'ab'", &["a", "ab"]);
    check("'1' left right", &["1"]);
    check("'  1'", &["1"]);
    check("'f('", &["f"]);
    check("'1 ='", &["1"]);
    check("'if 1: 2'", &["i"]);

    check("'if 1: 2\n'", &["i", "if 1: 2"]);
}

#[test]
fn the_same_text_is_prepared_again_for_the_next_prompt() {
    let mut bench = Bench::new(&[]);
    bench.press("'1'").wait(5);
    assert_eq!(asked(&mut bench), ["1"]);
    bench.press("enter").host(ToUi::Accepted).ready(Some(true)).press("'1'").wait(5);
    assert_eq!(asked(&mut bench), ["1"]);
}

#[test]
fn a_text_that_is_long_or_gone_is_not_prepared() {
    let mut bench = Bench::new(&[]);
    bench.event(Event::Paste("1+".repeat(600) + "1")).wait(5);
    bench.press("ctrl-u '1' backspace").wait(5);
    assert_eq!(asked(&mut bench), [""; 0]);
}

#[test]
fn a_verdict_is_that_of_the_text_it_was_made_for() {
    let mut bench = Bench::new(&[]);
    bench.press("'f'").wait(5).press("'(' enter");
    assert_eq!(bench.drawn(), "f(\n    |");
}
