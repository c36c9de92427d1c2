//! Values that the menu offers for a setting.

use crate::configuration::AUTO;
use crate::settings::{Row, Settings, Value};

/// The value behind the one in force, or before it; `None` for a text, which has no order.
pub fn next(row: &Row, settings: &Settings, themes: &[String], by: isize) -> Option<Value> {
    match (row.get)(settings) {
        Value::Flag(flag) => Some(Value::Flag(!flag)),
        Value::Number(number) => Some(Value::Number(number.saturating_add_signed(by as i32 * leap(number)))),
        Value::Word(word) if row.name == "theme" => turn(themes, &word, by),
        Value::Word(word) if row.name.ends_with("theme") => {
            turn(&themes.iter().filter(|name| *name != AUTO).collect::<Vec<_>>(), &word, by)
        }
        Value::Word(word) => turn(row.choices, &word, by),
    }
}

/// Of a closed set of words, the next one, round and round.
fn turn(words: &[impl AsRef<str>], word: &str, by: isize) -> Option<Value> {
    let length = words.len().cast_signed();
    let at = words.iter().position(|other| other.as_ref() == word).unwrap_or(0);
    let next = (at.cast_signed() + by).checked_rem_euclid(length)?;
    Some(Value::Word(words[next.cast_unsigned()].as_ref().to_owned()))
}

/// What a person typed, if the setting takes it.
pub fn read(row: &Row, text: &str) -> Option<Value> {
    let value = match (row.get)(&Settings::default()) {
        Value::Number(_) => Value::Number(text.trim().parse().ok()?),
        Value::Flag(_) => Value::Flag(text.trim().parse().ok()?),
        Value::Word(_) => Value::Word(text.to_owned()),
    };
    (row.set)(&mut Settings::default(), &value).then_some(value)
}

/// How far one step goes from a number: a tenth of its size.
fn leap(number: u32) -> i32 {
    match number {
        0..20 => 1,
        20..200 => 10,
        _ => 100,
    }
}
