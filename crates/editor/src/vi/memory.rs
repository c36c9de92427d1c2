//! What outlives a command.

use super::{find, mark, register, repeat, search, substitute, visual};

/// What outlives a command.
#[derive(Debug, Default)]
pub struct Memory {
    pub registers: register::Registers,
    pub marks: mark::Marks,
    pub find: Option<find::Find>,
    pub search: Option<search::Search>,
    pub substitution: Option<substitute::Substitution>,
    pub repeat: Option<repeat::Repeat>,
    pub visual: Option<visual::Last>,
    /// How much was selected when a command was last applied to a selection.
    pub extent: Option<repeat::Extent>,
    /// The keys of the last insertion.
    pub inserted: String,
    /// The column that `j` and `k` aim at; `None` is where the cursor is.
    pub want: Option<usize>,
    /// The register that `@@` runs.
    pub macro_name: Option<char>,
    /// Lines typed at a prompt, oldest first.
    pub lines: Vec<(char, String)>,
}
