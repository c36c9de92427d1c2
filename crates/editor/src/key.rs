//! Keys as values, and the one spelling that config, help and docs share.
//!
//! Canonical form, which the decoder must deliver and every table relies on:
//! `Ctrl`+letter is the lower-case letter with `ctrl`; `Shift`+letter is the
//! upper-case letter without `shift`; `Ctrl-I`, `Ctrl-M` and `Ctrl-[` are Tab,
//! Enter and Escape even where the terminal tells them apart; NUL is `ctrl-space`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What was pressed, apart from its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Code {
    Char(char),
    Enter,
    Tab,
    Backspace,
    Delete,
    Insert,
    Escape,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// One key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// `Ctrl` and a character.
    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }
    }

    /// `Alt` (Meta, or an Escape before) and a character.
    pub const fn alt(c: char) -> Self {
        Self { alt: true, ..Self::char(c) }
    }

    /// The same key with `Alt`.
    #[must_use]
    pub const fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// The character that this key types by itself, if it types one.
    pub fn types(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("escape", Code::Escape),
    ("left", Code::Left),
    ("right", Code::Right),
    ("up", Code::Up),
    ("down", Code::Down),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("space", Code::Char(' ')),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (on, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if on {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "f{n}"),
            _ => Ok(()),
        }
    }
}

impl FromStr for Key {
    type Err = String;

    /// Reads `ctrl-x`, `alt-enter`, `shift-left`, `f3`, `a`, `ctrl-space`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (mut key, mut rest) = (Key::plain(Code::Escape), text);
        while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match modifier {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(format!("unknown modifier {modifier:?} in key {text:?}")),
            }
            rest = after;
        }
        key.code = code(rest).ok_or_else(|| format!("unknown key {text:?}"))?;
        Ok(key)
    }
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Some(Code::Char(c)),
        _ => NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code).or_else(|| {
            let n = name.strip_prefix('f')?.parse().ok()?;
            (1..=24).contains(&n).then_some(Code::F(n))
        }),
    }
}

/// Reads a sequence: keys separated by spaces, `ctrl-x ctrl-e`.
pub fn sequence(text: &str) -> Result<Vec<Key>, String> {
    let keys: Vec<Key> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    if keys.is_empty() { Err("an empty key sequence".into()) } else { Ok(keys) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_read_back() {
        for name in
            ["a", "A", "-", "ctrl--", "ctrl-x", "alt-enter", "ctrl-alt-y", "shift-tab", "f12", "ctrl-space"]
        {
            let key: Key = name.parse().unwrap();
            assert_eq!(key.to_string(), name);
        }
        assert_eq!(sequence("ctrl-x ctrl-e"), Ok(vec![Key::ctrl('x'), Key::ctrl('e')]));
        for bad in ["", "hyper-x", "f99", "ctrl-"] {
            assert!(sequence(bad).is_err(), "{bad:?}");
        }
    }
}
