//! Whatever comes in whatever order, the application stands.

use proptest::prelude::*;

use super::{Bench, entry};
use crate::command::TABLE;
use crate::event::{Effect, Event, Size, Stream};
use crate::key::{Code, Key, sequence};
use crate::protocol::{Candidate, Kind, Prompt, ToHost, ToUi};
use crate::settings::{EditingMode, Settings};

/// Any key sequence of the table, or a piece of Python typed.
fn keys() -> impl Strategy<Value = Vec<Key>> {
    let sequences = TABLE.iter().flat_map(|command| command.keys.split(", ")).filter(|keys| !keys.is_empty());
    let bound: Vec<Vec<Key>> = sequences.map(|keys| sequence(keys).unwrap()).collect();
    let pieces = ["os.pa", "if x:", "f(a, ", "'''", "é漢👩‍👩‍👧", "    ", "# no", "x = {", ")", "dwcwp", "\t"];
    let typed = |text: &str| text.chars().map(Key::char).collect::<Vec<_>>();
    let typed: Vec<Vec<Key>> = pieces.iter().map(|text| typed(text)).collect();
    let plain = [Code::Enter, Code::Tab, Code::Escape, Code::Backspace, Code::Up, Code::Down];
    let plain: Vec<Vec<Key>> = plain.iter().map(|code| vec![Key::plain(*code)]).collect();
    prop_oneof![
        2 => prop::sample::select(bound),
        3 => prop::sample::select(typed),
        3 => prop::sample::select(plain),
    ]
}

fn message() -> impl Strategy<Value = Event> {
    let candidate = |text: &str| Candidate {
        text: text.into(),
        kind: Kind::Variable,
        detail: String::new(),
        suffix: "(".into(),
        likely: 0,
    };
    let candidates = vec![candidate("path"), candidate("pathsep"), candidate("é漢")];
    let host = vec![
        ToUi::Ready { prompt: Prompt::default(), succeeded: Some(true) },
        ToUi::Ready { prompt: Prompt::default(), succeeded: Some(true) },
        ToUi::Accepted,
        ToUi::Accepted,
        ToUi::Invalid { line: 2, column: 9, message: "no".into() },
        ToUi::Incomplete,
        // The number is the last question's.
        ToUi::Completions { seq: 0, candidates },
        ToUi::Print { stream: Stream::Stderr, text: "half".into() },
    ];
    prop_oneof![
        4 => prop::sample::select(host).prop_map(Event::Host),
        1 => prop::sample::select(vec![
            Event::Paste(">>> a\n... b\nc".into()),
            Event::Paste("é".into()),
            Event::Tick,
            Event::Resize(Size { columns: 3, rows: 2 }),
            Event::Resize(Size { columns: 0, rows: 0 }),
            Event::Resize(Size { columns: 80, rows: 24 }),
            Event::History(vec![entry("import os.path"), entry("if x:\n    y")]),
            Event::Edited(Ok("edited\n".into())),
        ]),
    ]
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let pressed = keys().prop_map(|keys| keys.into_iter().map(Event::Key).collect());
    let one = prop_oneof![4 => pressed, 1 => message().prop_map(|event| vec![event])];
    prop::collection::vec(one, 1..60).prop_map(|events| events.concat())
}

fn check(mode: EditingMode, events: Vec<Event>) {
    let mut bench =
        Bench::with(Settings { editing_mode: mode, ..Settings::default() }, &["one", "two\nlines"]);
    let mut away = false;
    for event in events {
        let event = match event {
            Event::Host(ToUi::Completions { candidates, .. }) => {
                Event::Host(ToUi::Completions { seq: bench.app.assist.seq, candidates })
            }
            event => event,
        };
        let echoed = if let Event::Key(key) = event { bench.app.echoes(key) } else { None };
        let mut expected = bench.app.input.as_str().to_owned();
        let at = bench.app.input.at();
        bench.wait(3).event(event);
        if let Some(c) = echoed {
            expected.insert(at, c);
            assert_eq!((bench.app.input.as_str(), bench.app.input.at()), (expected.as_str(), at + 1));
        }
        for effect in std::mem::take(&mut bench.effects) {
            match effect {
                Effect::HandOver => assert!(!std::mem::replace(&mut away, true), "handed over twice"),
                Effect::TakeBack => assert!(std::mem::replace(&mut away, false), "taken back twice"),
                Effect::Ask(ToHost::Run { source }) => assert!(!source.trim().is_empty()),
                Effect::Emit(text) => assert!(text.ends_with('\n'), "{text:?}"),
                _ => {}
            }
        }
        let frame = bench.app.frame();
        assert!(!away || frame.cells.content.is_empty(), "drawn while away");
        if let Some((column, row)) = frame.cursor {
            assert!(column < frame.cells.area.width && row < frame.cells.area.height);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn emacs(events in events()) {
        check(EditingMode::Emacs, events);
    }

    #[test]
    fn vi(events in events()) {
        check(EditingMode::Vi, events);
    }
}
