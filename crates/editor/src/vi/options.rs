//! How vi behaves where vim itself can be set.

/// How text is indented and what Backspace may remove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The columns of one level of indentation.
    pub shift_width: usize,
    /// Whether Backspace, `C-W` and `C-U` may go beyond where the insertion began.
    /// Vim's own default is not to.
    pub free_backspace: bool,
    /// Whether a new line begins with the indentation of the one above.
    pub auto_indent: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { shift_width: 4, free_backspace: false, auto_indent: false }
    }
}
