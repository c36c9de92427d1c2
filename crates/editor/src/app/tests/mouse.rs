//! Clicks, drags and the wheel.

use super::Bench;
use crate::event::{Event, Mouse, MouseKind};
use crate::protocol::{Candidate, Kind, ToHost, ToUi};
use crate::settings::Settings;

fn settings() -> Settings {
    Settings { mouse: true, status_bar: true, ..Settings::default() }
}

impl Bench {
    fn mouse(&mut self, kind: MouseKind, column: u16, row: i32, clicks: u8) -> &mut Self {
        self.event(Event::Mouse(Mouse { kind, column, row, clicks }))
    }

    /// So many clicks at the first place; where there is a second one, the mouse is drawn there.
    fn click(&mut self, clicks: u8, places: &[(u16, i32)]) -> &mut Self {
        let (column, row) = places[0];
        self.mouse(MouseKind::Press, column, row, clicks);
        for (column, row) in &places[1..] {
            self.mouse(MouseKind::Drag, *column, *row, 1);
        }
        let (column, row) = *places.last().unwrap();
        self.mouse(MouseKind::Release, column, row, 1)
    }
}

#[track_caller]
fn check(before: &str, clicks: u8, places: &[(u16, i32)], after: &str) {
    let mut bench = Bench::with(settings(), &[]);
    bench.text(before).click(clicks, places);
    assert_eq!(bench.drawn(), after, "{before:?} {clicks} {places:?}");
}

#[test]
fn clicks_place_the_cursor_and_select() {
    check("one two|", 1, &[(6, 0)], "on|e two");
    check("one two|", 1, &[(30, 0)], "one two|");
    check("one two|", 1, &[(6, -1)], "one two|");
    check("one\ntwo|", 1, &[(4, 0)], "|one\ntwo");
    check("one two|", 2, &[(5, 0)], "^one| two");
    check("a  == b|", 2, &[(7, 0)], "a  ^==| b");
    check("one\ntwo|", 2, &[(20, 0)], "^one|\ntwo");
    check("one\ntwo|", 3, &[(5, 0)], "^one|\ntwo");
}

#[test]
fn drags_select_what_they_pass() {
    check("one two|", 1, &[(5, 0), (9, 0)], "o^ne t|wo");
    check("one two|", 1, &[(9, 0), (5, 0)], "o|ne t^wo");
    check("one two|", 1, &[(5, 0), (9, 0), (5, 0)], "o|ne two");
    check("one two six|", 2, &[(9, 0), (5, 0)], "|one two^ six");
    check("one\ntwo|", 1, &[(5, 0), (4, 99)], "o^ne\ntwo|");
}

#[test]
fn what_is_typed_takes_the_place_of_what_the_mouse_selected() {
    let mut bench = Bench::with(settings(), &[]);
    bench.text("one two|").click(2, &[(9, 0)]).press("'x'");
    assert_eq!(bench.drawn(), "one x|");
}

#[test]
fn without_the_setting_nothing_happens() {
    let mut bench = Bench::new(&[]);
    bench.text("one|").click(1, &[(4, 0)]);
    assert_eq!(bench.drawn(), "one|");
}

#[test]
fn the_wheel_moves_through_a_long_input() {
    let mut bench = Bench::with(settings(), &[]);
    bench.text("1\n2\n3\n4\n5|").mouse(MouseKind::WheelUp, 0, 0, 1);
    assert_eq!(bench.drawn(), "1\n2|\n3\n4\n5");
    bench.mouse(MouseKind::WheelDown, 0, 0, 1);
    assert_eq!(bench.drawn(), "1\n2\n3\n4\n5|");
}

#[test]
fn a_candidate_is_selected_and_then_taken() {
    let mut bench = Bench::with(settings(), &[]);
    bench.press("'x.'").wait(10);
    let seq = bench.effects.iter().rev().find_map(|effect| match effect {
        crate::event::Effect::Ask(ToHost::Complete { seq, .. }) => Some(*seq),
        _ => None,
    });
    let candidate = |text: &str| Candidate {
        text: text.into(),
        kind: Kind::Method,
        detail: String::new(),
        suffix: "(".into(),
        likely: 0,
    };
    let candidates = vec![candidate("one"), candidate("two")];
    bench.host(ToUi::Completions { seq: seq.expect("a question"), candidates });
    bench.click(1, &[(8, 2)]);
    assert_eq!(bench.drawn(), "x.two|");
    bench.click(1, &[(8, 2)]);
    assert_eq!(bench.drawn(), "x.two(|");
}

#[test]
fn the_status_bar_has_buttons() {
    let mut bench = Bench::with(settings(), &[]);
    let bar = |bench: &mut Bench| bench.screen().pop().unwrap();
    assert!(bar(&mut bench).starts_with("[F4] Emacs  1/1"), "{:?}", bar(&mut bench));
    bench.click(1, &[(6, 1)]);
    assert!(bar(&mut bench).starts_with("[F4] Vi (insert)  1/1"));
}

#[test]
fn the_status_bars_parts_are_chosen() {
    let mut bench = Bench::with(settings(), &[]);
    bench.host(ToUi::Status { python: "Python 3.13.0".into(), venv: "env".into(), tasks: 2 });
    bench.host(ToUi::Configure { toml: "[display]\nstatus_parts = 'tasks | venv python'".into() });
    assert_eq!(bench.screen().pop().unwrap(), format!("tasks: 2{:12}(env)  Python 3.13.0", ""));
    for (column, told) in [
        (1, "2 tasks of the session's loop are not"),
        (21, "The program runs in the virtual"),
        (30, "The program runs on Python 3.13.0."),
    ] {
        let row = i32::try_from(bench.screen().len()).unwrap() - 1;
        bench.click(1, &[(column, row)]);
        assert!(bench.screen()[1].starts_with(told), "{:?}", bench.screen());
    }
    bench.host(ToUi::Configure { toml: "[display]\nstatus_parts = 'clock'".into() });
    assert!(bench.screen().join("\n").contains("no part of the status bar"));
}

#[test]
fn what_stays_of_an_input() {
    let settings =
        Settings { transient_prompt: true, right_prompt: true, shell_marks: true, ..Settings::default() };
    let mut bench = Bench::with(settings, &[]);
    bench.press("'1\n'").host(ToUi::Accepted);
    let kept = bench.effects.iter().find_map(|effect| match effect {
        crate::event::Effect::Emit(text) => Some(text.clone()),
        _ => None,
    });
    let kept = kept.unwrap();
    assert!(kept.starts_with("\x1b]133;A\x1b\\"), "{kept:?}");
    assert!(kept.contains("> \x1b]133;B\x1b\\"), "{kept:?}");
    bench.effects.clear();
    bench.now += std::time::Duration::from_secs(2);
    bench.ready(Some(false));
    assert!(bench.told().contains(&format!("{:?}", crate::event::Effect::Send("\x1b]133;D;1\x1b\\".into()))));
    assert_eq!(bench.screen(), [format!(">>>{:31}2.0 s", "")]);
}
