//! The themes that come with the program.

/// Without any colour.
pub const MONOCHROME: &str = include_str!("../../theme/monochrome.toml");

macro_rules! themes {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../theme/", $name, ".toml")))),*]
    };
}

const THEMES: &[(&str, &str)] = themes![
    "terminal",
    "monochrome",
    "high-contrast",
    "high-contrast-light",
    "catppuccin-latte",
    "catppuccin-mocha",
    "dracula",
    "github-dark",
    "github-light",
    "gruvbox-dark",
    "gruvbox-light",
    "monokai",
    "nord",
    "one-dark",
    "one-light",
    "rose-pine",
    "rose-pine-dawn",
    "solarized-dark",
    "solarized-light",
    "tokyo-night",
];

/// Their names, the default first.
pub fn names() -> impl Iterator<Item = &'static str> {
    THEMES.iter().map(|(name, _)| *name)
}

/// The TOML of a theme.
pub fn text(name: &str) -> Option<&'static str> {
    THEMES.iter().find(|(other, _)| *other == name).map(|(_, text)| *text)
}
