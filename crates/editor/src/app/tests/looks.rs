//! Themes by the terminal's background, and nothing by colour alone.

use ratatui_core::buffer::Cell;

use super::Bench;
use crate::event::{Effect, Event};
use crate::protocol::ToUi;
use crate::settings::{EditingMode, Settings};
use crate::sgr::Depth;
use crate::theme::Theme;

fn asks(bench: &Bench) -> usize {
    bench.effects.iter().filter(|effect| **effect == Effect::AskBackground).count()
}

fn auto() -> Settings {
    Settings { theme: "auto".into(), ..Settings::default() }
}

/// The theme in force after the terminal's answer.
#[track_caller]
fn check(settings: Settings, answer: Option<(u8, u8, u8)>, theme: &str) {
    let mut bench = Bench::starting(settings);
    bench.app.set_depth(Depth::True);
    bench.ready(None);
    if let Some((red, green, blue)) = answer {
        bench.event(Event::Background(red, green, blue));
    }
    assert_eq!(*bench.app.theme(), Theme::named(theme, Depth::True).unwrap(), "{answer:?}");
}

#[test]
fn a_theme_is_taken_by_the_background() {
    check(auto(), None, "terminal");
    check(auto(), Some((0x1e, 0x1e, 0x1e)), "github-dark");
    check(auto(), Some((0xfd, 0xf6, 0xe3)), "github-light");
    check(Settings { dark_theme: "nord".into(), ..auto() }, Some((0, 0, 0)), "nord");
    check(Settings { theme: "nord".into(), ..auto() }, Some((255, 255, 255)), "nord");
}

#[test]
fn the_terminal_is_asked_once_and_only_where_it_counts() {
    let mut bench = Bench::starting(Settings::default());
    bench.ready(None).press("'1\n'").host(ToUi::Accepted).ready(Some(true));
    assert_eq!(asks(&bench), 0);
    bench.host(ToUi::Configure { toml: "[colors]\ntheme = 'auto'\n".into() });
    assert_eq!(asks(&bench), 1);
    bench.press("'1\n'").host(ToUi::Accepted).ready(Some(true));
    assert_eq!(asks(&bench), 1);
    let mut bench = Bench::starting(auto());
    assert_eq!(asks(&bench), 0, "nobody has given us the terminal yet");
    bench.ready(None);
    let order: Vec<_> = bench.effects.iter().map(|effect| format!("{effect:?}")).collect();
    assert_eq!(order[..2], ["TakeBack", "AskBackground"], "the first prompt does not wait");
}

#[test]
fn a_late_answer_changes_nothing_but_colours() {
    let mut bench = Bench::with(Settings { editing_mode: EditingMode::Vi, ..auto() }, &[]);
    bench.press("'abc' escape").event(Event::Background(0, 0, 0)).press("'x'");
    assert_eq!(bench.drawn(), "a|b");
}

/// What is seen on a screen without colours: characters, and the attributes that are left.
fn seen(bench: &mut Bench) -> Vec<(String, ratatui_core::style::Modifier)> {
    let frame = bench.app.frame();
    let colour = |cell: &Cell| (cell.fg, cell.bg) != (Cell::EMPTY.fg, Cell::EMPTY.bg);
    assert!(!frame.cells.content.iter().any(colour), "a colour where there is none");
    frame.cells.content.iter().map(|cell| (cell.symbol().to_owned(), cell.modifier)).collect()
}

/// Two states that a person must be able to tell apart.
#[track_caller]
fn differ(what: &str, settings: &Settings, before: impl Fn(&mut Bench), after: impl Fn(&mut Bench)) {
    let screen = |steps: &dyn Fn(&mut Bench)| {
        let mut bench = Bench::with(settings.clone(), &["print(1)", "import os"]);
        bench.app.set_depth(Depth::None);
        steps(&mut bench);
        seen(&mut bench)
    };
    assert_ne!(screen(&before), screen(&after), "{what} is told by colour alone");
}

#[test]
fn nothing_is_told_by_colour_alone() {
    let plain = Settings::default();
    let bar = Settings { status_bar: true, ..Settings::default() };
    let vi = Settings { editing_mode: EditingMode::Vi, ..bar.clone() };
    let typed = |keys: &'static str| {
        move |bench: &mut Bench| {
            bench.press(keys);
        }
    };
    differ("a selection", &plain, typed("'abc' home end"), typed("'abc' home shift-end"));
    differ("a matching bracket", &plain, typed("'(a) b'"), typed("'(a) b' home"));
    differ("a string that does not end", &plain, typed("'\"a\"'"), typed("'\"a'"));
    differ("a suggestion", &plain, typed("'print(1)'"), typed("'pri'"));
    differ("a match of the search", &plain, typed("up up"), typed("ctrl-r 'pri'"));
    differ("vi's normal mode", &vi, typed("'a' left"), typed("'a' escape"));
    differ("the editing mode", &bar, typed(""), typed("f4"));
    differ("a recorded macro", &bar, typed("'a'"), typed("ctrl-x ( 'a'"));
    differ("a changed setting", &plain, typed("f2 down"), typed("f2 right down"));
    differ("the selected setting", &plain, typed("f2"), typed("f2 down"));
    let answer = |message: Option<&'static str>| {
        move |bench: &mut Bench| {
            bench.press("'x y\n'");
            let message = message.unwrap_or_default().to_owned();
            if message.is_empty() {
                bench.host(ToUi::Incomplete);
            } else {
                bench.host(ToUi::Invalid { line: 1, column: 3, message });
            }
        }
    };
    differ("an error", &plain, answer(None), answer(Some("invalid syntax")));
}
