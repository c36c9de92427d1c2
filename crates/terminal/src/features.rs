//! What a terminal can do, by its name. Asking it would mean to wait for the answer, or
//! to risk that `input()` reads it.

use editor::sgr::Depth;

/// Terminals that speak the kitty keyboard protocol and show 24-bit colours.
const MODERN: [&str; 6] = ["kitty", "ghostty", "foot", "alacritty", "rio", "contour"];

/// `TERM_PROGRAM` of those that call themselves `xterm-256color`.
const MODERN_PROGRAMS: [&str; 3] = ["WezTerm", "iTerm.app", "ghostty"];

/// What a session wants to know of its terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Features {
    /// Speaks the kitty keyboard protocol.
    pub kitty: bool,
    /// Colours that it shows.
    pub depth: Depth,
}

impl Features {
    /// From `TERM` and the variables that terminals set: `COLORTERM` and `TERM_PROGRAM`;
    /// the person's own `NO_COLOR` (no-color.org) overrides what they say.
    pub fn of(term: &str, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| variable(name).unwrap_or_default();
        let named = MODERN.iter().any(|name| term.contains(name));
        // A multiplexer passes the variables of the terminal around it on.
        let multiplexed = ["screen", "tmux"].iter().any(|name| term.starts_with(name));
        let modern = named || !multiplexed && MODERN_PROGRAMS.contains(&set("TERM_PROGRAM").as_str());
        let depth = match set("COLORTERM").as_str() {
            _ if !set("NO_COLOR").is_empty() => Depth::None,
            "truecolor" | "24bit" => Depth::True,
            _ if modern || term.contains("direct") => Depth::True,
            _ if term.contains("256") => Depth::Indexed,
            _ => Depth::Sixteen,
        };
        Self { kitty: modern, depth }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(term: &str, variables: &[(&str, &str)], kitty: bool, depth: Depth) {
        let variable = |name: &str| variables.iter().find(|row| row.0 == name).map(|row| row.1.to_owned());
        assert_eq!(Features::of(term, variable), Features { kitty, depth }, "{term} {variables:?}");
    }

    #[test]
    fn names_tell_what_a_terminal_can_do() {
        check("xterm", &[], false, Depth::Sixteen);
        check("linux", &[], false, Depth::Sixteen);
        check("xterm-256color", &[], false, Depth::Indexed);
        check("xterm-256color", &[("COLORTERM", "truecolor")], false, Depth::True);
        check("xterm-256color", &[("TERM_PROGRAM", "WezTerm")], true, Depth::True);
        check("tmux-256color", &[("TERM_PROGRAM", "WezTerm")], false, Depth::Indexed);
        check("xterm-kitty", &[], true, Depth::True);
        check("xterm-kitty", &[("NO_COLOR", "1")], true, Depth::None);
        check("xterm", &[("NO_COLOR", "")], false, Depth::Sixteen);
    }
}
