//! Whole lines: indentation and comments.

use super::{Act, Argument, Completing};
use crate::input::Input;
use crate::motion;
use crate::python::indent;

/// One level of indentation, in columns.
const INDENT: usize = 4;

/// Changes each line that the selection or the cursor touches: `change` tells how many
/// bytes at which offset of the line give way to what.
fn each_line(
    input: &mut Input,
    change: impl Fn(&str) -> Option<(std::ops::Range<usize>, &'static str)>,
) -> Act {
    let range = input.touched_lines();
    let mut starts: Vec<usize> = vec![range.start];
    starts.extend(input.as_str()[range.clone()].match_indices('\n').map(|(at, _)| range.start + at + 1));
    let mut act = Act::Refuse;
    for start in starts.into_iter().rev() {
        let line = &input.as_str()[start..motion::line_end(input.as_str(), start)];
        if let Some((bytes, with)) = change(line) {
            input.text.replace(start + bytes.start..start + bytes.end, with);
            act = Act::Done;
        }
    }
    act
}

pub fn indent_region(input: &mut Input, _: Argument) -> Act {
    each_line(input, |line| (!line.trim().is_empty()).then_some((0..0, "    ")))
}

pub fn dedent_region(input: &mut Input, _: Argument) -> Act {
    each_line(input, |line| {
        let spaces = line.bytes().take(INDENT).take_while(|byte| *byte == b' ').count();
        let width = if line.starts_with('\t') { 1 } else { spaces };
        (width > 0).then_some((0..width, ""))
    })
}

pub fn insert_comment(input: &mut Input, _: Argument) -> Act {
    let range = input.touched_lines();
    let lines = || input.as_str()[range.clone()].lines().filter(|line| !line.trim().is_empty());
    let commented = lines().count() > 0 && lines().all(|line| line.trim_start().starts_with('#'));
    let indent = lines().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    each_line(input, |line| {
        let at = line.len() - line.trim_start().len();
        let width = if line[at..].starts_with("# ") { 2 } else { 1 };
        match (commented, line.trim().is_empty()) {
            (_, true) => None,
            (true, false) => Some((at..at + width, "")),
            (false, false) => Some((indent..indent, "# ")),
        }
    })
}

/// Tab: more indentation for the selected lines or in the blanks that begin a line, else completion.
pub fn tab(input: &mut Input, argument: Argument) -> Act {
    if input.text.anchor().is_some() {
        return indent_region(input, argument);
    }
    match indent::tab(input.as_str(), input.at()) {
        Some(blanks) if !input.as_str().is_empty() => {
            input.text.insert(&blanks);
            Act::Done
        }
        _ => Act::Complete(Completing::Next),
    }
}

/// Shift-Tab: less indentation where Tab would make more, else the completion before.
pub fn back_tab(input: &mut Input, argument: Argument) -> Act {
    if input.text.anchor().is_some() || in_indentation(input) && !input.as_str().is_empty() {
        return dedent_region(input, argument);
    }
    Act::Complete(Completing::Previous)
}

fn in_indentation(input: &Input) -> bool {
    let start = motion::line_start(input.as_str(), input.at());
    input.as_str()[start..input.at()].trim().is_empty()
}
