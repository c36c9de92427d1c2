//! Themes of a person's own: `[themes.NAME]` holds what a theme's file does.

use std::collections::BTreeMap;

use toml_edit::{Document, Key};

use super::places::line;
use crate::settings::Problem;
use crate::sgr::Depth;
use crate::theme::{self, Theme};

/// The theme that is chosen by the terminal's background.
pub const AUTO: &str = "auto";

/// Each theme by its name, in all its colours.
#[derive(Debug, Clone, Default)]
pub struct Themes {
    own: BTreeMap<String, Theme>,
}

impl Themes {
    /// Adds the themes of a text, which is the document's.
    pub(super) fn read(&mut self, text: &str, document: &Document<&str>) -> Vec<Problem> {
        let Some(themes) = document.get("themes") else { return Vec::new() };
        let Some(table) = themes.as_table_like() else {
            let at = document.key("themes").and_then(Key::span).map_or(0, |span| span.start);
            return vec![Problem { line: line(text, at), message: "themes: expected a table".into() }];
        };
        let mut problems = Vec::new();
        for (name, item) in table.iter() {
            let told =
                |at, message| Problem { line: line(text, at), message: format!("themes.{name}: {message}") };
            let Some(own) = item.as_table_like() else {
                let at = table.key(name).and_then(Key::span).map_or(0, |span| span.start);
                problems.push(told(at, "expected a table".into()));
                continue;
            };
            let (theme, faults) = Theme::of(own);
            self.own.insert(name.to_owned(), theme);
            problems.extend(faults.into_iter().map(|fault| told(fault.at, fault.message)));
        }
        problems
    }

    /// The theme of a name, one's own first; else one sentence that names those there are.
    pub fn find(&self, name: &str, depth: Depth) -> Result<Theme, String> {
        match self.own.get(name) {
            Some(theme) => Ok(theme.clone().at(depth)),
            None => Theme::named(name, depth),
        }
    }

    /// All names: `auto`, one's own, then the built-in ones.
    pub fn names(&self) -> Vec<&str> {
        let mut names = vec![AUTO];
        names.extend(self.own.keys().map(String::as_str));
        names.extend(theme::names().map(|name| -> &str { name }));
        names
    }
}

#[cfg(test)]
mod tests {
    use ratatui_core::style::Color;

    use super::*;
    use crate::configuration::Configuration;
    use crate::theme::Role;

    #[test]
    fn a_theme_of_the_configuration_counts_as_a_built_in_one() {
        let text =
            "[themes.mine]\nbackground = \"#000000\"\n[themes.mine.roles]\nkeyword = \"#ff0000 bold\"\n";
        let (all, problems) = Configuration::of([text]);
        assert_eq!(problems, []);
        let theme = all.themes.find("mine", Depth::True).unwrap();
        assert_eq!(theme.style(Role::Keyword).fg, Some(Color::Rgb(255, 0, 0)));
        assert!(all.themes.find("nord", Depth::True).is_ok());
        assert_eq!(all.themes.names()[..3], ["auto", "mine", "terminal"]);
    }
}
