//! The numeric argument: how often, or which, as a person types it before a command.

use super::Keyboard;
use crate::command::Argument;
use crate::key::{Code, Key};

/// As large as readline lets it become.
const LARGEST: u32 = 1_000_000;

/// A number that is being typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Number {
    negative: bool,
    digits: Option<u32>,
}

impl Number {
    /// One more digit, or the sign.
    fn add(&mut self, key: Key) {
        match digit(key, true) {
            Some(digit) => self.digits = Some((self.digits.unwrap_or(0) * 10 + digit).min(LARGEST)),
            None => self.negative = !self.negative,
        }
    }

    fn argument(self) -> Argument {
        let count = self.digits.unwrap_or(1).cast_signed();
        Argument { count: if self.negative { -count } else { count }, given: true }
    }
}

impl Keyboard {
    /// Adds a digit or the sign to the numeric argument.
    pub fn digit(&mut self, key: Key) {
        self.number.get_or_insert_default().add(key);
    }

    /// The numeric argument so far.
    pub fn argument(&self) -> Argument {
        self.number.map_or_else(Argument::default, Number::argument)
    }

    /// Forgets the numeric argument: a command has used it.
    pub fn use_up(&mut self) {
        self.number = None;
    }
}

/// The digit that a key is, also with Alt where that counts.
pub fn digit(key: Key, with_alt: bool) -> Option<u32> {
    match key.code {
        Code::Char(c) if !key.ctrl && (with_alt || !key.alt) => c.to_digit(10),
        _ => None,
    }
}
