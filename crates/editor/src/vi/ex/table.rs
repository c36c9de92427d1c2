//! The commands by name: one row each.

use super::Line;
use super::file::{read, write};
use super::split::split_bar;
use crate::text::Text;
use crate::vi::substitute;
use crate::vi::{Outcome, Vi};

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
    pub split: Split,
    pub run: Run,
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
        split: substitute::split_bar,
        ..row("substitute", 1, "replaces a pattern: `:s/pattern/string/flags`", |vi, text, line| {
            vi.substitute(line, text)
        })
    },
    Command {
        split: substitute::split_bar,
        ..row("smagic", 2, "replaces a `\\m` pattern", |vi, text, line| vi.substitute(line, text))
    },
    Command {
        split: substitute::split_bar,
        ..row("snomagic", 3, "replaces a `\\M` pattern", |vi, text, line| vi.substitute(line, text))
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
    row("@", 1, "runs the lines of a register; `:@:` the last line again", |vi, text, line| {
        vi.ex_register(line, text)
    }),
    row("sort", 3, "sorts lines; `!` backwards, `u` once each, `n` by number", |vi, text, line| {
        vi.ex_sort(line, text)
    }),
    row("mark", 2, "marks a line", |vi, text, line| vi.ex_mark(line, text)),
    row("k", 1, "marks a line", |vi, text, line| vi.ex_mark(line, text)),
    row("delmarks", 4, "removes marks; `!` all that are letters", |vi, _, line| vi.ex_delete_marks(line)),
    row("undo", 1, "undoes; with a number, goes to the text after so many changes", |vi, text, line| {
        vi.ex_undo(line, text)
    }),
    row("earlier", 2, "undoes so many changes", |vi, text, line| vi.ex_in_time(line, false, text)),
    row("later", 3, "redoes so many changes", |vi, text, line| vi.ex_in_time(line, true, text)),
    row("redo", 3, "redoes", |vi, text, line| line.alone().unwrap_or_else(|| vi.redo(1, text))),
    row("print", 1, "shows the last line of a range", |_, text, line| Vi::ex_print(line, text)),
    row("number", 2, "shows the last line of a range", |_, text, line| Vi::ex_print(line, text)),
    row("#", 1, "shows the last line of a range", |_, text, line| Vi::ex_print(line, text)),
    row("list", 1, "shows the last line of a range", |_, text, line| Vi::ex_print(line, text)),
    row("=", 1, "tells the number of a line", |_, text, line| Vi::ex_number(line, text)),
    row("set", 2, "sets an option: `sw tw ic scs ws ai`", |vi, _, line| vi.ex_set(line)),
    row("let", 3, "sets a register: `:let @a='text'`", |vi, _, line| vi.ex_let(line)),
    row("!", 1, "nothing: no shell is run here", |_, _, _| Outcome::Say("no shell is run from here".into())),
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

pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|row| name.len() >= row.least && row.name.starts_with(name))
}
