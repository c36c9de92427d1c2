//! Line addresses: `3`, `.`, `$`, `%`, `'a`, `/pattern/`, `+2`.

use crate::vi::Options;
use crate::vi::line;
use crate::vi::mark::Place;
use crate::vi::search::{Search, split};

/// One line that was given.
pub struct Address {
    /// The row from 0; -1 is above the first line.
    pub row: isize,
}

struct Reader<'a, 'm> {
    rest: &'a str,
    text: &'m str,
    cursor: usize,
    marks: &'m dyn Fn(char) -> Option<usize>,
    last: Option<&'m Search>,
    options: &'m Options,
}

/// Reads the addresses that a line begins with, and gives what follows, and the cursor,
/// which `;` moves to the line before it.
pub fn read<'a>(
    source: &'a str,
    text: &str,
    cursor: usize,
    marks: &dyn Fn(char) -> Option<usize>,
    last: Option<&Search>,
    options: &Options,
) -> Result<(Vec<Address>, &'a str, usize), String> {
    let mut reader = Reader { rest: source.trim_start(), text, cursor, marks, last, options };
    if let Some(rest) = reader.rest.strip_prefix('%') {
        let end = signed(line::count(text)) - 1;
        return Ok((vec![Address { row: 0 }, Address { row: end }], rest.trim_start(), cursor));
    }
    let addresses = reader.addresses()?;
    Ok((addresses, reader.rest, reader.cursor))
}

fn signed(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

impl Reader<'_, '_> {
    /// All addresses, between commas or semicolons; one that is left out is the cursor's line.
    fn addresses(&mut self) -> Result<Vec<Address>, String> {
        let mut addresses = Vec::new();
        loop {
            let address = self.address()?;
            let separator = self.rest.chars().next().filter(|c| matches!(c, ',' | ';'));
            if (address, separator) == (None, None) && addresses.is_empty() {
                return Ok(addresses);
            }
            let row = address.unwrap_or_else(|| signed(line::row(self.text, self.cursor)));
            addresses.push(Address { row });
            match separator {
                None => return Ok(addresses),
                Some(';') => self.go_to(row),
                Some(_) => {}
            }
            self.rest = self.rest[1..].trim_start();
        }
    }

    /// What follows a `;` is counted from the line before it.
    fn go_to(&mut self, row: isize) {
        let column = Place::of(self.text, self.cursor).column;
        let row = row.max(0).unsigned_abs().min(line::count(self.text) - 1);
        self.cursor = Place { row, column }.offset(self.text);
    }

    fn address(&mut self) -> Result<Option<isize>, String> {
        let mut row = self.base()?;
        loop {
            self.rest = self.rest.trim_start();
            let sign = match self.rest.chars().next() {
                Some('+') => 1,
                Some('-') => -1,
                Some(c) if c.is_ascii_digit() && row.is_some() => 1,
                _ => return Ok(row),
            };
            self.rest = self.rest.strip_prefix(['+', '-']).unwrap_or(self.rest);
            let n = self.number().map_or(1, signed);
            let from = row.unwrap_or_else(|| signed(line::row(self.text, self.cursor)));
            row = Some(from.saturating_add(sign * n));
        }
    }

    fn number(&mut self) -> Option<usize> {
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        number.parse().ok()
    }

    fn base(&mut self) -> Result<Option<isize>, String> {
        let Some(c) = self.rest.chars().next() else { return Ok(None) };
        if c.is_ascii_digit() {
            return Ok(self.number().map(|n| signed(n) - 1));
        }
        let behind = &self.rest[c.len_utf8()..];
        let row = match c {
            '.' => line::row(self.text, self.cursor),
            '$' => line::count(self.text) - 1,
            '\'' => {
                let name = behind.chars().next().ok_or("which mark?")?;
                self.rest = &behind[name.len_utf8()..];
                let at = (self.marks)(name).ok_or_else(|| format!("mark {name} is not set"))?;
                return Ok(Some(signed(line::row(self.text, at))));
            }
            '\\' => {
                let key = behind.chars().next().filter(|c| "/?&".contains(*c)).ok_or("which pattern?")?;
                self.rest = &behind[1..];
                return self.searched(if key == '?' { '?' } else { '/' }, "").map(Some);
            }
            '/' | '?' => {
                let (pattern, rest) = split(behind, c);
                self.rest = rest.unwrap_or("");
                return self.searched(c, pattern).map(Some);
            }
            _ => return Ok(None),
        };
        self.rest = behind;
        Ok(Some(signed(row)))
    }

    fn searched(&self, key: char, pattern: &str) -> Result<isize, String> {
        let search = Search::typed(key, pattern, self.last, self.options)?;
        let from =
            if key == '/' { line::end(self.text, self.cursor) } else { line::start(self.text, self.cursor) };
        let (at, _) = search.run(self.text, from, 1).ok_or("pattern not found")?;
        Ok(signed(line::row(self.text, at)))
    }
}
