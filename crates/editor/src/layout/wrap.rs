//! What an input is wrapped by.

/// Cells that the prompts take: at most one less than the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Indents {
    /// Before the first line.
    pub first: usize,
    /// Before the others.
    pub rest: usize,
}

impl Indents {
    /// Before a line, which counts from 0.
    pub fn of(self, line: usize) -> usize {
        if line == 0 { self.first } else { self.rest }
    }
}

/// What an input is wrapped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrap {
    /// The terminal's width in cells.
    pub columns: usize,
    /// Those that the prompts take.
    pub indents: Indents,
}

impl Default for Wrap {
    /// Not at all.
    fn default() -> Self {
        Self { columns: usize::MAX, indents: Indents::default() }
    }
}
