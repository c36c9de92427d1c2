//! From the pending keys to a command.
//!
//! The whole of the pending keys is parsed again at each key, so there is no state
//! to keep: they ask for more, mean nothing, or are a command.

use super::action::{NORMAL, VISUAL};
use super::command::{Command, Force, Scope, Verb};
use super::operator::{OPERATORS, Operator};
use super::register;

mod target;

/// Why there is no command yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// More keys are needed.
    More,
    /// A line is to be typed; this is its prompt.
    Line(char),
    /// No command begins like this.
    Bad,
}

/// Parses the pending keys; `line` is the line that was typed for them. What is left belongs to
/// the next command.
pub fn parse<'a>(pending: &'a str, line: Option<&'a str>, visual: bool) -> Result<(Command, &'a str), Stop> {
    let mut reader = Reader { rest: pending, line, register: None, count: None };
    reader.prefixes()?;
    let verb = reader.verb(visual)?;
    Ok((Command { register: reader.register, count: reader.count, verb }, reader.rest))
}

/// Whether there is nothing yet but a register or a count.
pub fn is_prefix(pending: &str) -> bool {
    let mut reader = Reader { rest: pending, line: None, register: None, count: None };
    reader.prefixes().is_ok() && reader.rest.is_empty()
}

struct Reader<'a> {
    rest: &'a str,
    line: Option<&'a str>,
    register: Option<char>,
    count: Option<usize>,
}

impl Reader<'_> {
    fn next(&mut self) -> Result<char, Stop> {
        let c = self.rest.chars().next().ok_or(Stop::More)?;
        self.rest = &self.rest[c.len_utf8()..];
        Ok(c)
    }

    /// Registers and counts, in any order, as often as they come.
    fn prefixes(&mut self) -> Result<(), Stop> {
        loop {
            self.number();
            let Some(rest) = self.rest.strip_prefix('"') else { return Ok(()) };
            self.rest = rest;
            self.register = Some(self.next()?).filter(|name| register::is_valid(*name));
            self.register.ok_or(Stop::Bad)?;
        }
    }

    /// A count; with one that was there already it is multiplied.
    fn number(&mut self) {
        if self.rest.starts_with('0') {
            return;
        }
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        if !number.is_empty() {
            let number = number.parse().unwrap_or(99_999_999_usize).min(99_999_999);
            self.count = Some(self.count.unwrap_or(1).saturating_mul(number));
        }
    }

    fn verb(&mut self, visual: bool) -> Result<Verb, Stop> {
        let mut begins = self.rest.is_empty();
        let actions = if visual { VISUAL } else { NORMAL };
        if let Some(action) = self.row(actions, &mut begins) {
            return Ok(Verb::Act(action, self.argument(action.argument, action.keys[0])?));
        }
        if let Some(row) = self.row(OPERATORS, &mut begins) {
            if visual {
                return Ok(Verb::Operate(row.operator, None, Scope::Selection));
            }
            return self.operator(row.operator, row.doubled);
        }
        if visual && self.rest.starts_with(['i', 'a']) {
            let (object, around) = self.object()?;
            return Ok(Verb::Select(object, around));
        }
        match self.motion(&mut begins)? {
            Some(motion) => Ok(Verb::Move(motion)),
            None if begins => Err(Stop::More),
            None => Err(Stop::Bad),
        }
    }

    /// What follows an operator.
    fn operator(&mut self, operator: Operator, doubled: &[&str]) -> Result<Verb, Stop> {
        self.number();
        let force = self.force();
        self.number();
        let mut begins = self.rest.is_empty();
        for keys in doubled {
            if let Some(rest) = self.rest.strip_prefix(keys) {
                self.rest = rest;
                return Ok(Verb::Operate(operator, force, Scope::Lines));
            }
            begins |= keys.starts_with(self.rest);
        }
        if self.rest.starts_with(['i', 'a']) {
            let (object, around) = self.object()?;
            return Ok(Verb::Operate(operator, force, Scope::Object(object, around)));
        }
        if self.rest.starts_with(':') {
            let line = self.line.ok_or(Stop::Line(':'))?.to_owned();
            return Ok(Verb::Operate(operator, force, Scope::Line(line)));
        }
        match self.motion(&mut begins)? {
            Some(motion) => Ok(Verb::Operate(operator, force, Scope::Move(motion))),
            None if begins => Err(Stop::More),
            None => Err(Stop::Bad),
        }
    }

    fn force(&mut self) -> Option<Force> {
        let mut force = None;
        while let Some(c) = self.rest.chars().next() {
            force = Some(match c {
                'v' => Force::Chars,
                'V' => Force::Lines,
                '\x16' => Force::Block,
                _ => break,
            });
            self.rest = &self.rest[1..];
        }
        force
    }
}
