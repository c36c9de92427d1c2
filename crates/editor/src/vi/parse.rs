//! From the pending keys to a command.
//!
//! The whole of the pending keys is parsed again at each key, so there is no state
//! to keep: they ask for more, mean nothing, or are a command.

use super::action::{Action, NORMAL, VISUAL};
use super::motion::{MOTIONS, Motion};
use super::object::{OBJECTS, Object};
use super::operator::{OPERATORS, Operator};
use super::register;
use super::table::{Argument, Found, Keys, find};

/// A whole command, which can be run again.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// The register that was named.
    pub register: Option<char>,
    /// The counts that were typed, multiplied.
    pub count: Option<usize>,
    /// What to do.
    pub verb: Verb,
}

/// What a command does.
#[derive(Debug, Clone, PartialEq)]
pub enum Verb {
    /// Moves the cursor.
    Move(Move),
    /// Applies an operator.
    Operate(Operator, Option<Force>, Scope),
    /// Extends the selection by an object; the flag is for `a`.
    Select(&'static Object, bool),
    /// Anything else.
    Act(&'static Action, Typed),
}

/// A motion with what was typed for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Which motion.
    pub motion: &'static Motion,
    /// The keys it was called by.
    pub keys: String,
    /// What was typed after them.
    pub typed: Typed,
}

/// What was typed after the keys of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    /// The character, or NUL.
    pub char: char,
    /// The line, or nothing.
    pub line: String,
}

/// What an operator is applied to.
#[derive(Debug, Clone, PartialEq)]
pub enum Scope {
    /// From the cursor to where a motion ends.
    Move(Move),
    /// A text object; the flag is for `a`.
    Object(&'static Object, bool),
    /// From the cursor to where a `:` line leaves it.
    Line(String),
    /// The line, when the operator is typed twice.
    Lines,
    /// The selection.
    Selection,
}

/// `v`, `V` or `C-V` between operator and motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Force {
    Chars,
    Lines,
    Block,
}

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

    fn object(&mut self) -> Result<(&'static Object, bool), Stop> {
        let around = self.next()? == 'a';
        let mut begins = self.rest.is_empty();
        match self.row(OBJECTS, &mut begins) {
            Some(object) => Ok((object, around)),
            None if begins => Err(Stop::More),
            None => Err(Stop::Bad),
        }
    }

    fn motion(&mut self, begins: &mut bool) -> Result<Option<Move>, Stop> {
        let before = self.rest;
        let Some(motion) = self.row(MOTIONS, begins) else { return Ok(None) };
        let keys = before[..before.len() - self.rest.len()].to_owned();
        let typed = self.argument(motion.argument, &keys)?;
        Ok(Some(Move { motion, keys, typed }))
    }

    fn row<R: Keys>(&mut self, rows: &'static [R], begins: &mut bool) -> Option<&'static R> {
        match find(rows, self.rest) {
            Found::Row(row, length) => {
                self.rest = &self.rest[length..];
                Some(row)
            }
            Found::Begins => {
                *begins = true;
                None
            }
            Found::Nothing => None,
        }
    }

    fn argument(&mut self, argument: Argument, keys: &str) -> Result<Typed, Stop> {
        match argument {
            Argument::None => Ok(Typed::default()),
            Argument::Char => Ok(Typed { char: self.literal()?, ..Typed::default() }),
            Argument::Line => {
                let prompt = keys.chars().next().unwrap_or(':');
                let line = self.line.ok_or(Stop::Line(prompt))?.to_owned();
                Ok(Typed { line, ..Typed::default() })
            }
        }
    }

    /// A character, or what `C-V` or `C-K` make of the next ones.
    fn literal(&mut self) -> Result<char, Stop> {
        match self.next()? {
            '\x16' => {
                let keys: Vec<char> = self.rest.chars().collect();
                let (with, left) = super::digraph::literal(&keys).ok_or(Stop::More)?;
                let late = left.map_or(0, char::len_utf8);
                self.rest = &self.rest[self.rest.len() - late..];
                with.chars().next().ok_or(Stop::Bad)
            }
            '\x0b' => {
                let (first, second) = (self.next()?, self.next()?);
                Ok(super::digraph::look_up(first, second))
            }
            '\x1b' => Err(Stop::Bad),
            c => Ok(c),
        }
    }
}
