//! Commands by name: `:w`, `:s`, `:d` and the like.

use super::operator::Region;
use super::put::Put;
use super::register::{Content, Shape};
use super::{Outcome, Vi, line};
use crate::text::Text;

mod range;

use range::Address;

/// The lines of a command, and how it was called.
pub struct Line<'a> {
    /// The first row and the last one, from 0.
    pub rows: (usize, usize),
    /// Whether rows were given, and as how many addresses.
    pub given: usize,
    /// `!` after the name.
    pub bang: bool,
    /// The name as it was typed.
    pub name: &'a str,
    /// What follows.
    pub rest: &'a str,
}

type Run = fn(&mut Vi, &mut Text, &Line) -> Outcome;

/// One command.
pub struct Command {
    /// Its whole name.
    pub name: &'static str,
    /// How short it may be written.
    pub least: usize,
    /// What it does.
    pub doc: &'static str,
    run: Run,
}

const fn row(name: &'static str, least: usize, doc: &'static str, run: Run) -> Command {
    Command { name, least, doc, run }
}

/// All commands.
pub static COMMANDS: &[Command] = &[
    row("substitute", 1, "replaces a pattern: `:s/pattern/string/flags`", |vi, text, line| {
        vi.substitute(line, text)
    }),
    row("&&", 2, "repeats the last `:s` with its flags", |vi, text, line| {
        vi.substitute_once_more(line, true, text)
    }),
    row("&", 1, "repeats the last `:s`", |vi, text, line| vi.substitute_once_more(line, false, text)),
    row("~", 1, "repeats the last `:s` with the last searched pattern", |vi, text, line| {
        vi.substitute_searched(line, text)
    }),
    row("delete", 1, "deletes lines", |vi, text, line| vi.ex_delete(line, text)),
    row("yank", 1, "yanks lines", |vi, text, line| vi.ex_yank(line, text)),
    row("put", 2, "puts a register below", |vi, text, line| vi.ex_put(line, text)),
    row("move", 1, "moves lines below another", |vi, text, line| vi.ex_move(line, text)),
    row("copy", 2, "copies lines below another", |vi, text, line| vi.ex_copy(line, text)),
    row("t", 1, "copies lines below another", |vi, text, line| vi.ex_copy(line, text)),
    row("join", 1, "joins lines", |vi, text, line| vi.ex_join(line, text)),
    row(">", 1, "indents lines", |vi, text, line| vi.ex_shift(line, true, text)),
    row("<", 1, "dedents lines", |vi, text, line| vi.ex_shift(line, false, text)),
    row("normal", 4, "types keys, in each line of a range", |vi, text, line| vi.ex_normal(line, text)),
    row("global", 1, "runs a command in lines that match: `:g/pattern/command`", |vi, text, line| {
        vi.ex_global(line, text)
    }),
    row("vglobal", 1, "runs a command in lines that do not match", |vi, text, line| vi.ex_global(line, text)),
    row("sort", 3, "sorts lines; `!` backwards, `u` once each, `n` by number", |vi, text, line| {
        vi.ex_sort(line, text)
    }),
    row("mark", 2, "marks a line", |vi, text, line| vi.ex_mark(line, text)),
    row("k", 1, "marks a line", |vi, text, line| vi.ex_mark(line, text)),
    row("undo", 1, "undoes", |vi, text, _| vi.undo(1, text)),
    row("redo", 3, "redoes", |vi, text, _| vi.redo(1, text)),
    row("registers", 3, "lists registers", |_, _, _| {
        Outcome::Say("registers are pasted with C-R and p".into())
    }),
    row("nohlsearch", 3, "nothing: matches are not lit", |_, _, _| Outcome::Done),
    row("write", 1, "writes the text, or a range of lines, to a file", |_, text, line| {
        write(line, text, false)
    }),
    row("wq", 2, "writes and quits", |_, text, line| write(line, text, true)),
    row("xit", 1, "writes and quits", |_, text, line| write(line, text, true)),
    row("read", 1, "reads a file below the line", |_, text, line| read(line, text)),
    row("edit", 1, "edits the text in $EDITOR", |_, _, _| Outcome::Edit),
    row("quit", 1, "quits", |_, _, _| Outcome::Quit),
];

fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|row| name.len() >= row.least && row.name.starts_with(name))
}

fn write(line: &Line, text: &mut Text, quit: bool) -> Outcome {
    let path = line.rest.trim();
    if path.is_empty() {
        return if quit { Outcome::Quit } else { Outcome::Say(":w needs the name of a file".into()) };
    }
    let rows: Vec<&str> = text.as_str().split('\n').collect();
    let (first, last) = if line.given > 0 { line.rows } else { (0, rows.len() - 1) };
    let written: String = rows[first..=last].iter().flat_map(|row| [*row, "\n"]).collect();
    Outcome::Write { path: path.to_owned(), text: written, quit }
}

fn read(line: &Line, text: &mut Text) -> Outcome {
    let path = line.rest.trim();
    if path.is_empty() {
        return Outcome::Say(":r needs the name of a file".into());
    }
    if line.given > 0 {
        let at = line::nth(text.as_str(), line.rows.1);
        text.set_cursor(at);
    }
    Outcome::Read(path.to_owned())
}

/// Splits the name from what follows; a name is letters, or one other character.
fn split_name(rest: &str) -> (&str, &str) {
    let rest = rest.trim_start();
    let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let taken = match rest.chars().next() {
        // `:s` and `:k` may be followed by anything at once.
        Some('k') if letters > 1 && !rest.starts_with("ke") => 1,
        Some('s') if letters > 1 && find(&rest[..letters]).is_none() => 1,
        Some('d') if letters > 1 && find(&rest[..letters]).is_none() => 1,
        _ if letters > 0 => letters,
        Some('&') if rest.starts_with("&&") => 2,
        Some(c) => c.len_utf8(),
        None => 0,
    };
    rest.split_at(taken)
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
        let rows = line::count(text.as_str());
        let here = line::row(text.as_str(), text.cursor());
        let at = |address: &Address| address.row.clamp(0, isize::MAX).unsigned_abs();
        let (first, last) = match &*addresses {
            [] => (here, here),
            [one] => (at(one), at(one)),
            [.., one, other] => (at(one).min(at(other)), at(one).max(at(other))),
        };
        if last >= rows {
            return Err(Outcome::Say("there are not so many lines".into()));
        }
        if name.is_empty() {
            if !addresses.is_empty() {
                self.memory.marks.set(text.as_str(), '`', text.cursor());
                text.set_cursor(super::motion::place_in_row(text.as_str(), last));
            }
            return Ok(Outcome::Done);
        }
        let command = find(name).ok_or_else(|| Outcome::Say(format!("there is no command {name:?}")))?;
        let bang = rest.starts_with('!');
        let rest = if bang { &rest[1..] } else { rest };
        let line = Line { rows: (first, last), given: addresses.len(), bang, name, rest };
        Ok((command.run)(self, text, &line))
    }

    fn addresses<'a>(&self, source: &'a str, text: &Text) -> Result<(Vec<Address>, &'a str, usize), String> {
        let marks = |name| self.memory.marks.get(text.as_str(), name);
        range::read(source, text.as_str(), text.cursor(), &marks, self.memory.search.as_ref())
    }

    fn rows_region(&self, line: &Line, text: &Text) -> Region {
        let string = text.as_str();
        Region::lines(string, line::nth(string, line.rows.0), line::nth(string, line.rows.1))
    }

    /// A register and a count behind the name; the count begins at the last line.
    fn register_and_count(line: &Line, text: &Text) -> (Option<char>, (usize, usize)) {
        let rest = line.rest.trim_start();
        let register = rest.chars().next().filter(|c| !c.is_ascii_digit() && super::register::is_valid(*c));
        let rest = if register.is_some() { &rest[1..] } else { rest };
        (register, counted(rest, line.rows, text))
    }

    fn ex_delete(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (register, rows) = Self::register_and_count(line, text);
        let region = self.rows_region(&Line { rows, ..*line }, text);
        text.set_cursor(region.range.start);
        self.delete(&region, register, true, text);
        Outcome::Done
    }

    fn ex_yank(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (register, rows) = Self::register_and_count(line, text);
        let region = self.rows_region(&Line { rows, ..*line }, text);
        self.memory.registers.yank(register, region.content(text.as_str()));
        Outcome::Done
    }

    fn ex_put(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let register = line.rest.trim().chars().next();
        let column = super::mark::Place::of(text.as_str(), text.cursor()).column;
        let at = super::mark::Place { row: line.rows.1, column }.offset(text.as_str());
        text.set_cursor(at);
        let Some(content) = self.register(register) else {
            return Outcome::Say("nothing in the register".into());
        };
        let lines = Content {
            shape: Shape::Lines,
            text: content.text.strip_suffix('\n').unwrap_or(&content.text).to_owned(),
        };
        let rows = lines.text.matches('\n').count() + 1;
        self.put_content(&lines, Put { after: !line.bang, count: 1, move_behind: false }, text);
        let first = line::row(text.as_str(), text.cursor());
        let at = super::motion::place_in_row(text.as_str(), first + rows - 1);
        text.set_cursor(at);
        Outcome::Done
    }

    /// The row below which lines go; `None` is above the first.
    fn destination(&self, line: &Line, text: &Text) -> Result<Option<usize>, Outcome> {
        let (addresses, ..) = self.addresses(line.rest.trim_start(), text).map_err(Outcome::Say)?;
        let address = addresses.last().ok_or_else(|| Outcome::Say("which line?".into()))?;
        let row = usize::try_from(address.row).ok();
        if row.is_some_and(|row| row >= line::count(text.as_str())) {
            return Err(Outcome::Say("there are not so many lines".into()));
        }
        Ok(row)
    }

    fn ex_copy(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let destination = match self.destination(line, text) {
            Ok(destination) => destination,
            Err(outcome) => return outcome,
        };
        let content = self.rows_region(line, text).content(text.as_str());
        self.put_rows(&content.text, destination, text);
        Outcome::Done
    }

    /// Puts lines below a row, or above the first, and the cursor on the last of them.
    fn put_rows(&mut self, lines: &str, below: Option<usize>, text: &mut Text) {
        let rows = lines.matches('\n').count() + 1;
        let at = line::nth(text.as_str(), below.unwrap_or(0));
        let (at, with) = match below {
            Some(_) => (line::end(text.as_str(), at), format!("\n{lines}")),
            None => (0, format!("{lines}\n")),
        };
        self.replace(text, at..at, &with);
        let last = below.map_or(0, |row| row + 1) + rows - 1;
        let at = super::motion::place_in_row(text.as_str(), last);
        text.set_cursor(at);
    }

    fn ex_move(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let destination = match self.destination(line, text) {
            Ok(destination) => destination,
            Err(outcome) => return outcome,
        };
        let (first, last) = line.rows;
        if destination.is_some_and(|row| (first..last).contains(&row)) {
            return Outcome::Say("lines cannot be moved into themselves".into());
        }
        if destination == Some(last) || destination.map_or(0, |row| row + 1) == first {
            text.set_cursor(super::motion::place_in_row(text.as_str(), last));
            return Outcome::Done;
        }
        let region = self.rows_region(line, text);
        let content = region.content(text.as_str());
        self.delete_lines(region.range, text);
        let rows = last - first + 1;
        let destination = destination.map(|row| if row > last { row - rows } else { row });
        self.put_rows(&content.text, destination, text);
        Outcome::Done
    }

    fn ex_join(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (first, mut last) = counted(line.rest, line.rows, text);
        if first == last {
            if line.given >= 2 || last + 1 == line::count(text.as_str()) {
                return Outcome::Bell;
            }
            last += 1;
        }
        let region = self.rows_region(&Line { rows: (first, last), ..*line }, text);
        self.join(&region, !line.bang, text);
        let at = line::first_nonblank(text.as_str(), text.cursor());
        text.set_cursor(at);
        Outcome::Done
    }

    fn ex_shift(&mut self, line: &Line, right: bool, text: &mut Text) -> Outcome {
        let arrow = if right { '>' } else { '<' };
        let rest = line.rest.trim_start_matches(arrow);
        let by = 1 + line.rest.len() - rest.len();
        let rows = counted(rest, line.rows, text);
        let region = self.rows_region(&Line { rows, ..*line }, text);
        self.shift_rows(&region, by, right, text);
        let at = super::motion::place_in_row(text.as_str(), rows.1);
        text.set_cursor(at);
        Outcome::Done
    }

    fn ex_normal(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let keys = line.rest.strip_prefix(' ').unwrap_or(line.rest);
        if line.given == 0 {
            return self.feed_all(keys, text);
        }
        for row in line.rows.0..=line.rows.1 {
            let at = line::nth(text.as_str(), row);
            text.set_cursor(at);
            self.feed_all(keys, text);
        }
        Outcome::Done
    }

    fn ex_mark(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let Some(name) = line.rest.trim().chars().next() else { return Outcome::Say("which mark?".into()) };
        self.memory.marks.set(text.as_str(), name, line::nth(text.as_str(), line.rows.1));
        Outcome::Done
    }

    /// `:g`: marks the lines first, then runs the command in those that are still there.
    fn ex_global(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let Some(separator) = line.rest.chars().next() else { return Outcome::Say("which pattern?".into()) };
        let (pattern, command) = super::search::split(&line.rest[separator.len_utf8()..], separator);
        let search = match super::search::Search::typed(separator, pattern, self.memory.search.as_ref()) {
            Ok(search) => search,
            Err(message) => return Outcome::Say(message),
        };
        let inverse = line.bang || line.name.starts_with('v');
        let (first, last) = if line.given > 0 { line.rows } else { (0, line::count(text.as_str()) - 1) };
        let rows: Vec<usize> =
            (first..=last).filter(|row| search.is_in_row(text.as_str(), *row) != inverse).collect();
        self.memory.search = Some(search);
        if rows.is_empty() {
            return Outcome::Say("pattern not found".into());
        }
        let command = command.filter(|command| !command.is_empty()).unwrap_or("");
        self.run_in(&rows, command, text)
    }

    fn run_in(&mut self, rows: &[usize], command: &str, text: &mut Text) -> Outcome {
        let names: Vec<char> = (0..rows.len()).filter_map(|i| char::from_u32(0xF_0000 + i as u32)).collect();
        for (row, name) in rows.iter().zip(&names) {
            self.memory.marks.put(*name, super::mark::Place { row: *row, column: 0 });
        }
        for name in &names {
            if let Some(at) = self.memory.marks.get(text.as_str(), *name) {
                self.memory.marks.remove(*name);
                text.set_cursor(at);
                if let Outcome::Say(message) = self.ex(command, text) {
                    return Outcome::Say(message);
                }
            }
        }
        Outcome::Done
    }

    fn ex_sort(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (first, last) = if line.given > 0 { line.rows } else { (0, line::count(text.as_str()) - 1) };
        if first == last {
            return Outcome::Done;
        }
        let region = self.rows_region(&Line { rows: (first, last), ..*line }, text);
        let mut lines: Vec<String> =
            text.as_str()[region.range.clone()].split('\n').map(str::to_owned).collect();
        let flags = line.rest;
        let number = |line: &String| {
            let digits: String =
                line.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            digits.parse::<u64>().map_or(-1, i128::from)
        };
        if flags.contains('n') {
            lines.sort_by_key(number);
        } else if flags.contains('i') {
            lines.sort_by_key(|line| line.to_lowercase());
        } else {
            lines.sort();
        }
        if line.bang {
            lines.reverse();
        }
        if flags.contains('u') {
            lines.dedup();
        }
        text.set_cursor(region.range.start);
        self.replace(text, region.range.clone(), &lines.join("\n"));
        let at = super::motion::place_in_row(text.as_str(), first);
        text.set_cursor(at);
        Outcome::Done
    }
}

/// A count behind a command: so many lines from the last one on.
fn counted(rest: &str, rows: (usize, usize), text: &Text) -> (usize, usize) {
    match rest.trim().parse::<usize>() {
        Ok(count) if count > 0 => (rows.1, (rows.1 + count - 1).min(line::count(text.as_str()) - 1)),
        _ => rows,
    }
}
