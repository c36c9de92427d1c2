//! Text for the scrollback: highlighted, with as few escape sequences as can be.
//! Lines are not wrapped here; the terminal does that, and again when it is resized.

use ratatui_core::style::{Color, Modifier, Style};

use crate::glyph::{Glyph, glyphs};
use crate::protocol::Prompt;
use crate::sgr::{change, runs};
use crate::theme::{Role, Span, Theme};
use crate::view::Prompts;

/// An accepted input behind its prompts, as it stood on the screen. Each line ends in `\n`.
/// `mark` stands before the input and takes no room.
pub fn transcript(text: &str, spans: &[Span], prompt: &Prompt, theme: &Theme, mark: &str) -> String {
    let prompts = Prompts::new(prompt, usize::MAX, false, 1, theme);
    let mut writer = Writer::default();
    for row in &prompts.above {
        row.each(|symbol, style| writer.push(symbol, style));
        writer.newline();
    }
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        prompts.of(number, theme).each(|symbol, style| writer.push(symbol, style));
        if number == 0 {
            writer.out.push_str(mark);
        }
        let mut next = spans.partition_point(|span| span.range.end <= start);
        glyphs(line, |Glyph { offset, symbol, .. }| {
            let role = role(spans, start + offset, &mut next);
            writer.push(symbol, theme.style(role));
        });
        writer.newline();
        start += line.len() + 1;
    }
    writer.out
}

/// Text in the theme's colours, for results and tracebacks. Text that has escape
/// sequences of its own keeps its colours and gets no others.
pub fn highlight_ansi(text: &str, spans: &[Span], theme: &Theme) -> String {
    let mut writer = Writer::default();
    if text.contains('\x1b') {
        for run in runs(text) {
            writer.raw(&run.text, run.style);
        }
    } else {
        let mut at = 0;
        for span in spans {
            let start = span.range.start.min(text.len());
            let end = span.range.end.min(text.len());
            writer.raw(&text[at..start], theme.style(Role::Text));
            writer.raw(&text[start..end], theme.style(span.role));
            at = end;
        }
        writer.raw(&text[at..], theme.style(Role::Text));
    }
    writer.change(Style::new());
    writer.out
}

fn role(spans: &[Span], offset: usize, next: &mut usize) -> Role {
    while spans.get(*next).is_some_and(|span| span.range.end <= offset) {
        *next += 1;
    }
    spans.get(*next).filter(|span| span.range.start <= offset).map_or(Role::Text, |span| span.role)
}

/// Text with the escape sequences that its changes of style need.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    /// What was written.
    pub out: String,
    style: Style,
}

impl Writer {
    /// Appends text; blanks take whatever style does not show on them.
    pub fn push(&mut self, text: &str, style: Style) {
        if !(text == " " && is_invisible(self.style) && is_invisible(style)) {
            self.change(style);
        }
        self.out.push_str(text);
    }

    /// Ends the line in the terminal's own style.
    pub fn newline(&mut self) {
        self.change(Style::new());
        self.out.push('\n');
    }

    /// Changes the style of what follows.
    pub fn change(&mut self, style: Style) {
        change(self.style, style, &mut self.out);
        self.style = style;
    }

    /// Starts a link, or ends it (OSC 8).
    pub fn link(&mut self, link: Option<&str>) {
        self.out.push_str("\x1b]8;");
        self.out.push_str(link.unwrap_or(";"));
        self.out.push_str("\x1b\\");
    }

    /// Appends lines with their tabs; other control characters are spelt out.
    fn raw(&mut self, text: &str, style: Style) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.newline();
            }
            for (number, field) in line.split('\t').enumerate() {
                if number > 0 {
                    self.out.push('\t');
                }
                if field.is_empty() {
                    continue;
                }
                self.change(style);
                if field.contains(char::is_control) {
                    glyphs(field, |glyph| self.out.push_str(glyph.symbol));
                } else {
                    self.out.push_str(field);
                }
            }
        }
    }
}

/// Whether a blank in this style looks like any other.
fn is_invisible(style: Style) -> bool {
    let shown = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    style.bg.is_none_or(|bg| bg == Color::Reset) && !style.add_modifier.intersects(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str, words: &[(&str, Role)]) -> Vec<Span> {
        let span = |&(word, role): &(&str, Role)| {
            text.find(word).map(|at| Span { range: at..at + word.len(), role })
        };
        words.iter().filter_map(span).collect()
    }

    #[track_caller]
    fn check(text: &str, words: &[(&str, Role)], expected: &str) {
        let theme = Theme::default();
        let prompt = Prompt { primary: "> ".into(), continuation: ". ".into() };
        let drawn = transcript(text, &spans(text, words), &prompt, &theme, "");
        let prompted = drawn.replace("\x1b[1m> ", "> ").replace("\x1b[1m. ", ". ");
        assert_eq!(prompted, expected, "{text:?}");
    }

    #[test]
    fn an_input_is_written_with_its_prompts_and_few_sequences() {
        check("x", &[], "> \x1b[mx\n");
        check("a\n\tb", &[], "> \x1b[ma\n.     \x1b[mb\n");
        check("1 2", &[("1", Role::Number), ("2", Role::Number)], "> \x1b[;35m1 2\x1b[m\n");
        check("'a\nb'", &[("'a\nb'", Role::String)], "> \x1b[;32m'a\x1b[m\n. \x1b[;32mb'\x1b[m\n");
        check("\x1b[31m", &[], "> \x1b[m^[[31m\n");
    }

    #[test]
    fn results_keep_their_own_colours_or_get_ours() {
        let theme = Theme::default();
        let number = [Span { range: 1..2, role: Role::Number }, Span { range: 90..99, role: Role::Number }];
        for (text, expected) in [
            ("[1,\t\x07]\n", "[\x1b[35m1\x1b[m,\t^G]\n"),
            ("\x1b[31mred\x1b[2J\nstill", "\x1b[31mred\x1b[m\n\x1b[31mstill\x1b[m"),
        ] {
            assert_eq!(highlight_ansi(text, &number, &theme), expected);
        }
    }
}
