//! Reads a theme's TOML. The first thing that is wrong is told in one sentence.

use ratatui_core::style::{Color, Modifier, Style};
use toml_edit::{Document, Item, TableLike};

use super::{Role, Theme};
use crate::nearest::hint;

/// The theme of a text; roles that it leaves out stay as in `base`.
pub fn theme(text: &str, base: Theme) -> Result<Theme, String> {
    let document = Document::parse(text).map_err(|error| error.message().replace('\n', ", "))?;
    let colors = Colors(document.get("colors").and_then(Item::as_table_like));
    let mut theme = base;
    for (key, item) in document.iter() {
        match key {
            "background" => theme.background = Some(colors.find(word(key, item)?)?),
            "colors" => {}
            "roles" => roles(item, &colors, &mut theme)?,
            other => return Err(format!("{other}: a theme has background, colors and roles")),
        }
    }
    Ok(theme)
}

fn roles(item: &Item, colors: &Colors<'_>, theme: &mut Theme) -> Result<(), String> {
    let table = item.as_table_like().ok_or("roles: expected a table")?;
    for (name, item) in table.iter() {
        let role = Role::ALL.iter().find(|role| role.name() == name);
        let &role = role.ok_or_else(|| no_role(name))?;
        let style = colors.style(word(name, item)?);
        theme.styles[role as usize] = style.map_err(|error| format!("roles.{name}: {error}"))?;
    }
    Ok(())
}

fn no_role(name: &str) -> String {
    format!("roles.{name}: no such role{}", hint(name, Role::ALL.iter().map(|role| role.name())))
}

fn word<'a>(name: &str, item: &'a Item) -> Result<&'a str, String> {
    item.as_str().ok_or_else(|| format!("{name}: expected a text"))
}

/// The theme's own names for colours.
struct Colors<'a>(Option<&'a dyn TableLike>);

impl Colors<'_> {
    /// `pink on black bold`.
    fn style(&self, text: &str) -> Result<Style, String> {
        let mut style = Style::new();
        let mut words = text.split_whitespace();
        while let Some(word) = words.next() {
            style = match (word, modifier(word)) {
                ("on", _) => style.bg(self.find(words.next().ok_or("a colour is missing behind `on`")?)?),
                (_, Some(modifier)) => style.add_modifier(modifier),
                (color, None) => style.fg(self.find(color)?),
            };
        }
        Ok(style)
    }

    fn find(&self, name: &str) -> Result<Color, String> {
        let own = self.0.and_then(|colors| colors.get(name)).and_then(Item::as_str);
        color(own.unwrap_or(name)).ok_or_else(|| format!("no colour is called {name:?}"))
    }
}

fn modifier(word: &str) -> Option<Modifier> {
    Some(match word {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underline" => Modifier::UNDERLINED,
        "reverse" => Modifier::REVERSED,
        "strike" => Modifier::CROSSED_OUT,
        _ => return None,
    })
}

/// `#rrggbb`, a number among the 256, or the usual name of one of the 16.
fn color(word: &str) -> Option<Color> {
    const NAMES: [&str; 8] = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
    if word == "default" {
        return Some(Color::Reset);
    }
    if let Some(digits) = word.strip_prefix('#') {
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6)?;
        return Some(Color::Rgb((number >> 16) as u8, (number >> 8) as u8, number as u8));
    }
    let (bright, name) = word.strip_prefix("bright-").map_or((0, word), |name| (8, name));
    let named = NAMES.iter().position(|other| *other == name).map(|index| index as u8 + bright);
    named.or_else(|| word.parse().ok()).map(Color::Indexed)
}
