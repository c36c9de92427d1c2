//! What keys do in the pager: `less`'s, with the arrows.

use crate::key::Key;

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// So many rows down.
    Rows(isize),
    /// So many halves of a screen down.
    Halves(isize),
    Top,
    End,
    /// So many halves of the width to the right.
    Aside(isize),
    Wrap,
    Follow,
    /// Type what to look for; backwards.
    Search(bool),
    /// Look for it again; in the other direction.
    Again(bool),
    Save,
    Leave,
}

const ROWS: &[(&str, Verb, &str)] = &[
    ("q, Q, escape, ctrl-c, ctrl-g", Verb::Leave, "q leave"),
    ("space, f, pagedown, ctrl-v, ctrl-f", Verb::Halves(2), "Space more"),
    ("/", Verb::Search(false), "/ search"),
    ("n", Verb::Again(false), ""),
    ("N", Verb::Again(true), ""),
    ("?", Verb::Search(true), ""),
    ("G, >, end, alt->", Verb::End, "G end"),
    ("g, <, home, alt-<", Verb::Top, ""),
    ("s", Verb::Save, "s save"),
    ("w", Verb::Wrap, "w wrap"),
    ("F", Verb::Follow, "F follow"),
    ("down, j, enter, ctrl-n, ctrl-e, ctrl-j", Verb::Rows(1), ""),
    ("up, k, ctrl-p, ctrl-y", Verb::Rows(-1), ""),
    ("b, pageup, alt-v, ctrl-b", Verb::Halves(-2), ""),
    ("d, ctrl-d", Verb::Halves(1), ""),
    ("u, ctrl-u", Verb::Halves(-1), ""),
    ("right, l", Verb::Aside(1), ""),
    ("left, h", Verb::Aside(-1), ""),
];

/// The keys of the pager, for the reference.
pub const KEYS: &[(&str, &str)] = &[
    ("space, pagedown; b, pageup; d; u", "A screen down; up; half a screen down; up."),
    ("down, j, enter; up, k", "A row down; up."),
    ("g; G", "To the start; to the end."),
    ("/; ?; n; N", "Look for a text; backwards; again; in the other direction."),
    ("w; left, right", "Wrap long lines or not; scroll aside, without wrapping."),
    ("F", "Stay at the end while the text grows."),
    ("s", "Save the text to a file."),
    ("q, escape, ctrl-c", "Leave; what was seen stays on the screen."),
];

impl Verb {
    /// What a key does.
    pub fn of(key: Key) -> Option<Self> {
        let name = key.to_string();
        let row = ROWS.iter().find(|row| row.0.split(", ").any(|key| key == name));
        row.map(|row| row.1)
    }
}

/// What the last row of the page says.
pub fn hints() -> Vec<&'static str> {
    hinted().map(|row| row.2).collect()
}

/// What one of the hints is about.
pub fn verb_of_hint(number: usize) -> Option<Verb> {
    hinted().nth(number).map(|row| row.1)
}

fn hinted() -> impl Iterator<Item = &'static (&'static str, Verb, &'static str)> {
    ROWS.iter().filter(|row| !row.2.is_empty())
}
