//! Roles: what a piece of the screen *is*; themes say how it looks.

use ratatui_core::style::{Color, Modifier, Style};

/// Part of the text that plays one role. Spans are sorted and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the text.
    pub range: std::ops::Range<usize>,
    /// What it is.
    pub role: Role,
}

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Role {
    Text,
    Prompt,
    Keyword,
    Builtin,
    Definition,
    Decorator,
    String,
    /// The braces, conversion and format of an f-string's field.
    Interpolation,
    Number,
    Comment,
    Operator,
    Constant,
    Error,
    Suggestion,
    Selection,
    MatchingBracket,
    SearchMatch,
    Menu,
    MenuSelected,
    MenuMatch,
    MenuDetail,
    Signature,
    CurrentParameter,
    Documentation,
    Message,
    StatusBar,
    StatusBarStrong,
}

/// How roles look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    /// No colour at all: bold, underline and reverse only.
    pub monochrome: bool,
}

impl Theme {
    /// The style of a role, from the terminal's own 16 colours.
    pub fn style(&self, role: Role) -> Style {
        let style = sixteen(role);
        if self.monochrome { Style { fg: None, bg: None, ..style } } else { style }
    }
}

fn sixteen(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Text | Role::Operator | Role::Menu | Role::Documentation => plain,
        Role::Prompt | Role::StatusBarStrong => plain.add_modifier(Modifier::BOLD),
        Role::Keyword => plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
        Role::Builtin | Role::Signature => plain.fg(Color::Cyan),
        Role::Definition => plain.fg(Color::Blue),
        Role::Decorator | Role::Number | Role::Constant => plain.fg(Color::Magenta),
        Role::String => plain.fg(Color::Green),
        Role::Interpolation => plain.fg(Color::Yellow),
        Role::Comment | Role::Suggestion | Role::MenuDetail | Role::StatusBar => plain.fg(Color::DarkGray),
        Role::Error | Role::Message => plain.fg(Color::Red),
        Role::Selection | Role::MenuSelected => plain.add_modifier(Modifier::REVERSED),
        Role::MatchingBracket => plain.fg(Color::Green).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::SearchMatch => plain.fg(Color::Yellow).add_modifier(Modifier::REVERSED),
        Role::MenuMatch | Role::CurrentParameter => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
    }
}
