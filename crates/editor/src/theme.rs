//! Roles: what a piece of the screen *is*; themes say how it looks.

use std::sync::LazyLock;

use ratatui_core::style::{Color, Style};
use toml_edit::{Document, TableLike};

use crate::nearest::hint;
use crate::protocol::Kind;
use crate::sgr::Depth;

mod built_in;
mod read;

pub use built_in::names;
pub use read::Fault;

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
        #[allow(missing_docs, reason = "the names say it")]
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
            Kind::Parameter | Kind::Text | Kind::Variable | Kind::Property => Self::Interpolation,
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
            let rest = if near.is_empty() { format!("; there are {}", names.join(", ")) } else { near };
            format!("no theme is called {name:?}{rest}")
        })?;
        Ok(Self::parse(text).0.at(depth))
    }

    /// A theme in all its colours from TOML, and what is wrong in it:
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
    pub fn of(table: &dyn TableLike) -> (Self, Vec<Fault>) {
        read::theme(table, Self::monochrome())
    }

    fn parse(text: &str) -> (Self, Vec<Fault>) {
        match Document::parse(text) {
            Ok(document) => Self::of(document.as_table()),
            Err(error) => (Self::monochrome(), vec![Fault { at: 0, message: error.message().to_owned() }]),
        }
    }

    /// The theme in the colours that a terminal has; without any it is `monochrome`.
    #[must_use]
    pub fn at(self, depth: Depth) -> Self {
        let theme = if depth == Depth::None { Self::monochrome() } else { self };
        Self { styles: theme.styles.map(|style| depth.style(style)), ..theme }
    }

    fn monochrome() -> Self {
        static MONOCHROME: LazyLock<Theme> = LazyLock::new(|| {
            let plain = Theme { styles: [Style::new(); Role::ALL.len()], background: None };
            let document = Document::parse(built_in::MONOCHROME).expect("a theme of our own");
            read::theme(document.as_table(), plain).0
        });
        MONOCHROME.clone()
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The background that the theme was made for; `None` fits any.
    pub fn background(&self) -> Option<Color> {
        self.background
    }
}

#[cfg(test)]
mod tests;
