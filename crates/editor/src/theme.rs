//! Roles: what a piece of the screen *is*; themes say how it looks.

use std::sync::LazyLock;

use ratatui_core::style::{Color, Style};

use crate::nearest::hint;
use crate::protocol::Kind;
use crate::sgr::Depth;

mod built_in;
mod read;

pub use built_in::names;

/// Part of the text that plays one role. Spans are sorted and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the text.
    pub range: std::ops::Range<usize>,
    /// What it is.
    pub role: Role,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal),* $(,)?) => {
        /// What a piece of the screen is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Role {
            $($(#[$doc])* $role),*
        }

        impl Role {
            /// All of them, in the enum's own order.
            pub const ALL: &[Self] = &[$(Self::$role),*];

            /// What theme files call it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$role => $name),*
                }
            }
        }
    };
}

roles! {
    Text = "text",
    Prompt = "prompt",
    LineNumber = "line-number",
    Keyword = "keyword",
    Builtin = "builtin",
    Definition = "definition",
    Decorator = "decorator",
    String = "string",
    /// The braces, conversion and format of an f-string's field.
    Interpolation = "interpolation",
    Number = "number",
    Comment = "comment",
    Operator = "operator",
    Constant = "constant",
    Error = "error",
    Suggestion = "suggestion",
    Selection = "selection",
    MatchingBracket = "matching-bracket",
    SearchMatch = "search-match",
    Menu = "menu",
    MenuSelected = "menu-selected",
    MenuMatch = "menu-match",
    MenuDetail = "menu-detail",
    Signature = "signature",
    CurrentParameter = "current-parameter",
    Documentation = "documentation",
    Heading = "heading",
    Message = "message",
    StatusBar = "status-bar",
    StatusBarStrong = "status-bar-strong",
}

impl From<Kind> for Role {
    /// The role whose colour a candidate's kind has in the menu.
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Parameter | Kind::Variable | Kind::Property => Self::Interpolation,
            Kind::Key | Kind::Path => Self::String,
            Kind::EnumMember | Kind::Constant => Self::Constant,
            Kind::Method | Kind::Function => Self::Definition,
            Kind::Class | Kind::Exception => Self::Builtin,
            Kind::Module => Self::Decorator,
            Kind::Keyword => Self::Keyword,
        }
    }
}

/// How roles look, in colours that the terminal has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; Role::ALL.len()],
    background: Option<Color>,
}

impl Default for Theme {
    /// From the terminal's own 16 colours.
    fn default() -> Self {
        static TERMINAL: LazyLock<Theme> =
            LazyLock::new(|| Theme::named("terminal", Depth::Sixteen).expect("a theme of our own"));
        TERMINAL.clone()
    }
}

impl Theme {
    /// A built-in theme, or one sentence that names those there are. A terminal without
    /// colours gets `monochrome` whatever the name.
    pub fn named(name: &str, depth: Depth) -> Result<Self, String> {
        let text = built_in::text(name).ok_or_else(|| {
            let names: Vec<_> = names().collect();
            let near = hint(name, names.iter().copied());
            format!("no theme is called {name:?}{near}; there are {}", names.join(", "))
        })?;
        Self::parse(text, depth)
    }

    /// A theme from TOML, or one sentence that tells what is wrong:
    ///
    /// ```toml
    /// background = "#282a36"          # what it was made for; not painted
    /// [colors]
    /// pink = "#ff79c6"
    /// [roles]
    /// keyword = "pink bold"           # a colour, `on` another, and modifiers
    /// menu-selected = "black on pink" # the 16 colours have their usual names
    /// ```
    ///
    /// A role that is left out looks as in `monochrome`.
    pub fn parse(text: &str, depth: Depth) -> Result<Self, String> {
        let mut theme = read::theme(built_in::MONOCHROME, Self::plain())?;
        if depth > Depth::None {
            theme = read::theme(text, theme)?;
        }
        theme.styles = theme.styles.map(|style| depth.style(style));
        Ok(theme)
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The background that the theme was made for; `None` fits any.
    pub fn background(&self) -> Option<Color> {
        self.background
    }

    fn plain() -> Self {
        Self { styles: [Style::new(); Role::ALL.len()], background: None }
    }
}

#[cfg(test)]
mod tests;
