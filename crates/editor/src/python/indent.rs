//! Indentation: after Enter, of `else:` and its kin, and what Backspace and Tab mean
//! in leading blanks.
//!
//! Invariant: only the cursor's line ever changes; the steps of the block around
//! are kept, four spaces where there are none.

mod lines;

use std::ops::Range;

use ruff_python_ast::token::TokenKind;

use lines::{Before, Line};

/// What Tab inserts where nothing else says so.
const UNIT: &str = "    ";

/// The blanks that begin the new line when Enter is pressed at `cursor`.
pub fn after_enter(source: &str, cursor: usize) -> String {
    let before = &source[..cursor];
    let blanks = leading_blanks(current_line(before));
    if current_line(before).trim().is_empty() {
        return blanks.to_owned();
    }
    let lines = Before::of(before);
    if lines.in_string {
        return blanks.to_owned();
    }
    if let Some(bracket) = lines.brackets.last() {
        return inside_bracket(before, &lines, *bracket);
    }
    let Some(last) = lines.lines.last() else { return blanks.to_owned() };
    match last.last {
        _ if before.ends_with('\\') => continuation(before, &lines, last),
        TokenKind::Colon => format!("{}{}", last.blanks, lines.unit()),
        _ if last.leaves_block => lines.outer_blanks().to_owned(),
        _ => last.blanks.to_owned(),
    }
}

/// The leading blanks to replace, and by what, when the `:` before the cursor has
/// completed an `else:`, `elif`, `except`, `finally:` or `case`.
pub fn after_colon(source: &str, cursor: usize) -> Option<(Range<usize>, String)> {
    let before = &source[..cursor];
    let line = current_line(before);
    let lines = Before::of(before);
    let (last, above) = lines.lines.split_last()?;
    let starts_here = last.start == cursor - line.trim_start().len();
    if !before.ends_with(':') || !starts_here || last.last != TokenKind::Colon || !lines.brackets.is_empty() {
        return None;
    }
    let blanks = clause_blanks(&lines, last, above)?;
    let start = cursor - line.len();
    (blanks != last.blanks).then(|| (start..start + last.blanks.len(), blanks))
}

/// How many bytes before the cursor Backspace takes away at once: back to the
/// next outer step. `None` when it is not in leading blanks.
pub fn backspace(source: &str, cursor: usize) -> Option<usize> {
    let blanks = current_line(&source[..cursor]);
    if blanks.is_empty() || !blanks.bytes().all(|byte| byte == b' ') {
        return None;
    }
    let start = cursor - blanks.len();
    let lines = Before::of(&source[..start]);
    let column = blanks.len();
    let step = (column - 1) / lines.unit().len() * lines.unit().len();
    let level = lines.levels().into_iter().map(str::len).filter(|&level| level < column).max();
    Some(column - level.unwrap_or(0).max(step))
}

/// What Tab inserts at the cursor; `None` when something other than blanks stands before it.
pub fn tab(source: &str, cursor: usize) -> Option<String> {
    let blanks = current_line(&source[..cursor]);
    if !blanks.trim().is_empty() {
        return None;
    }
    let lines = Before::of(&source[..cursor - blanks.len()]);
    let unit = lines.unit();
    if unit.starts_with('\t') {
        return Some("\t".to_owned());
    }
    Some(" ".repeat(unit.len() - blanks.len() % unit.len()))
}

/// Under the bracket's first element; a step into the line when it has none yet.
fn inside_bracket(before: &str, lines: &Before, (open, first): (usize, Option<usize>)) -> String {
    let line = |offset: usize| before[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    match first {
        Some(first) if line(first) == line(open) => {
            let column = before[line(open)..first].chars().count();
            " ".repeat(column)
        }
        Some(first) => leading_blanks(&before[line(first)..]).to_owned(),
        None => format!("{}{}", leading_blanks(&before[line(open)..]), lines.unit()),
    }
}

/// Behind a backslash: a step into the statement once, then as the line before.
fn continuation(before: &str, lines: &Before, last: &Line) -> String {
    let blanks = leading_blanks(current_line(before));
    if before[last.start..].contains('\n') {
        return blanks.to_owned();
    }
    format!("{blanks}{}", lines.unit())
}

/// Where a clause belongs: at the nearest statement above that can have it.
fn clause_blanks(lines: &Before, clause: &Line, above: &[Line]) -> Option<String> {
    let mut level = usize::MAX;
    for line in above.iter().rev() {
        if line.blanks.len() >= level {
            continue;
        }
        level = line.blanks.len();
        if level <= clause.blanks.len() && takes(line.word, clause.word) {
            let step = if line.word == "match" { lines.unit() } else { "" };
            return Some(format!("{}{step}", line.blanks));
        }
    }
    None
}

/// The clauses that may begin with `typed` at the end of `before`, behind its last line's blanks.
pub(super) fn clauses(before: &str, typed: &str) -> Vec<&'static str> {
    let mut clauses = vec!["case", "elif", "else", "except", "finally"];
    clauses.retain(|clause| clause.starts_with(typed));
    if clauses.is_empty() {
        return clauses;
    }
    let blanks = current_line(before);
    let lines = Before::of(&before[..before.len() - blanks.len()]);
    let line = |word| Line { start: before.len(), blanks, word, last: TokenKind::Colon, leaves_block: false };
    clauses.retain(|word| clause_blanks(&lines, &line(word), &lines.lines).is_some());
    clauses
}

fn takes(statement: &str, clause: &str) -> bool {
    match clause {
        "else" => matches!(statement, "if" | "elif" | "for" | "while" | "except" | "async"),
        "elif" => matches!(statement, "if" | "elif"),
        "except" => matches!(statement, "try" | "except"),
        "finally" => matches!(statement, "try" | "except" | "else"),
        "case" => matches!(statement, "match" | "case"),
        _ => false,
    }
}

fn current_line(before: &str) -> &str {
    before.rsplit('\n').next().unwrap_or_default()
}

fn leading_blanks(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

#[cfg(test)]
mod tests;
