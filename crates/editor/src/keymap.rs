//! Which key sequence runs which command.
//!
//! Invariant: no bound sequence begins another one, except that `ctrl-c` runs a command
//! and begins others: those count only while something is selected.

mod read;

use std::collections::BTreeMap;
use std::ops;

use crate::command::{Command, Group, TABLE};
use crate::key::{Code, Key, sequence};
use crate::nearest::hint;

/// How a binding names what the host runs: `python:insert_date`.
const PROGRAM: &str = "python:";

/// Bound sequences.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: BTreeMap<Vec<Key>, Bound>,
    /// Names of what the host runs.
    programs: Vec<String>,
}

/// What is bound to a sequence.
#[derive(Debug, Clone, Copy)]
enum Bound {
    Command(&'static Command),
    /// Its place among the programs.
    Program(usize),
}

/// What a sequence means.
#[derive(Debug, Clone, Copy)]
pub enum Found {
    /// It runs a command.
    Command(&'static Command),
    /// It runs a motion, selecting on the way.
    Selecting(&'static Command),
    /// The host runs it; see [`Keymap::program`].
    Program(usize),
    /// It begins longer ones.
    Prefix,
    /// Nothing.
    Nothing,
}

impl Default for Keymap {
    /// Emacs's keys, as the table of commands has them.
    fn default() -> Self {
        let mut keymap = Self::empty();
        for command in TABLE {
            for keys in command.keys.split(", ").filter(|keys| !keys.is_empty()) {
                if let Ok(keys) = sequence(keys) {
                    keymap.bindings.insert(keys, Bound::Command(command));
                }
            }
        }
        keymap
    }
}

impl Keymap {
    /// Nothing is bound.
    pub fn empty() -> Self {
        Self { bindings: BTreeMap::new(), programs: Vec::new() }
    }

    /// Binds a sequence, such as `ctrl-x ctrl-e`, to a command by name, or to what the host
    /// runs, `python:NAME`. Returns the name of what it ran before. Fails, in one sentence, on
    /// an unknown key or command, or when the sequence begins another one or the other way round.
    pub fn bind(&mut self, keys: &str, name: &str) -> Result<Option<String>, String> {
        let parsed = sequence(keys)?;
        let conflict = self.bindings.iter().find(|(bound, _)| {
            bound.len() != parsed.len() && (bound.starts_with(&parsed) || parsed.starts_with(bound))
        });
        if let Some((bound, other)) = conflict {
            let other = self.name(*other);
            return Err(format!("{keys}: cannot be bound because {} runs {other}", spell(bound)));
        }
        let bound = match name.strip_prefix(PROGRAM) {
            Some(program) => self.add_program(program),
            None => Command::find(name).map(Bound::Command).ok_or_else(|| no_command(name))?,
        };
        Ok(self.bindings.insert(parsed, bound).map(|before| self.name(before)))
    }

    /// Frees a sequence. Returns the name of what it ran.
    pub fn unbind(&mut self, keys: &str) -> Result<Option<String>, String> {
        Ok(self.bindings.remove(&sequence(keys)?).map(|before| self.name(before)))
    }

    /// The sequences that run a command.
    pub fn keys_of(&self, name: &str) -> impl Iterator<Item = String> {
        self.bindings.iter().filter(move |(_, bound)| self.name(**bound) == name).map(|(keys, _)| spell(keys))
    }

    /// The name of what the host runs.
    pub fn program(&self, number: usize) -> &str {
        &self.programs[number]
    }

    fn add_program(&mut self, name: &str) -> Bound {
        let known = self.programs.iter().position(|other| other == name);
        Bound::Program(known.unwrap_or_else(|| {
            self.programs.push(name.to_owned());
            self.programs.len() - 1
        }))
    }

    fn name(&self, bound: Bound) -> String {
        match bound {
            Bound::Command(command) => command.name.to_owned(),
            Bound::Program(number) => format!("{PROGRAM}{}", self.programs[number]),
        }
    }

    /// What a sequence means; where it both runs a command and begins longer ones,
    /// `selecting` decides.
    pub fn find(&self, keys: &[Key], selecting: bool) -> Found {
        // Behind a sequence come those that it begins: each key typed asks this, so no search.
        let behind =
            || self.bindings.range::<[Key], _>((ops::Bound::Excluded(keys), ops::Bound::Unbounded)).next();
        let begins = || behind().is_some_and(|(bound, _)| bound.starts_with(keys));
        match self.bindings.get(keys) {
            Some(_) if selecting && begins() => Found::Prefix,
            Some(Bound::Command(command)) => Found::Command(command),
            Some(Bound::Program(number)) => Found::Program(*number),
            None if begins() => Found::Prefix,
            None => self.motion(keys),
        }
    }

    /// A motion's key with Shift selects.
    fn motion(&self, keys: &[Key]) -> Found {
        match keys {
            [key] if key.shift && !matches!(key.code, Code::Char(_)) => {
                match self.bindings.get(&vec![Key { shift: false, ..*key }]) {
                    Some(Bound::Command(command)) if command.group == Group::Moving => {
                        Found::Selecting(command)
                    }
                    _ => Found::Nothing,
                }
            }
            _ => Found::Nothing,
        }
    }
}

fn no_command(name: &str) -> String {
    let hint = hint(name, TABLE.iter().map(|command| command.name));
    format!("{name} is no command{hint}; sideloop --keys lists all")
}

/// A sequence as people write it.
pub fn spell(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
