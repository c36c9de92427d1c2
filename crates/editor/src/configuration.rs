//! A person's configuration: settings, keys and themes of their own, as TOML texts say them.
//!
//! Whatever is wrong in a text is told with its line and passed over; the rest counts.

mod places;
mod themes;

use toml_edit::Document;

use crate::keyboard::Keyboard;
use crate::settings::{self, Problem, Settings};

pub use places::{Place, places};
pub use themes::{AUTO, Themes};

/// The tables that hold no settings.
pub const FOREIGN: &[&str] = &["keys", "themes"];

/// What all texts together say.
#[derive(Debug, Clone, Default)]
pub struct Configuration {
    /// The value of each setting.
    pub settings: Settings,
    /// Which keys run what.
    pub keyboard: Keyboard,
    /// Themes beside the built-in ones.
    pub themes: Themes,
}

impl Configuration {
    /// What the texts say, the later ones over the ones before, and what is wrong in which.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> (Self, Vec<(usize, Problem)>) {
        let (mut all, mut problems) = (Self::default(), Vec::new());
        for (number, text) in texts.into_iter().enumerate() {
            let Self { settings, keyboard, themes } = &mut all;
            problems.extend(read(text, settings, keyboard, themes).into_iter().map(|found| (number, found)));
        }
        (all, problems)
    }
}

/// Reads a text over what there is, and tells what is wrong in it, in the order of its lines.
pub fn read(
    text: &str,
    settings: &mut Settings,
    keyboard: &mut Keyboard,
    themes: &mut Themes,
) -> Vec<Problem> {
    let mut problems = settings::read(text, settings, FOREIGN);
    if let Ok(document) = Document::parse(text) {
        problems.extend(keyboard.read(text, &document));
        problems.extend(themes.read(text, &document));
    }
    problems.sort_by_key(|problem| problem.line);
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let (_, problems) = Configuration::of([text]);
        let told: Vec<_> = problems.iter().map(|(_, found)| (found.line, found.message.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_wrong_has_its_line_and_what_was_expected() {
        check("[keys]\n\"ctrl-x ctrl-s\" = \"undo\"\n[keys.vi-insert]\n\"j j\" = \"abort\"\n", &[]);
        check(
            "[keys]\n\"f12\" = \"undoo\"\n",
            &[(2, "keys.f12: undoo is no command (did you mean undo?); sideloop --keys lists all")],
        );
        check(
            "[input]\nmouse = 1\n[keys.vi]\n[keys.emacs]\n\"ctrl-x\" = \"undo\"\n",
            &[
                (2, "input.mouse: expected true or false, not 1"),
                (3, "keys.vi: expected emacs, vi-insert or vi-normal"),
                (5, "keys.ctrl-x: cannot be bound because ctrl-x ( runs start-kbd-macro"),
            ],
        );
        check(
            "[keys.vi-insert]\n\"j\" = \"undo\"\n\"j j\" = \"abort\"\n",
            &[(3, "keys.j j: cannot be bound because j runs undo")],
        );
        check("keys = 3\n", &[(1, "keys: expected a table")]);
        check(
            "[themes.mine.roles]\nkeyword = \"pinkish\"\n",
            &[(2, "themes.mine: roles.keyword: no colour is called \"pinkish\"")],
        );
    }

    #[test]
    fn later_texts_win() {
        let (all, problems) = Configuration::of(["[input]\nmouse = true\n", "[input]\nmouse = false\n"]);
        assert_eq!((all.settings.mouse, problems.len()), (false, 0));
    }
}
