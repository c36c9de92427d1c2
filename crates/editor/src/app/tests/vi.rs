//! Vi's keys at the prompt.

use super::Bench;
use crate::event::Event;
use crate::protocol::{Candidate, Kind, ToUi};
use crate::settings::{EditingMode, Settings};

pub fn vi(history: &[&str]) -> Bench {
    Bench::with(Settings { editing_mode: EditingMode::Vi, ..Settings::default() }, history)
}

#[track_caller]
pub fn check(keys: &str, after: &str) {
    let mut bench = vi(&["one", "two"]);
    bench.press(keys);
    assert_eq!(bench.drawn(), after, "{keys}");
}

#[test]
fn vi_edits() {
    check("'a b c' escape 'bD'", "a| ");
    check("'ab' escape 'x'", "|a");
    check("'a b' ctrl-a 'x'", "x|a b");
    check("'if x:' enter 'y'", "if x:\n    y|");
    check("'if x:' enter 'pass' enter 'else:'", "if x:\n    pass\nelse:|");
    check("'ab' escape 'i' ctrl-w", "|b");
    check("'ab' escape 'yiwA' ctrl-r '0'", "abab|");
    check("'ab' ctrl-k 'a:' ctrl-t ctrl-t ctrl-d", "    abä|");
    check("'ab c' ctrl-w 'd' ctrl-u", "|");
    check("'ab' left 'c'", "ac|b");
    check("'abc' escape 'vhd'", "|a");
    check("'abc' escape 'd' ctrl-c 'x'", "a|b");
}

#[test]
fn escape_and_a_letter_may_come_as_one_key() {
    check("'a b' alt-: 's/a/c' enter", "|c b");
    check("'a b c' escape 'vb' alt-x", "a | c");
    check("'a b c' escape 'd' alt-b", "a |b c");
    check("'a b c' alt-b 'x'", "a b x|c");
    let mut bench = Bench::with(
        Settings { editing_mode: EditingMode::Vi, emacs_in_vi_insert: false, ..Settings::default() },
        &[],
    );
    assert_eq!(bench.press("'a b c' alt-b 'x'").drawn(), "a | c");
}

#[test]
fn vi_walks_through_history() {
    check("up", "two|");
    check("escape 'k'", "|two");
    check("'ab' escape 'k'", "t|wo");
    check("'ab' escape '$kk'", "on|e");
    check("'abc' escape 'kkj'", "tw|o");
    check("'abc' escape 'kjj'", "ab|c");
    check("escape '?on' enter", "|one");
    check("'t' up", "two|");
}

#[test]
fn vi_searches_history() {
    let mut bench = vi(&["x = one", "two", "y = one + one", "ten"]);
    let mut shows = |keys: &str, after: &str| {
        bench.press(keys);
        assert_eq!(bench.drawn(), after, "{keys}");
    };
    shows("'z' escape '/o.e' enter", "y = |one + one");
    shows("'n'", "y = one + |one");
    shows("'n'", "x = |one");
    shows("'n'", "x = |one");
    shows("'N'", "y = |one + one");
    shows("'?ten' enter", "|ten");
    shows("'/two' enter", "|two");
}

#[test]
fn vi_says_what_cannot_be_done_in_one_sentence() {
    for (keys, said) in [
        ("':nonsense' enter", "There is no command \"nonsense\"."),
        ("'/none' enter", "No entry has none."),
        ("':wq' enter", ":wq needs the name of a file; :q quits without one."),
        ("':9d' enter", "There are not so many lines."),
    ] {
        let mut bench = vi(&["one"]);
        bench.press(&format!("'x' escape {keys}"));
        assert_eq!(bench.app.notice.as_ref().unwrap().text, said, "{keys}");
    }
}

#[test]
fn backspace_goes_beyond_the_insertion_where_it_may() {
    for (vi_free_backspace, after) in [(true, "|b"), (false, "a|b")] {
        let settings = Settings { editing_mode: EditingMode::Vi, vi_free_backspace, ..Settings::default() };
        let mut bench = Bench::with(settings, &[]);
        bench.press("'ab' escape 'i' backspace");
        assert_eq!(bench.drawn(), after, "{vi_free_backspace}");
    }
}

#[test]
fn the_line_of_commands_is_edited_and_remembered() {
    let line = |keys: &str| {
        let mut bench = vi(&[]);
        bench.press("'a b' escape").press(keys);
        bench
            .app
            .keys
            .vi
            .command_line()
            .map(|(prompt, text, at)| format!("{prompt}{}|{}", &text[..at], &text[at..]))
    };
    for (keys, drawn) in [
        ("':ab' ctrl-a 'x'", Some(":x|ab")),
        ("':ab cd' ctrl-w", Some(":ab |")),
        ("':ab cd' left ctrl-u", Some(":|d")),
        ("':ab' home end backspace", Some(":a|")),
        (
            "':s/a/b
:' up",
            Some(":s/a/b|"),
        ),
        (
            "':s/a/b
:1
:' up up down",
            Some(":1|"),
        ),
        ("'yw:' ctrl-r '\"'", Some(":b|")),
        ("'0:' ctrl-r ctrl-w", Some(":a|")),
        ("':ab' alt-up f9 ctrl-d ctrl-l", Some(":ab|")),
        ("':a' backspace backspace", None),
        ("':ab' escape", None),
        ("':ab' ctrl-c", None),
    ] {
        assert_eq!(line(keys).as_deref(), drawn, "{keys}");
    }
}

#[test]
fn pastes_and_candidates_belong_to_the_insertion() {
    let mut bench = vi(&[]);
    bench.event(Event::Paste("a\nb".into())).press("'.x'");
    assert_eq!(bench.drawn(), "a\nb.x|");
    bench.wait(5);
    let candidate = Candidate {
        text: "xyz".into(),
        kind: Kind::Variable,
        detail: String::new(),
        suffix: String::new(),
        likely: 0,
    };
    let seq = bench.app.assist.seq;
    bench.host(ToUi::Completions { seq, candidates: vec![candidate] }).press("tab escape 'x'");
    assert_eq!(bench.drawn(), "a\nb.x|y");
}

#[test]
fn vi_knows_what_others_did_to_the_text() {
    for (keys, after) in [
        ("up escape 'x'", "t|w"),
        ("'abc' ctrl-u 'x' escape 'u'", "|"),
        ("'one ' ctrl-w 'y' escape", "|y"),
        ("'t' right 'x' backspace backspace", "tw|"),
        ("up up escape 'x'", "o|n"),
    ] {
        check(keys, after);
    }
}

#[test]
fn a_command_of_the_hosts_is_found_in_its_own_modes_keys() {
    for (mode, keys) in [(0, "f5"), (1, "escape f5")] {
        let mut bench = vi(&[]);
        let keyboard = &mut bench.app.keys.keyboard;
        let keymap = if mode == 0 { &mut keyboard.vi_insert } else { &mut keyboard.vi_normal };
        keymap.bind("f5", "python:greet").unwrap();
        bench.press(keys);
        assert!(bench.told().iter().any(|told| told.contains("greet")), "{keys}");
    }
}
