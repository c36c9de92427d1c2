//! Where in or near a match the cursor goes: `/pattern/e+1`.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offset {
    /// Characters from its start.
    Start(isize),
    /// Characters from its last one.
    End(isize),
    /// Lines from its first one.
    Lines(isize),
}

impl Offset {
    /// Reads what was typed behind the pattern.
    pub fn read(text: &str) -> Self {
        let number = |text: &str| match text {
            "" => 0,
            "+" => 1,
            "-" => -1,
            n => n.parse().unwrap_or(0),
        };
        match text.chars().next() {
            Some('e') => Self::End(number(&text[1..])),
            Some('s' | 'b') => Self::Start(number(&text[1..])),
            Some('+' | '-' | '0'..='9') => Self::Lines(number(text)),
            _ => Self::Start(0),
        }
    }
}
