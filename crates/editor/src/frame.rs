//! The screen as a value: the live region, from the prompt's first row down.

use ratatui_core::buffer::Buffer;

/// What the live region shows. The painter compares it with the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// As wide as the terminal, at most as high. Zero rows show nothing. A wide
    /// character stands in its first cell, the one behind it is blank; widths are
    /// those of ratatui's `CellWidth`.
    pub cells: Buffer,
    /// For each row: whether it runs on in the next one, as one soft-wrapped line.
    pub wrapped: Vec<bool>,
    /// Column and row of the cursor within `cells`; `None` hides it.
    pub cursor: Option<(u16, u16)>,
    /// How many of the input's rows are scrolled away; the next `Scene` wants to know.
    pub top: usize,
    /// How the cursor looks.
    pub shape: CursorShape,
    /// A page of its own on the alternate screen, rather than the live region.
    pub full: bool,
}

/// DECSCUSR's shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum CursorShape {
    /// The terminal's own.
    #[default]
    Default,
    Block,
    Underline,
    Beam,
}
