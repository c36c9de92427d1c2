//! The types that a setting may have.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value as files, menus and keyword arguments give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Value {
    Flag(bool),
    Number(u32),
    Word(String),
}

impl fmt::Display for Value {
    /// As it would stand in the TOML file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(word) => write!(f, "{}", toml_edit::Value::from(word.as_str())),
        }
    }
}

/// A type that a setting may have.
pub trait Field: Sized {
    /// What values it takes, in words.
    const EXPECTED: &'static str;
    /// The words it takes, when they are a closed set.
    const CHOICES: &'static [&'static str] = &[];
    /// As a value.
    fn get(&self) -> Value;
    /// From a value; `None` when it does not fit.
    fn from_value(value: &Value) -> Option<Self>;
}

impl Field for bool {
    const EXPECTED: &'static str = "true or false";
    fn get(&self) -> Value {
        Value::Flag(*self)
    }
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Flag(flag) = value { Some(*flag) } else { None }
    }
}

impl Field for u32 {
    const EXPECTED: &'static str = "a whole number, 0 or more";
    fn get(&self) -> Value {
        Value::Number(*self)
    }
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Number(number) = value { Some(*number) } else { None }
    }
}

impl Field for String {
    const EXPECTED: &'static str = "a text";
    fn get(&self) -> Value {
        Value::Word(self.clone())
    }
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Word(word) = value { Some(word.clone()) } else { None }
    }
}
