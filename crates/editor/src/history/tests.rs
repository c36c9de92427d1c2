//! Entries, the walk through them, and what is forgotten.

use super::*;

fn history(entries: &[&str]) -> History {
    let mut history = History::default();
    for entry in entries {
        history.push(entry);
    }
    history
}

fn entry(text: &str) -> Entry {
    Entry { text: text.into(), time: 0, directory: String::new(), session: String::new(), succeeded: None }
}

#[test]
fn what_is_not_kept() {
    let mut history = history(&["a"]);
    for refused in ["a", " b", "", "\n"] {
        assert!(!history.push(refused), "{refused:?}");
    }
    assert!(history.push("b") && history.push("a"));
    assert_eq!(history.entries(), ["a", "b", "a"]);
}

#[test]
fn the_walk_keeps_the_draft_and_the_edits() {
    let mut history = history(&["one", "two"]);
    let mut text = Text::new("dra", 0);
    assert!(history.step(&mut text, Direction::Older, true));
    assert_eq!(text.as_str(), "two");
    text.insert("!");
    assert!(history.step(&mut text, Direction::Older, true));
    assert_eq!(text.as_str(), "one");
    assert!(!history.step(&mut text, Direction::Older, true));
    assert!(history.step(&mut text, Direction::Newer, true));
    assert_eq!(text.as_str(), "two!");
    assert!(history.step(&mut text, Direction::Newer, true));
    assert_eq!((text.as_str(), text.cursor()), ("dra", 0));
    assert!(!history.step(&mut text, Direction::Newer, true));
    assert_eq!(history.entries(), ["one", "two"]);
}

#[test]
fn the_walk_keeps_to_the_prefix() {
    let mut history = history(&["import a", "x", "import b", "y"]);
    let mut text = Text::new("import", 6);
    let mut seen = Vec::new();
    while history.step(&mut text, Direction::Older, true) {
        seen.push(text.as_str().to_owned());
    }
    assert_eq!(seen, ["import b", "import a"]);
}

#[test]
fn the_file_comes_before_what_was_entered_meanwhile() {
    let mut history = history(&["new"]);
    let mut text = Text::default();
    history.step(&mut text, Direction::Older, false);
    history.merge(vec![entry("a"), entry("a"), entry("b")]);
    assert_eq!(history.entries(), ["a", "b", "new"]);
    assert!(history.step(&mut text, Direction::Older, false));
    assert_eq!(text.as_str(), "b");
    history.merge(vec![entry("elsewhere")]);
    assert_eq!(history.entries().last().unwrap(), "elsewhere");
}

#[test]
fn an_entry_knows_where_it_comes_from() {
    let mut history = history(&["new"]);
    history.remembered(&Entry { time: 7, session: "own".into(), ..entry("new") });
    history.outcome(false);
    assert_eq!(history.merge(vec![Entry { time: 3, ..entry("old") }]), 1);
    let told: Vec<_> =
        (0..2).map(|index| (history.origin(index).time, history.origin(index).succeeded)).collect();
    assert_eq!((told, &*history.origin(1).session), (vec![(3, None), (7, Some(false))], "own"));
}

#[test]
fn what_is_forgotten_is_gone_wherever_it_stands() {
    let mut history = history(&["a", "secret", "a", "b", "secret"]);
    let mut text = Text::default();
    history.step(&mut text, Direction::Older, false);
    history.step(&mut text, Direction::Older, false);
    text.insert("!");
    history.step(&mut text, Direction::Newer, false);
    history.forget(&HashSet::from([digest("secret")]));
    assert_eq!((history.entries(), history.visited()), (&["a".to_owned(), "b".to_owned()][..], None));
    assert_eq!(text.as_str(), "secret");
    assert!(history.step(&mut text, Direction::Older, false));
    assert_eq!(text.as_str(), "b!");
}
