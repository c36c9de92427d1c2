//! What keys are bound to by default, and what cannot be bound.

use super::*;

#[test]
fn every_key_of_the_table_is_valid_and_bound_once() {
    let mut seen = BTreeMap::new();
    for command in TABLE {
        for keys in command.keys.split(", ").filter(|keys| !keys.is_empty()) {
            let parsed = sequence(keys).unwrap();
            assert_eq!(spell(&parsed), keys);
            assert_eq!(seen.insert(parsed, command.name), None, "{keys}");
        }
        assert_eq!(Command::find(command.name).unwrap().keys, command.keys);
        assert!(command.doc.ends_with('.'), "{}", command.name);
    }
    let begun: Vec<_> =
        seen.keys().filter(|a| seen.keys().any(|b| b.len() > a.len() && b.starts_with(a))).collect();
    assert_eq!(begun, [&vec![Key::ctrl('c')]]);
}

#[test]
fn commands_are_bound_by_name_and_conflicts_are_told() {
    let mut keymap = Keymap::default();
    assert_eq!(keymap.bind("f12", "undo"), Ok(None));
    assert_eq!(keymap.bind("ctrl-t", "undo"), Ok(Some("transpose-chars".into())));
    assert_eq!(
        keymap.keys_of("undo").collect::<Vec<_>>(),
        ["ctrl-/", "ctrl-_", "ctrl-t", "ctrl-x u", "ctrl-x ctrl-u", "f12"]
    );
    for (keys, name, told) in [
        ("f12", "undoo", "undoo is no command (did you mean undo?); sideloop --keys lists all"),
        ("ctrl-x", "undo", "ctrl-x: cannot be bound because ctrl-x ( runs start-kbd-macro"),
        ("ctrl-k a", "undo", "ctrl-k a: cannot be bound because ctrl-k runs kill-line"),
        ("hyper-x", "undo", "unknown modifier \"hyper\" in key \"hyper-x\""),
    ] {
        assert_eq!(keymap.bind(keys, name), Err(told.into()));
    }
    assert_eq!(keymap.unbind("f12"), Ok(Some("undo".into())));
    assert_eq!(keymap.bind("f12", "python:greet"), Ok(None));
    assert!(matches!(keymap.find(&[Key::plain(Code::F(12))], false), Found::Program(0)));
    assert_eq!(keymap.program(0), "greet");
    assert_eq!(keymap.bind("f12", "undo"), Ok(Some("python:greet".into())));
}
