//! What keys do in the browser: one row for each thing that can be done.

use crate::key::Key;

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// So many rows, up to older entries.
    Move(isize),
    /// So many screens of the list.
    Page(isize),
    /// Mark and move on by so many rows.
    Mark(isize),
    Insert,
    Copy,
    Delete,
    /// To the lines of the entry, and back.
    Lines,
    /// All entries, this directory's, this session's.
    Scope,
    /// To the query.
    Query,
    /// One step out.
    Leave,
    /// Out.
    Close,
}

/// Keys that work everywhere; keys that work where none are typed; what they do; the hint, and
/// the one where no keys are typed.
type Row = (&'static str, &'static str, Verb, &'static str, &'static str);

const ROWS: &[Row] = &[
    ("up, ctrl-p", "k", Verb::Move(1), "", "j k move"),
    ("down, ctrl-n", "j", Verb::Move(-1), "", ""),
    ("pageup, alt-v", "ctrl-u, ctrl-b", Verb::Page(1), "", ""),
    ("pagedown, ctrl-v", "ctrl-d, ctrl-f", Verb::Page(-1), "", ""),
    ("alt-<, ctrl-home", "g, home", Verb::Move(isize::MAX), "", ""),
    ("alt->, ctrl-end", "G, end", Verb::Move(-isize::MAX), "", ""),
    ("enter, ctrl-j", "", Verb::Insert, "Enter insert", "Enter insert"),
    ("ctrl-g, ctrl-c, f3", "q", Verb::Close, "^G close", "q close"),
    ("tab, ctrl-space", "space", Verb::Mark(1), "Tab mark", "Space mark"),
    ("shift-tab", "", Verb::Mark(-1), "", ""),
    ("ctrl-o", "l, h", Verb::Lines, "^O lines", "l lines"),
    ("ctrl-r", "s", Verb::Scope, "^R scope", "s scope"),
    ("alt-d", "d, x, delete", Verb::Delete, "M-d delete", "d delete"),
    ("alt-w", "y", Verb::Copy, "M-w copy", "y copy"),
    ("", "/, i", Verb::Query, "", "/ query"),
    ("escape", "", Verb::Leave, "", ""),
];

/// The keys of the browser, for the reference.
pub const KEYS: &[(&str, &str)] = &[
    ("letters", "Look for entries that have every word, or its letters."),
    (
        "up, ctrl-p; down, ctrl-n",
        "An older entry; a newer one. `pageup`, `pagedown`, `alt-<`, `alt->` go further.",
    ),
    ("enter", "Insert what is marked, in the order of the marks, or what is selected."),
    ("tab, ctrl-space; shift-tab", "Mark and go on to the older entry; to the newer one."),
    ("ctrl-o", "Go to the lines of the entry, to mark some of them; and back."),
    ("ctrl-r", "List all entries; this directory's; this session's."),
    ("alt-d", "Delete what is marked or selected, also from the file."),
    ("alt-w", "Copy it."),
    (
        "escape, ctrl-g, ctrl-c, f3",
        "Close. With vi's keys, Escape first ends the typing of a query: then `j k g G`, `space`, `l`, `s`, `d`, `y`, `/` and `q` work.",
    ),
];

impl Verb {
    /// What a key does; `typing` when letters are typed.
    pub fn of(key: Key, typing: bool) -> Option<Self> {
        let name = key.to_string();
        let holds = |keys: &str| keys.split(", ").any(|key| key == name);
        let commands = ROWS.iter().find(|row| !typing && holds(row.1));
        commands.or_else(|| ROWS.iter().find(|row| holds(row.0))).map(|row| row.2)
    }
}

/// What the last row of the page says; `typing` when letters are typed.
pub fn hints(typing: bool) -> Vec<&'static str> {
    hinted(typing).map(|(hint, _)| hint).collect()
}

/// What one of the hints is about.
pub fn verb_of_hint(typing: bool, number: usize) -> Option<Verb> {
    hinted(typing).nth(number).map(|(_, verb)| verb)
}

fn hinted(typing: bool) -> impl Iterator<Item = (&'static str, Verb)> {
    let each = ROWS.iter().map(move |row| (if typing { row.3 } else { row.4 }, row.2));
    each.filter(|(hint, _)| !hint.is_empty())
}
