//! Select Graphic Rendition: styles as escape sequences, and back.

use std::fmt::Write;

use ratatui_core::style::{Color, Modifier, Style};

mod depth;
mod parse;

pub use depth::{Depth, rgb};
pub use parse::{Look, Run, apply, runs};

/// What a modifier is switched on and off with.
const SWITCHES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Appends the shortest sequence that turns one style into another; nothing for equal ones.
/// Fields that a style leaves open count as the terminal's own.
pub fn change(from: Style, to: Style, out: &mut String) {
    let (from, to) = (Full::from(from), Full::from(to));
    if from == to {
        return;
    }
    if to == Full::PLAIN {
        out.push_str("\x1b[m");
        return;
    }
    let (mut anew, mut step) = (String::from(";"), String::new());
    Full::PLAIN.step(to, &mut anew);
    from.step(to, &mut step);
    let shorter = if from == Full::PLAIN || step.len() < anew.len() { &step } else { &anew };
    out.push_str("\x1b[");
    out.push_str(shorter.strip_suffix(';').unwrap_or(shorter));
    out.push('m');
}

/// A style without open fields.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Full {
    fg: Color,
    bg: Color,
    modifiers: Modifier,
}

impl From<Style> for Full {
    fn from(style: Style) -> Self {
        let numbered = |color: Color| depth::index(color).map_or(color, Color::Indexed);
        Self {
            fg: style.fg.map_or(Color::Reset, numbered),
            bg: style.bg.map_or(Color::Reset, numbered),
            modifiers: style.add_modifier - style.sub_modifier,
        }
    }
}

impl Full {
    const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifiers: Modifier::empty() };

    /// Appends parameters, each with a semicolon behind it.
    fn step(self, to: Self, out: &mut String) {
        let mut on = self.modifiers;
        for (modifier, _, off) in SWITCHES {
            if on.contains(modifier) && !to.modifiers.contains(modifier) {
                parameter(off, out);
                // One number switches off two: 22 bold and dim, 25 both blinks.
                SWITCHES.iter().filter(|switch| switch.2 == off).for_each(|switch| on.remove(switch.0));
            }
        }
        for (modifier, code, _) in SWITCHES {
            if to.modifiers.contains(modifier) && !on.contains(modifier) {
                parameter(code, out);
            }
        }
        if self.fg != to.fg {
            color(to.fg, 30, out);
        }
        if self.bg != to.bg {
            color(to.bg, 40, out);
        }
    }
}

fn parameter(number: u8, out: &mut String) {
    let _ = write!(out, "{number};");
}

/// A colour's parameters; `base` is 30 for the foreground, 40 for the background.
fn color(color: Color, base: u8, out: &mut String) {
    match color {
        Color::Reset => parameter(base + 9, out),
        Color::Rgb(r, g, b) => drop(write!(out, "{};2;{r};{g};{b};", base + 8)),
        color => match depth::index(color) {
            Some(low @ 0..8) => parameter(base + low, out),
            Some(bright @ 8..16) => parameter(base + 60 + bright - 8, out),
            Some(index) => drop(write!(out, "{};5;{index};", base + 8)),
            None => {}
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: Style, to: Style, expected: &str) {
        let mut out = String::new();
        change(from, to, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn the_shortest_change_is_written() {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        check(plain, plain.fg(Color::Reset), "");
        check(plain, plain.fg(Color::Red), "\x1b[31m");
        check(plain.fg(Color::Red), plain, "\x1b[m");
        check(plain.fg(Color::Red), plain.fg(Color::LightBlue), "\x1b[94m");
        check(bold.fg(Color::Red), bold.fg(Color::Green), "\x1b[32m");
        check(bold.fg(Color::Red), plain.fg(Color::Red), "\x1b[22m");
        check(bold.fg(Color::Red).bg(Color::Blue), bold, "\x1b[;1m");
        check(bold, plain.add_modifier(Modifier::DIM), "\x1b[;2m");
        check(plain, plain.fg(Color::Rgb(1, 2, 3)).bg(Color::Indexed(200)), "\x1b[38;2;1;2;3;48;5;200m");
    }

    #[test]
    fn whatever_is_written_reads_back() {
        let styles: Vec<_> =
            [Color::Reset, Color::Cyan, Color::Gray, Color::Indexed(99), Color::Rgb(9, 8, 7)]
                .into_iter()
                .flat_map(|color| {
                    SWITCHES.map(|(modifier, ..)| Style::new().fg(color).bg(color).add_modifier(modifier))
                })
                .collect();
        for &from in &styles {
            for &to in &styles {
                let mut text = String::new();
                change(Style::new(), from, &mut text);
                text.push('a');
                change(from, to, &mut text);
                text.push('b');
                let last = runs(&text).pop().expect("a run");
                assert!(Full::from(last.style) == Full::from(to), "{from:?} to {to:?}: {text:?}");
            }
        }
    }
}
