//! How vi behaves where vim itself can be set.

/// How text is indented, filled and searched, and what Backspace may remove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of vim's, and stands by itself")]
pub struct Options {
    /// The columns of one level of indentation.
    pub shift_width: usize,
    /// The columns that `gq` fills lines to; 0 is the width of vim's screen, less one.
    pub text_width: usize,
    /// Whether Backspace, `C-W` and `C-U` may go beyond where the insertion began.
    /// Vim's own default is not to.
    pub free_backspace: bool,
    /// Whether a new line begins with the indentation of the one above.
    pub auto_indent: bool,
    /// Whether patterns match letters of either case.
    pub ignore_case: bool,
    /// Whether a pattern with an upper-case letter matches exactly all the same.
    pub smart_case: bool,
    /// Whether a search goes around the ends of the text.
    pub wrap_scan: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            shift_width: 4,
            text_width: 0,
            free_backspace: false,
            auto_indent: false,
            ignore_case: false,
            smart_case: false,
            wrap_scan: true,
        }
    }
}

impl Options {
    /// The pattern, with what tells that case does not count.
    pub(super) fn cased(&self, pattern: &str) -> String {
        let exact = self.smart_case && pattern.contains(char::is_uppercase);
        if self.ignore_case && !exact { format!("\\c{pattern}") } else { pattern.to_owned() }
    }

    /// The columns that `gq` fills lines to.
    pub(super) fn fill_width(&self) -> usize {
        if self.text_width == 0 { 79 } else { self.text_width }
    }
}
