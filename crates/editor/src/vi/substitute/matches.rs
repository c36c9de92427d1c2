//! What `:s` replaces, and by what.

use super::replacement::{evaluated, expand};
use crate::vi::line;
use crate::vi::pattern::Pattern;

/// The places to replace, from the top, with what goes there.
pub type Edits = Vec<(std::ops::Range<usize>, String)>;

/// All that is to be replaced in the rows. The last line ends with a newline to the pattern too.
pub fn find(
    pattern: &Pattern,
    text: &str,
    rows: (usize, usize),
    all: bool,
    with: &str,
) -> Result<Edits, String> {
    let whole = format!("{text}\n");
    let mut edits = Edits::new();
    let mut row = rows.0;
    while row <= rows.1 && row < line::count(text) {
        let from = line::nth(text, row).max(edits.last().map_or(0, |(last, _)| last.end));
        find_in_line(pattern, &whole, from, all, with, &mut edits)?;
        let reached = edits.last().map_or(0, |(last, _)| last.end);
        row = (row + 1).max(line::row(&whole, reached));
    }
    for (range, _) in &mut edits {
        *range = range.start..range.end.min(text.len());
    }
    Ok(edits)
}

/// The matches that begin in the line of `from`.
fn find_in_line(
    pattern: &Pattern,
    text: &str,
    from: usize,
    all: bool,
    with: &str,
    edits: &mut Edits,
) -> Result<(), String> {
    let end = line::end(text, from);
    let mut at = from;
    while let Some(found) = pattern.captures(text, at) {
        let Some(range) = found.get(0).map(|whole| whole.range()).filter(|range| range.start <= end) else {
            break;
        };
        // No empty match right behind another.
        let behind =
            range.is_empty() && edits.last().is_some_and(|(last, _)| last.end == range.start && at > from);
        if !behind {
            let new = match with.strip_prefix("\\=") {
                Some(expression) => evaluated(expression, &found, line::row(text, from))?,
                None => expand(with, &found),
            };
            edits.push((range.clone(), new));
        }
        at = if range.is_empty() { line::next(text, range.end).max(range.end + 1) } else { range.end };
        if !all && !behind || at >= end {
            break;
        }
    }
    Ok(())
}
