//! Pages over the prompt, and the session's file.

use super::Bench;
use crate::event::{Effect, Event, Place, Saved};
use crate::protocol::{NewPage, ToHost, ToUi};

#[test]
fn the_session_goes_to_a_file() {
    let mut bench = Bench::new(&[]);
    bench.press("ctrl-x ctrl-s");
    assert_eq!(bench.screen().last().unwrap(), "Nothing was run yet.");
    for input in ["'a=1' enter", "'def f():' enter 'pass' alt-enter"] {
        bench.press(input).host(ToUi::Accepted).ready(Some(true));
    }
    bench.effects.clear();
    bench.press("ctrl-x ctrl-s 'a.py'");
    assert_eq!(bench.screen().last().unwrap(), "Write this session to: a.py");
    bench.press("enter");
    let save = |overwrite| Effect::Save {
        path: "a.py".into(),
        text: "a=1\ndef f():\n    pass\n\n".into(),
        overwrite,
    };
    bench.event(Event::Saved(Saved::Exists)).press("'y'").event(Event::Saved(Saved::Written(22)));
    let saves = bench.effects.iter().filter(|effect| matches!(effect, Effect::Save { .. }));
    assert_eq!(saves.cloned().collect::<Vec<_>>(), [save(false), save(true)]);
    assert_eq!(bench.screen().last().unwrap(), "Wrote 22 bytes to a.py.");
    assert_eq!(bench.drawn(), "|");
}

#[test]
fn results_are_comments_in_the_file() {
    let mut bench = Bench::new(&[]);
    bench.press("'[1]' enter").host(ToUi::Accepted);
    bench.host(ToUi::Shown { text: "\x1b[31m[1,\x1b[m\n 2]".into() }).ready(Some(true));
    bench.press("'def f():' enter 'pass' alt-enter").host(ToUi::Accepted).ready(Some(true));
    for (keys, expected) in [
        ("ctrl-x s 'a' enter", "[1]\n# [1,\n#  2]\ndef f():\n    pass\n\n"),
        ("ctrl-x ctrl-s 'a' enter", "[1]\ndef f():\n    pass\n\n"),
    ] {
        bench.effects.clear();
        bench.press(keys).event(Event::Saved(Saved::Written(1)));
        let text = bench.effects.iter().find_map(|effect| match effect {
            Effect::Save { text, .. } => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(text, Some(expected), "{keys}");
    }
}

#[test]
fn a_page_covers_the_prompt() {
    let mut bench = Bench::new(&["alpha = 1", "beta = 2"]);
    bench.text("x = |").press("f3");
    assert!(bench.effects.contains(&Effect::Browse));
    bench.event(Event::Browse(Place::default())).press("up");
    assert_eq!(bench.screen().len(), 12);
    assert!(bench.app.frame().full);
    bench.press("enter");
    assert_eq!((bench.app.frame().full, bench.drawn().as_str()), (false, "x = alpha = 1|"));
    bench.press("f3").event(Event::Browse(Place::default())).press("up alt-d 'y' ctrl-g ctrl-u up");
    assert_eq!(bench.drawn(), "beta = 2|");
    assert!(bench.effects.contains(&Effect::Forget(vec!["alpha = 1".into()])));
}

#[test]
fn a_pager_takes_the_terminal_from_the_evaluation_and_gives_it_back() {
    let mut bench = Bench::new(&[]);
    bench.press("'x' enter").host(ToUi::Accepted);
    bench.effects.clear();
    let page = |text: &str| {
        ToUi::Page(NewPage { text: text.into(), python: true, more: true, ..NewPage::default() })
    };
    bench.host(page("[1,\n 2]\n"));
    assert_eq!(bench.effects, [Effect::OpenPager, Effect::Ask(ToHost::More)]);
    bench.host(ToUi::PageText { text: "3\n".into(), more: false });
    assert_eq!(bench.screen()[..3], ["[1,", " 2]", "3"]);
    bench.effects.clear();
    bench.press("'q'");
    assert_eq!(bench.effects[1..], [Effect::ClosePager]);
    assert!(matches!(&bench.effects[0], Effect::Emit(seen) if seen.lines().count() == 3));
    assert!(bench.screen().is_empty());
    bench.host(page("slow\n")).press("'q'");
    assert!(bench.effects.contains(&Effect::Interrupt), "a host that makes more is interrupted");
}
