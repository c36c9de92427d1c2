//! What stands before each line of an input.

use crate::layout::Indents;
use crate::protocol::Prompt;
use crate::theme::{Role, Theme};

use super::row::{Row, wrap};

/// The prompts of one input, aligned with each other.
#[derive(Debug, Clone)]
pub struct Prompts {
    /// Rows of a primary prompt that has more than one line.
    pub above: Vec<Row>,
    first: Row,
    rest: Row,
    numbers: Option<usize>,
}

impl Prompts {
    /// Lays the prompts out for a terminal of so many columns and an input of so many
    /// lines. With `numbers`, continuation prompts number the lines.
    pub fn new(prompt: &Prompt, columns: usize, numbers: bool, lines: usize, theme: &Theme) -> Self {
        let room = columns.max(1) - 1;
        let style = theme.style(Role::Prompt);
        let mut above: Vec<_> = prompt.primary.split_inclusive('\n').collect();
        let last = if prompt.primary.ends_with('\n') { "" } else { above.pop().unwrap_or_default() };
        let above = above.concat();
        let above =
            above.strip_suffix('\n').map_or_else(Vec::new, |above| wrap(above, columns.max(1), style));
        let mut first = line(last, style);
        first.clip(room);
        let mut rest = Row::default();
        let continuation = line(&prompt.continuation, style);
        rest.pad(first.width().saturating_sub(continuation.width()), style);
        rest.cells.extend(continuation.cells);
        rest.clip(room);
        let digits = lines.max(1).ilog10() as usize + 2;
        let numbers = numbers.then(|| first.width().max(digits).min(room));
        Self { above, first, rest, numbers }
    }

    /// Cells that they take.
    pub fn indents(&self) -> Indents {
        Indents { first: self.first.width(), rest: self.numbers.unwrap_or(self.rest.width()) }
    }

    /// The prompt of a line; lines count from 0.
    pub fn of(&self, line: usize, theme: &Theme) -> Row {
        match self.numbers {
            _ if line == 0 => self.first.clone(),
            None => self.rest.clone(),
            Some(width) => {
                let number = format!("{:>1$} ", line + 1, width.saturating_sub(1));
                let mut row = Row::of(&number, theme.style(Role::LineNumber));
                row.clip(width);
                row
            }
        }
    }
}

fn line(text: &str, style: ratatui_core::style::Style) -> Row {
    let mut row = Row::default();
    for part in wrap(text, usize::MAX, style) {
        row.cells.extend(part.cells);
    }
    row
}
