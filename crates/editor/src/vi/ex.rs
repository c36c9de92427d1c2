//! Commands by name: `:w`, `:s`, `:d` and the like.

use super::operator::Region;
use super::{Outcome, Vi, line};
use crate::text::Text;

mod global;
mod lines;
mod range;

use range::Address;

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

type Split = fn(&str) -> (&str, Option<&str>);

type Run = fn(&mut Vi, &mut Text, &Line) -> Outcome;

/// One command.
#[derive(Clone, Copy)]
pub struct Command {
    /// Its whole name.
    pub name: &'static str,
    /// How short it may be written.
    pub least: usize,
    /// What it does.
    pub doc: &'static str,
    /// Splits its argument from the next command, behind a `|`.
    split: Split,
    run: Run,
}

const fn row(name: &'static str, least: usize, doc: &'static str, run: Run) -> Command {
    Command { name, least, doc, split: split_bar, run }
}

/// A command whose argument is other commands, or keys.
const fn whole(command: Command) -> Command {
    Command { split: |rest: &str| (rest, None), ..command }
}

/// All commands.
pub static COMMANDS: &[Command] = &[
    Command {
        split: super::substitute::split_bar,
        ..row("substitute", 1, "replaces a pattern: `:s/pattern/string/flags`", |vi, text, line| {
            vi.substitute(line, text)
        })
    },
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
    whole(row("normal", 4, "types keys, in each line of a range", |vi, text, line| vi.ex_normal(line, text))),
    whole(row("global", 1, "runs a command in lines that match: `:g/pattern/command`", |vi, text, line| {
        vi.ex_global(line, text)
    })),
    whole(row("vglobal", 1, "runs a command in lines that do not match", |vi, text, line| {
        vi.ex_global(line, text)
    })),
    row("sort", 3, "sorts lines; `!` backwards, `u` once each, `n` by number", |vi, text, line| {
        vi.ex_sort(line, text)
    }),
    row("mark", 2, "marks a line", |vi, text, line| vi.ex_mark(line, text)),
    row("k", 1, "marks a line", |vi, text, line| vi.ex_mark(line, text)),
    row("undo", 1, "undoes", |vi, text, line| line.alone().unwrap_or_else(|| vi.undo(1, text))),
    row("redo", 3, "redoes", |vi, text, line| line.alone().unwrap_or_else(|| vi.redo(1, text))),
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
    Outcome::Write { path: path.to_owned(), text: written, overwrite: line.bang, quit }
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
        Some('s' | 'd') if letters > 1 && find(&rest[..letters]).is_none() => 1,
        _ if letters > 0 => letters,
        Some('&') if rest.starts_with("&&") => 2,
        Some(c) => c.len_utf8(),
        None => 0,
    };
    rest.split_at(taken)
}

/// Splits a command's argument from the command behind the first `|` without a backslash.
pub fn split_bar(rest: &str) -> (&str, Option<&str>) {
    let bar = rest.match_indices('|').find(|(at, _)| !rest[..*at].ends_with('\\'));
    bar.map_or((rest, None), |(at, _)| (&rest[..at], Some(&rest[at + 1..])))
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
            [.., one, other] => (at(one), at(other)),
        };
        if first > last {
            return Err(Outcome::Say("the range goes backwards".into()));
        }
        let last = if name.is_empty() { last.min(rows - 1) } else { last };
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
        let (rest, next) = (command.split)(rest);
        let above = addresses.last().is_some_and(|address| address.row < 0);
        let line = Line { rows: (first, last), given: addresses.len(), above, bang, name, rest };
        match ((command.run)(self, text, &line), next) {
            (Outcome::Done, Some(next)) => Ok(self.ex(next, text)),
            (outcome, _) => Ok(outcome),
        }
    }

    fn addresses<'a>(&self, source: &'a str, text: &Text) -> Result<(Vec<Address>, &'a str, usize), String> {
        let marks = |name| self.memory.marks.get(text.as_str(), name);
        range::read(source, text.as_str(), text.cursor(), &marks, self.memory.search.as_ref())
    }

    pub(super) fn rows_region(line: &Line, text: &Text) -> Region {
        let string = text.as_str();
        Region::lines(string, line::nth(string, line.rows.0), line::nth(string, line.rows.1))
    }
}
