//! Objects, motions, and the character or line that is typed behind keys.

use super::{Reader, Stop};
use crate::vi::command::{Move, Typed};
use crate::vi::motion::MOTIONS;
use crate::vi::object::{OBJECTS, Object};
use crate::vi::table::{Argument, Found, Keys, find};
use crate::vi::{code, digraph};

impl Reader<'_> {
    pub(super) fn object(&mut self) -> Result<(&'static Object, bool), Stop> {
        let around = self.next()? == 'a';
        let mut begins = self.rest.is_empty();
        match self.row(OBJECTS, &mut begins) {
            Some(object) => Ok((object, around)),
            None if begins => Err(Stop::More),
            None => Err(Stop::Bad),
        }
    }

    pub(super) fn motion(&mut self, begins: &mut bool) -> Result<Option<Move>, Stop> {
        let before = self.rest;
        let Some(motion) = self.row(MOTIONS, begins) else { return Ok(None) };
        let keys = before[..before.len() - self.rest.len()].to_owned();
        let typed = self.argument(motion.argument, &keys)?;
        Ok(Some(Move { motion, keys, typed }))
    }

    pub(super) fn row<R: Keys>(&mut self, rows: &'static [R], begins: &mut bool) -> Option<&'static R> {
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

    pub(super) fn argument(&mut self, argument: Argument, keys: &str) -> Result<Typed, Stop> {
        match argument {
            Argument::None => Ok(Typed::default()),
            Argument::Char => {
                let char = match keys {
                    "r" | "gr" => self.literal(true)?,
                    "f" | "F" | "t" | "T" => self.literal(false)?,
                    _ => Some(self.next()?).filter(|c| *c != '\x1b').ok_or(Stop::Bad)?,
                };
                Ok(Typed { char, ..Typed::default() })
            }
            Argument::Line => {
                let prompt = keys.chars().next().unwrap_or(':');
                let line = self.line.ok_or(Stop::Line(prompt))?.to_owned();
                Ok(Typed { line, ..Typed::default() })
            }
        }
    }

    /// A character, or what `C-K` makes of the next ones, or `C-V` behind `r`.
    pub(super) fn literal(&mut self, quotes: bool) -> Result<char, Stop> {
        match self.next()? {
            '\x16' if quotes => {
                let keys: Vec<char> = self.rest.chars().collect();
                let (with, left) = digraph::literal(&keys).ok_or(Stop::More)?;
                let late = left.map_or(0, char::len_utf8);
                self.rest = &self.rest[self.rest.len() - late..];
                with.chars().next().ok_or(Stop::Bad)
            }
            '\x0b' => {
                let first = self.next()?;
                if code::is_named(first) {
                    return Err(Stop::Bad);
                }
                let second = self.next()?;
                if code::is_named(second) { Err(Stop::Bad) } else { Ok(digraph::look_up(first, second)) }
            }
            c if code::is_named(c) => Err(Stop::Bad),
            c => Ok(c),
        }
    }
}
