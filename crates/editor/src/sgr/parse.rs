//! Text with escape sequences -> runs of one style. Whatever else a terminal would
//! obey is dropped, so that nobody's text can damage the screen.

use std::sync::Arc;

use ratatui_core::style::{Color, Modifier, Style};
use vte::{Params, Parser, Perform};

/// How text looks: its style, and where it links to (OSC 8).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// Colours and modifiers.
    pub style: Style,
    /// The parameters and the address, as they came.
    pub link: Option<Arc<str>>,
}

impl Look {
    /// Takes an OSC's parameters: `8`, the link's own, the address.
    pub fn osc(&mut self, params: &[&[u8]]) {
        let [b"8", own, address @ ..] = params else { return };
        let address = address.join(&b';');
        let link = format!("{};{}", String::from_utf8_lossy(own), String::from_utf8_lossy(&address));
        self.link = (!address.is_empty() && !link.contains(char::is_control)).then(|| link.into());
    }
}

/// Text of one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Run {
    pub text: String,
    pub style: Style,
}

/// Splits text at its changes of style. Newlines and tabs stay in it.
pub fn runs(text: &str) -> Vec<Run> {
    let mut reader = Reader::default();
    Parser::new().advance(&mut reader, text.as_bytes());
    reader.runs.push(reader.current);
    reader.runs.retain(|run| !run.text.is_empty());
    reader.runs
}

#[derive(Default)]
struct Reader {
    runs: Vec<Run>,
    current: Run,
}

impl Perform for Reader {
    fn print(&mut self, char: char) {
        self.current.text.push(char);
    }

    fn execute(&mut self, byte: u8) {
        if matches!(byte, b'\n' | b'\t') {
            self.current.text.push(byte.into());
        }
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], _: bool, action: char) {
        if action == 'm' && intermediates.is_empty() {
            let before = std::mem::take(&mut self.current);
            self.current.style = apply(before.style, params);
            self.runs.push(before);
        }
    }
}

/// The style after an SGR sequence.
pub fn apply(mut style: Style, params: &Params) -> Style {
    let mut params = params.iter();
    while let Some(param) = params.next() {
        style = match param {
            [38] => extended(&mut params).map_or(style, |color| style.fg(color)),
            [48] => extended(&mut params).map_or(style, |color| style.bg(color)),
            [38, rest @ ..] => colon(rest).map_or(style, |color| style.fg(color)),
            [48, rest @ ..] => colon(rest).map_or(style, |color| style.bg(color)),
            [4, 0] => remove(style, Modifier::UNDERLINED),
            [code, ..] => simple(style, *code),
            [] => style,
        };
    }
    style
}

fn simple(style: Style, code: u16) -> Style {
    match code {
        0 => Style::new(),
        22 => remove(style, Modifier::BOLD | Modifier::DIM),
        25 => remove(style, Modifier::SLOW_BLINK | Modifier::RAPID_BLINK),
        21 => style.add_modifier(Modifier::UNDERLINED),
        30..=37 => style.fg(Color::Indexed((code - 30) as u8)),
        40..=47 => style.bg(Color::Indexed((code - 40) as u8)),
        90..=97 => style.fg(Color::Indexed((code - 82) as u8)),
        100..=107 => style.bg(Color::Indexed((code - 92) as u8)),
        39 => style.fg(Color::Reset),
        49 => style.bg(Color::Reset),
        _ => switch(style, code),
    }
}

fn switch(style: Style, code: u16) -> Style {
    for (modifier, on, off) in super::SWITCHES {
        if code == u16::from(on) {
            return style.add_modifier(modifier);
        }
        if code == u16::from(off) {
            return remove(style, modifier);
        }
    }
    style
}

fn remove(style: Style, modifier: Modifier) -> Style {
    Style { add_modifier: style.add_modifier - modifier, ..style }
}

/// `38;5;n` and `38;2;r;g;b`: the colour is in the parameters that follow.
fn extended<'a>(params: &mut impl Iterator<Item = &'a [u16]>) -> Option<Color> {
    let mut next = || params.next().and_then(|param| param.first()).copied();
    match next()? {
        5 => byte(next()?).map(Color::Indexed),
        2 => Some(Color::Rgb(byte(next()?)?, byte(next()?)?, byte(next()?)?)),
        _ => None,
    }
}

/// `38:5:n`, `38:2:r:g:b` and, as the standard has it, `38:2:space:r:g:b`.
fn colon(rest: &[u16]) -> Option<Color> {
    match *rest {
        [5, index] => byte(index).map(Color::Indexed),
        [2, r, g, b] | [2, _, r, g, b, ..] => Some(Color::Rgb(byte(r)?, byte(g)?, byte(b)?)),
        _ => None,
    }
}

fn byte(number: u16) -> Option<u8> {
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Style)]) {
        let found = runs(text);
        let found: Vec<_> = found.iter().map(|run| (run.text.as_str(), run.style)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn colours_stay_and_the_rest_goes() {
        let plain = Style::new();
        check("plain\n\ttext", &[("plain\n\ttext", plain)]);
        check("\x1b[31mred\x1b[0m not", &[("red", plain.fg(Color::Indexed(1))), (" not", plain)]);
        check("\x1b[38;5;99;1mx", &[("x", plain.fg(Color::Indexed(99)).add_modifier(Modifier::BOLD))]);
        check("\x1b[48:2::1:2:3mx", &[("x", plain.bg(Color::Rgb(1, 2, 3)))]);
        check("\x1b[38;2;1;2;3mx", &[("x", plain.fg(Color::Rgb(1, 2, 3)))]);
        check("a\x1b[2J\x1b[H\x1b[?1049h\x1b]0;title\x07\x1bcb\r\x08\x07", &[("ab", plain)]);
        check("\x1bP1$r\x1b\\x\x1b[999", &[("x", plain)]);
        check("\x1b[38;5;999mx\x1b[>4m", &[("x", plain)]);
    }
}
