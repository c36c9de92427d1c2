//! What is shown of vi: mode, unfinished command, cursor, selection.

use std::ops::Range;

use super::{Mode, Vi, code};
use crate::text::Text;

impl Vi {
    /// The mode, for the status bar.
    pub fn mode(&self) -> Mode {
        if self.line.is_some() { Mode::CommandLine } else { self.mode }
    }

    /// Whether the command behind `C-O` is at work, after which insert mode goes on.
    pub fn is_in_one_command(&self) -> bool {
        self.once.is_some() && self.mode() == Mode::Normal
    }

    /// The keys of the unfinished command, as they are shown.
    pub fn pending(&self) -> String {
        code::spell(&self.pending)
    }

    /// The register a macro is being recorded to.
    pub fn recording(&self) -> Option<char> {
        self.recording.as_ref().map(|(name, _)| *name)
    }

    /// The line being typed: its prompt (`:`, `/` or `?`), the text, and the cursor in bytes.
    pub fn command_line(&self) -> Option<(char, &str, usize)> {
        self.line.as_ref().map(|line| (line.prompt, &*line.text, line.cursor))
    }

    /// The cursor's shape.
    pub fn shape(&self) -> Shape {
        match self.mode() {
            _ if !self.pending.is_empty() => Shape::Underline,
            Mode::Insert | Mode::CommandLine => Shape::Bar,
            Mode::Replace => Shape::Underline,
            _ => Shape::Block,
        }
    }

    /// What is selected, as ranges of bytes from the top; empty outside of visual mode.
    pub fn selection(&self, text: &Text) -> Vec<Range<usize>> {
        if self.mode.is_visual() { self.selected(text, false).ranges(text.as_str()) } else { Vec::new() }
    }
}

/// The cursor's shape, as terminals know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Shape {
    Block,
    Bar,
    Underline,
}
