//! How one candidate of the menu looks.

use ratatui_core::style::{Modifier, Style};

use crate::protocol::Kind;
use crate::theme::{Role, Theme};

/// How one candidate looks.
pub struct Paint<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// Whether it is the selected one.
    pub selected: bool,
    /// Byte offsets of the matched letters, sorted.
    pub matched: &'a [usize],
}

impl Paint<'_> {
    /// Its blanks.
    pub fn base(&self) -> Style {
        self.theme.style(if self.selected { Role::MenuSelected } else { Role::Menu })
    }

    /// The letter at a byte offset.
    pub fn letter(&self, offset: usize) -> Style {
        if self.matched.binary_search(&offset).is_err() {
            return self.base();
        }
        let style = self.theme.style(Role::MenuMatch);
        // The match's colour is chosen for the menu's background, not for the selected one's.
        let modifiers = style.add_modifier | Modifier::BOLD;
        if self.selected { self.base().add_modifier(modifiers) } else { self.base().patch(style) }
    }

    /// What stands beside the name.
    pub fn faint(&self, role: Role) -> Style {
        let style = Style { bg: None, ..self.theme.style(role) };
        if self.selected { self.base() } else { self.base().patch(style) }
    }
}

/// A kind in a short word.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Parameter => "param",
        Kind::Key => "key",
        Kind::EnumMember => "enum",
        Kind::Text => "",
        Kind::Variable => "var",
        Kind::Property => "prop",
        Kind::Method => "meth",
        Kind::Function => "func",
        Kind::Class => "class",
        Kind::Exception => "exc",
        Kind::Module => "mod",
        Kind::Keyword => "kw",
        Kind::Constant => "const",
        Kind::Path => "path",
    }
}
