//! `:set`: the options of vim's that mean something in one text.

use super::Line;
use crate::vi::{Options, Outcome, Vi};

/// What an option changes.
enum Field {
    Number(fn(&mut Options) -> &mut usize),
    Switch(fn(&mut Options) -> &mut bool),
}

/// The options: the long name, the short one, and what they change.
const OPTIONS: &[(&str, &str, Field)] = &[
    ("shiftwidth", "sw", Field::Number(|options| &mut options.shift_width)),
    ("textwidth", "tw", Field::Number(|options| &mut options.text_width)),
    ("ignorecase", "ic", Field::Switch(|options| &mut options.ignore_case)),
    ("smartcase", "scs", Field::Switch(|options| &mut options.smart_case)),
    ("wrapscan", "ws", Field::Switch(|options| &mut options.wrap_scan)),
    ("autoindent", "ai", Field::Switch(|options| &mut options.auto_indent)),
];

impl Vi {
    /// `:set sw=2 ic`; what is not known is told, and the rest counts.
    pub(super) fn ex_set(&mut self, line: &Line) -> Outcome {
        let unknown = line.rest.split_whitespace().filter(|word| self.set(word).is_none());
        match unknown.last() {
            None => Outcome::Done,
            Some(word) => Outcome::Say(format!("there is no option {word} here; the settings are under F2")),
        }
    }

    fn set(&mut self, word: &str) -> Option<()> {
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        let field = |name: &str| {
            OPTIONS.iter().find(|(long, short, _)| [*long, *short].contains(&name)).map(|(.., field)| field)
        };
        match (field(name), value) {
            (Some(Field::Number(number)), Some(value)) => *number(&mut self.options) = value.parse().ok()?,
            (Some(Field::Switch(switch)), None) => *switch(&mut self.options) = true,
            (None, None) => match field(name.strip_prefix("no")?)? {
                Field::Switch(switch) => *switch(&mut self.options) = false,
                Field::Number(_) => return None,
            },
            _ => return None,
        }
        Some(())
    }
}
