//! The key reference, made from the table of commands.

use std::fmt::Write;

use super::{Group, TABLE};
use crate::app::{COMPLETING, SEARCHING};
use crate::page::{BROWSING, PAGING};
use crate::panel::KEYS as CHOOSING;
use crate::vi;

/// What the reference says before its tables.
const INTRODUCTION: &str = "\
# Keys

Any command can be bound to other keys by its name. `alt-x` is also Escape, then `x`.
A moving key with Shift selects; typing replaces such a selection, another motion drops it.
";

/// All keys and commands, as Markdown.
pub fn reference() -> String {
    let mut page = INTRODUCTION.to_owned();
    for &group in Group::ALL {
        table(&mut page, group.title(), &["Keys", "Command", "What it does"]);
        for command in TABLE.iter().filter(|command| command.group == group) {
            row(&mut page, &[&code(command.keys), &code(command.name), command.doc]);
        }
    }
    for (title, rows) in [
        ("While searching history", SEARCHING),
        ("While candidates are shown", COMPLETING),
        ("In the history browser", BROWSING),
        ("In the pager", PAGING),
        ("In the settings menu", CHOOSING),
    ] {
        table(&mut page, title, &["Keys", "What it does"]);
        for (keys, doc) in rows {
            row(&mut page, &[&code(keys), doc]);
        }
    }
    vi(&mut page);
    page
}

/// Vi's keys, group by group.
fn vi(page: &mut String) {
    page.push_str("\n# Vi's keys\n");
    let mut group = "";
    for entry in vi::reference() {
        if entry.group != group {
            group = entry.group;
            table(page, group, &["Keys", "What they do"]);
        }
        let keys: Vec<String> = entry.keys.iter().map(|keys| quote(keys)).collect();
        row(page, &[&keys.join(", "), entry.doc]);
    }
}

fn table(page: &mut String, title: &str, columns: &[&str]) {
    let _ = write!(page, "\n## {title}\n\n");
    row(page, columns);
    row(page, &vec!["---"; columns.len()]);
}

fn row(page: &mut String, cells: &[&str]) {
    let _ = writeln!(page, "| {} |", cells.join(" | "));
}

/// Each of the sequences in backquotes.
fn code(keys: &str) -> String {
    let quoted: Vec<String> = keys.split(", ").filter(|keys| !keys.is_empty()).map(quote).collect();
    quoted.join(", ")
}

/// As code in the cell of a table.
fn quote(keys: &str) -> String {
    let keys = keys.replace('|', "\\|");
    if keys.contains('`') { format!("`` {keys} ``") } else { format!("`{keys}`") }
}
