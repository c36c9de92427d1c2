//! Commands by name: `:w`, `:s`, `:d` and the like.

use super::mark::Place;
use super::operator::region::Region;
use super::register::Content;
use super::{Outcome, Vi, line, register::macros};
use crate::text::Text;

mod file;
mod global;
mod history;
mod lines;
mod moving;
mod range;
mod set;
mod show;
mod sort;
mod split;
mod table;

pub use table::COMMANDS;

use range::Address;
use split::split_name;
use table::{Command, find};

/// The lines of a command, and how it was called.
pub struct Line<'a> {
    /// The first row and the last one, from 0.
    pub rows: (usize, usize),
    /// Whether rows were given, and as how many addresses.
    pub given: usize,
    /// Line 0 was given: what comes goes above the first one.
    pub above: bool,
    /// `!` after the name.
    pub bang: bool,
    /// The name as it was typed.
    pub name: &'a str,
    /// What follows.
    pub rest: &'a str,
}

impl Line<'_> {
    /// What is said of rows where none can be given.
    fn alone(&self) -> Option<Outcome> {
        (self.given > 0).then(|| Outcome::Say("no range is allowed here".into()))
    }
}

impl Vi {
    /// Runs a line of commands.
    pub(super) fn ex(&mut self, source: &str, text: &mut Text) -> Outcome {
        let source = source.trim_start_matches([':', ' ', '\t']);
        match self.ex_line(source, text) {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn ex_line(&mut self, source: &str, text: &mut Text) -> Result<Outcome, Outcome> {
        let (addresses, rest, cursor) = self.addresses(source, text).map_err(Outcome::Say)?;
        text.set_cursor(cursor);
        let (name, rest) = split_name(rest);
        let rows = rows_of(&addresses, text)?;
        // A `|` or a comment right behind the lines: they are gone to.
        let (name, rest) = match name {
            "|" => ("", rest),
            "\"" => ("", ""),
            _ => (name, rest),
        };
        let count = line::count(text.as_str());
        if name.is_empty() {
            if !addresses.is_empty() {
                self.memory.jump_from(text.as_str(), text.cursor());
                text.set_cursor(super::motion::place_in_row(text.as_str(), rows.1.min(count - 1)));
            }
            return Ok(if rest.is_empty() { Outcome::Done } else { self.ex(rest, text) });
        }
        if rows.1 >= count {
            return Err(Outcome::Say("there are not so many lines".into()));
        }
        let command = find(name).ok_or_else(|| Outcome::Say(format!("there is no command {name:?}")))?;
        let above = addresses.last().is_some_and(|address| address.row < 0);
        let line = Line { rows, given: addresses.len(), above, bang: false, name, rest };
        Ok(self.run_command(command, &line, text))
    }

    /// Runs a command, and the one behind a `|`.
    fn run_command(&mut self, command: &Command, line: &Line, text: &mut Text) -> Outcome {
        // `:s!a!b!` is one with other separators.
        let bang = line.rest.starts_with('!') && command.name != "substitute";
        let (rest, next) = (command.split)(&line.rest[usize::from(bang)..]);
        let outcome = (command.run)(self, text, &Line { bang, rest, ..*line });
        match (outcome, next) {
            (Outcome::Done, Some(next)) => self.ex(next, text),
            (outcome, _) => outcome,
        }
    }

    /// `:@`: the lines of a register as commands.
    pub(super) fn ex_register(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let column = Place::of(text.as_str(), text.cursor()).column;
        let at = Place { row: line.rows.1, column }.offset(text.as_str());
        text.set_cursor(at);
        let name = match line.rest.trim().chars().next() {
            None | Some('@') => self.memory.macro_name,
            name => name,
        };
        let content = match name {
            // The last line is the one that says so.
            Some(':') => {
                let mut lines = self.memory.lines.iter().rev().filter(|(prompt, _)| *prompt == ':');
                lines.nth(1).map(|(_, line)| Content::chars(line.clone()))
            }
            name => name.and_then(|name| self.register(Some(name))),
        };
        let Some(content) = content else { return Outcome::Bell };
        if self.depth == macros::DEPTH {
            return Outcome::Say("a register runs itself".into());
        }
        self.memory.macro_name = name;
        self.depth += 1;
        let run = |outcome, command: &str| match outcome {
            Outcome::Done => self.ex(command, text),
            failed => failed,
        };
        let outcome = content.text.split(['\n', '\r']).fold(Outcome::Done, run);
        self.depth -= 1;
        outcome
    }

    fn addresses<'a>(&self, source: &'a str, text: &Text) -> Result<(Vec<Address>, &'a str, usize), String> {
        let marks = |name| self.memory.marks.get(text.as_str(), name);
        range::read(source, text.as_str(), text.cursor(), &marks, self.memory.search.as_ref(), &self.options)
    }

    pub(super) fn rows_region(line: &Line, text: &Text) -> Region {
        let string = text.as_str();
        Region::lines(string, line::nth(string, line.rows.0), line::nth(string, line.rows.1))
    }
}

/// The first row and the last one that the addresses name; without any, the cursor's.
fn rows_of(addresses: &[Address], text: &Text) -> Result<(usize, usize), Outcome> {
    let here = line::row(text.as_str(), text.cursor());
    let at = |address: &Address| address.row.clamp(0, isize::MAX).unsigned_abs();
    let (first, last) = match addresses {
        [] => (here, here),
        [one] => (at(one), at(one)),
        [.., one, other] => (at(one), at(other)),
    };
    if first > last { Err(Outcome::Say("the range goes backwards".into())) } else { Ok((first, last)) }
}
