//! Which terminals re-wrap their rows when they get another width, and in what way.

mod rows;

pub(crate) use rows::{Row, Rows};

/// How a terminal re-wraps its rows when it gets another width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reflow {
    /// Not at all: rows are cut at the edge, or stay as they are.
    Never,
    /// As one line with the rows it was wrapped into; the cursor stays at its character.
    #[default]
    Cells,
    /// As alacritty. When the terminal becomes narrower, a cursor counts columns where it leaves
    /// its row, and stays in a row whose end moves into the next one.
    Columns,
    /// As xterm.js: the line with the cursor is left to the program.
    Others,
}

impl Reflow {
    /// What a terminal does, by the value of `TERM` and by variables of the environment
    /// that only some terminals set. xterm, the Linux console and GNU screen never re-wrap.
    pub fn of(term: &str, variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let is_any = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        // A terminal inside another one inherits the variables of the outer one.
        if is_set("TMUX") || is_any(&["tmux", "screen-"]) && !is_set("STY") {
            Self::Cells
        } else if is_any(&["screen", "linux", "vt", "rxvt", "Eterm", "cons"]) || is_set("XTERM_VERSION") {
            Self::Never
        } else if is_any(&["alacritty"]) || is_set("ALACRITTY_WINDOW_ID") {
            Self::Columns
        } else if variable("TERM_PROGRAM").is_some_and(|name| name == "vscode") {
            Self::Others
        } else {
            Self::Cells
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_are_known_by_name() {
        for (term, set, expected) in [
            ("xterm-256color", vec![], Reflow::Cells),
            ("xterm-256color", vec![("XTERM_VERSION", "XTerm(379)")], Reflow::Never),
            ("xterm-256color", vec![("TERM_PROGRAM", "vscode")], Reflow::Others),
            ("xterm-256color", vec![("ALACRITTY_WINDOW_ID", "1")], Reflow::Columns),
            ("alacritty", vec![], Reflow::Columns),
            ("linux", vec![], Reflow::Never),
            ("screen", vec![("STY", "1.pts-0")], Reflow::Never),
            ("screen", vec![("TMUX", "/tmp/tmux"), ("XTERM_VERSION", "XTerm(379)")], Reflow::Cells),
            ("tmux-256color", vec![], Reflow::Cells),
            ("screen-256color", vec![], Reflow::Cells),
        ] {
            let variable = |name: &str| {
                set.iter().find(|(other, _)| *other == name).map(|(_, value)| String::from(*value))
            };
            assert_eq!(Reflow::of(term, variable), expected, "{term} {set:?}");
        }
    }
}
