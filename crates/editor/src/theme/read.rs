//! Reads a theme's TOML. What is wrong is told, one sentence each, and the rest counts.

use ratatui_core::style::{Color, Modifier, Style};
use toml_edit::{Item, Key, TableLike};

use super::{Role, Theme};
use crate::nearest::hint;

/// Something wrong in a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where the key begins that it is told of: a byte of the text that was parsed.
    pub at: usize,
    /// One sentence.
    pub message: String,
}

/// The theme of a table, and what is wrong there; the rest counts. What it leaves out stays as in `base`.
pub fn theme(table: &dyn TableLike, base: Theme) -> (Theme, Vec<Fault>) {
    let mut reader = Reader { colors: Colors::of(table), theme: base, faults: Vec::new() };
    reader.read(table);
    (reader.theme, reader.faults)
}

struct Reader<'a> {
    colors: Colors<'a>,
    theme: Theme,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn read(&mut self, table: &dyn TableLike) {
        for (key, item) in table.iter() {
            match (key, item.as_table_like()) {
                ("colors", Some(own)) => self.each(own, |_, name, item| own_color(name, item)),
                ("roles", Some(own)) => self.each(own, Self::role),
                ("background", _) => {
                    let done = self.background(item);
                    self.tell(table, key, done);
                }
                ("colors" | "roles", None) => self.tell(table, key, Err(format!("{key}: expected a table"))),
                _ => self.tell(table, key, Err(format!("{key}: a theme has background, colors and roles"))),
            }
        }
    }

    fn each(&mut self, table: &dyn TableLike, read: fn(&mut Self, &str, &Item) -> Result<(), String>) {
        for (name, item) in table.iter() {
            let done = read(self, name, item);
            self.tell(table, name, done);
        }
    }

    fn tell(&mut self, table: &dyn TableLike, key: &str, done: Result<(), String>) {
        let at = table.key(key).and_then(Key::span).map_or(0, |span| span.start);
        self.faults.extend(done.err().map(|message| Fault { at, message }));
    }

    fn background(&mut self, item: &Item) -> Result<(), String> {
        let found = self.colors.find(word("background", item)?);
        self.theme.background = Some(found.map_err(|error| format!("background: {error}"))?);
        Ok(())
    }

    fn role(&mut self, name: &str, item: &Item) -> Result<(), String> {
        let &role = Role::ALL.iter().find(|role| role.name() == name).ok_or_else(|| no_role(name))?;
        let name = format!("roles.{name}");
        let style = self.colors.style(word(&name, item)?);
        self.theme.styles[role as usize] = style.map_err(|error| format!("{name}: {error}"))?;
        Ok(())
    }
}

fn own_color(name: &str, item: &Item) -> Result<(), String> {
    let name = format!("colors.{name}");
    let word = word(&name, item)?;
    color(word).map(drop).ok_or_else(|| format!("{name}: {}", no_color(word)))
}

fn no_role(name: &str) -> String {
    format!("roles.{name}: no such role{}", hint(name, Role::ALL.iter().map(|role| role.name())))
}

fn no_color(name: &str) -> String {
    format!("no colour is called {name:?}")
}

fn word<'a>(name: &str, item: &'a Item) -> Result<&'a str, String> {
    item.as_str().ok_or_else(|| format!("{name}: expected a text"))
}

/// The theme's own names for colours.
struct Colors<'a>(Option<&'a dyn TableLike>);

impl<'a> Colors<'a> {
    fn of(theme: &'a dyn TableLike) -> Self {
        Self(theme.get("colors").and_then(Item::as_table_like))
    }

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
        color(own.unwrap_or(name)).ok_or_else(|| no_color(name))
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
