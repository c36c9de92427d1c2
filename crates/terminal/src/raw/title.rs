//! The title of the terminal's window: ours for a while, its own again afterwards.
//!
//! The terminal keeps its own on a stack (XTWINOPS 22 and 23), since it does not tell it.

const PUSH: &str = "\x1b[22;0t";
const POP: &str = "\x1b[23;0t";

/// What the title is to be, and what it is. Empty for the terminal's own.
#[derive(Debug, Default)]
pub struct Title {
    wanted: String,
    shown: String,
}

impl Title {
    /// What it is to be from the next change on, but for control characters; `false` when
    /// it was wanted already.
    pub fn want(&mut self, title: &str) -> bool {
        let printable = || title.chars().filter(|c| !c.is_control());
        let new = printable().ne(self.wanted.chars());
        if new {
            self.wanted = printable().collect();
        }
        new
    }

    /// Sequences that make it so; none when it is.
    pub fn change(&mut self) -> String {
        let before = std::mem::replace(&mut self.shown, self.wanted.clone());
        match (before.as_str(), self.wanted.as_str()) {
            (before, wanted) if before == wanted => String::new(),
            (_, "") => POP.into(),
            ("", wanted) => format!("{PUSH}\x1b]2;{wanted}\x1b\\"),
            (_, wanted) => format!("\x1b]2;{wanted}\x1b\\"),
        }
    }

    /// Sequences that bring back the terminal's own until the next change; none where it is there.
    pub fn put_aside(&mut self) -> &'static str {
        if std::mem::take(&mut self.shown).is_empty() { "" } else { POP }
    }

    /// Sequences that bring back the terminal's own, if it has ours or is to have it.
    pub fn restore(&self) -> &'static str {
        if self.shown.is_empty() && self.wanted.is_empty() { "" } else { POP }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminals_own_title_is_kept_once_and_brought_back_once() {
        let mut title = Title::default();
        let mut check = |wanted: &str, expected: &str| {
            title.want(wanted);
            assert_eq!(title.change(), expected, "{wanted:?}");
        };
        check("", "");
        check("one", "\x1b[22;0t\x1b]2;one\x1b\\");
        check("one", "");
        check("t\x07wo", "\x1b]2;two\x1b\\");
        check("", "\x1b[23;0t");
    }

    #[test]
    fn a_shell_in_between_has_its_own_title() {
        let mut title = Title::default();
        assert_eq!(title.put_aside(), "");
        title.want("one");
        assert_eq!(title.change(), "\x1b[22;0t\x1b]2;one\x1b\\");
        assert_eq!((title.put_aside(), title.put_aside()), (POP, ""));
        assert_eq!(title.change(), "\x1b[22;0t\x1b]2;one\x1b\\");
    }
}
