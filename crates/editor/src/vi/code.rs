//! Keys as characters, so that pending commands, macros and registers are plain strings.
//!
//! Invariant: `decode(encode(key)) == key` for every key that can be encoded,
//! and characters stand for themselves.

use crate::key::{Code, Key};

/// Escape.
pub const ESCAPE: char = '\x1b';
/// Enter.
pub const ENTER: char = '\r';
/// Backspace; `C-H` is a character of its own and means the same.
pub const BACKSPACE: char = '\u{F700}';
/// The arrow keys, and the other keys that type nothing, live in the private use area.
pub const LEFT: char = '\u{F701}';
#[allow(missing_docs, reason = "the names say it")]
pub const RIGHT: char = '\u{F702}';
#[allow(missing_docs, reason = "the names say it")]
pub const UP: char = '\u{F703}';
#[allow(missing_docs, reason = "the names say it")]
pub const DOWN: char = '\u{F704}';
#[allow(missing_docs, reason = "the names say it")]
pub const HOME: char = '\u{F705}';
#[allow(missing_docs, reason = "the names say it")]
pub const END: char = '\u{F706}';
#[allow(missing_docs, reason = "the names say it")]
pub const DELETE: char = '\u{F707}';
#[allow(missing_docs, reason = "the names say it")]
pub const INSERT: char = '\u{F708}';

const NAMED: &[(Code, char)] = &[
    (Code::Enter, ENTER),
    (Code::Tab, '\t'),
    (Code::Backspace, BACKSPACE),
    (Code::Delete, DELETE),
    (Code::Insert, INSERT),
    (Code::Escape, ESCAPE),
    (Code::Left, LEFT),
    (Code::Right, RIGHT),
    (Code::Up, UP),
    (Code::Down, DOWN),
    (Code::Home, HOME),
    (Code::End, END),
];

/// The character that stands for a key; `None` for keys that mean nothing to vi.
pub fn encode(key: Key) -> Option<char> {
    match key.code {
        _ if key.alt => None,
        Code::Char(c) if key.ctrl => control(c),
        Code::Char(c) => Some(c),
        _ if key.ctrl || key.shift => None,
        code => NAMED.iter().find(|(named, _)| *named == code).map(|(_, c)| *c),
    }
}

/// Whether it stands for a key that types no character.
pub fn is_named(c: char) -> bool {
    c == ESCAPE || (BACKSPACE..=INSERT).contains(&c)
}

fn control(c: char) -> Option<char> {
    match c {
        ' ' | '@' => Some('\0'),
        'a'..='z' | 'A'..='Z' | '['..='_' => Some(char::from(c as u8 & 0x1f)),
        _ => None,
    }
}

/// The key that a character stands for.
pub fn decode(c: char) -> Key {
    if let Some((code, _)) = NAMED.iter().find(|(_, named)| *named == c) {
        return Key::plain(*code);
    }
    match c {
        '\0' => Key::ctrl(' '),
        '\x01'..='\x1a' => Key::ctrl(char::from(c as u8 | 0x60)),
        '\x1c'..='\x1f' => Key::ctrl(char::from(c as u8 | 0x40)),
        _ => Key::char(c),
    }
}

/// How documentation spells a sequence: printable characters as they are, the rest as `<ctrl-v>`.
pub fn spell(keys: &str) -> String {
    let one = |c: char| match decode(c) {
        key if key.types().is_some_and(|c| c != ' ') => c.to_string(),
        key => format!("<{key}>"),
    };
    keys.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_survive_the_way_there_and_back() {
        for name in ["a", "escape", "ctrl-v", "ctrl-]", "enter", "left", "ctrl-space", "é", "backspace"] {
            let key: Key = name.parse().unwrap();
            assert_eq!(decode(encode(key).unwrap()), key, "{name}");
        }
        assert_eq!(encode("alt-x".parse().unwrap()), None);
        assert_eq!(spell("g\x01"), "g<ctrl-a>");
    }
}
