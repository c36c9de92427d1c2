//! What terminals do to the rows on them when they get another size.

/// Whether a terminal re-wraps its rows when it gets another width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reflow {
    /// Rows are cut at the edge, or stay as they are.
    None,
    /// Rows that are too long go on in further rows, and are joined again later.
    #[default]
    Wrap,
}

impl Reflow {
    /// What a terminal does, by the values of `TERM` and, for those that say `xterm` but
    /// are not, of `XTERM_VERSION`, which only xterm sets.
    ///
    /// xterm, the Linux console and GNU screen never re-wrap; nearly all others do.
    /// screen inside tmux calls itself `screen` too, as does tmux by default: `TMUX` tells.
    pub fn of(term: &str, variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let inside_screen = term.starts_with("screen") && is_set("STY");
        let plain_screen = term.starts_with("screen") && !is_set("TMUX");
        let other =
            ["linux", "vt100", "vt220", "rxvt", "Eterm", "cons25"].iter().any(|name| term.starts_with(name));
        if inside_screen || plain_screen || other || (term.starts_with("xterm") && is_set("XTERM_VERSION")) {
            Self::None
        } else {
            Self::Wrap
        }
    }
}
