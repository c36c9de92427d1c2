//! From prompt to prompt.

use super::{Bench, entry};
use crate::app::assist::completion::Completion;
use crate::event::{Event, Stream};
use crate::key::Key;
use crate::protocol::ToUi;
use crate::settings::Settings;

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
fn ctrl_c_ends_what_was_begun() {
    for begun in [
        "escape ctrl-c",
        "ctrl-x ctrl-c",
        "ctrl-] ctrl-c",
        "escape 3 ctrl-c",
        "ctrl-alt-c",
        "ctrl-x ctrl-alt-c",
    ] {
        let mut bench = Bench::new(&[]);
        bench.press(&format!("'abc' {begun}"));
        assert_eq!(bench.told(), ["emit \">>> abc^C\\n\""], "{begun}");
        bench.press("'x'");
        assert_eq!(bench.drawn(), "x|", "{begun}");
    }
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
