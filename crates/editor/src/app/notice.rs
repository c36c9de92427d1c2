//! One sentence below the input.

use super::App;

/// A sentence, and how long it stays.
#[derive(Debug)]
pub struct Notice {
    pub text: String,
    /// It stays until the text is edited; else until the next key.
    pub until_edit: bool,
}

impl App {
    /// Shows a sentence until the next key.
    pub(super) fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), until_edit: false });
    }
}
