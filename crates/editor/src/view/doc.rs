//! The documentation pane: title, docstring, place, source; scrolled.

use ratatui_core::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::glyph::{self, Glyph, glyphs};
use crate::protocol::Doc;
use crate::theme::{Role, Theme};

use super::row::Row;

mod markup;

use markup::{Line, Piece};

/// Columns of text that are pleasant to read, with the rule before them.
pub const COLUMNS: usize = 76;
/// In fewer columns a pane beside the menu would be a nuisance.
pub const LEAST_COLUMNS: usize = 30;

/// The pane at a width; at most so many rows, of which the first `scroll` are passed over
/// as far as there are others to see.
pub fn doc(doc: &Doc, scroll: usize, columns: usize, rows: usize, theme: &Theme) -> Vec<Row> {
    let all = folded(doc, columns, scroll + rows, theme);
    let first = scroll.min(all.len().saturating_sub(rows));
    let (above, below) = (first > 0, all.len() > first + rows);
    let shown = all.into_iter().skip(first).take(rows);
    let rule = |number| match number {
        0 if above => "▴ ",
        last if below && last + 1 == rows => "▾ ",
        _ => "│ ",
    };
    let ruled = |(number, text): (usize, Row)| {
        let mut row = Row::of(rule(number), theme.style(Role::MenuDetail));
        row.cells.extend(text.cells);
        row.clip(columns);
        row
    };
    shown.enumerate().map(ruled).collect()
}

/// Rows that the pane fills at a width, counted up to a limit.
pub fn height(doc: &Doc, columns: usize, limit: usize) -> usize {
    folded(doc, columns, limit, &Theme::default()).len().min(limit)
}

/// The lines as rows; no more lines than it takes to have more rows than `enough`.
fn folded(doc: &Doc, columns: usize, enough: usize, theme: &Theme) -> Vec<Row> {
    let mut rows = Vec::new();
    for line in lines(doc) {
        fold(&line, columns.saturating_sub(2).max(1), theme, &mut rows);
        if rows.len() > enough {
            break;
        }
    }
    rows
}

/// Everything there is to tell, line by line.
fn lines(doc: &Doc) -> impl Iterator<Item = Line<'_>> {
    let title = (!doc.title.is_empty()).then(|| Line::of(&doc.title, Role::Heading));
    let place = (!doc.place.is_empty()).then(|| Line::of(&doc.place, Role::MenuDetail));
    let source = (!doc.source.is_empty()).then(|| markup::code(doc.source.trim_end()));
    let text = markup::docstring(doc.text.trim_matches('\n'));
    title.into_iter().chain(text).chain(place).chain(source.into_iter().flatten())
}

/// Appends a line as rows, broken between words; what follows hangs below its indentation.
fn fold(line: &Line<'_>, columns: usize, theme: &Theme, rows: &mut Vec<Row>) {
    let indent = line.indent.min(columns / 2);
    let mut row = Row::default();
    row.pad(indent, Style::new());
    for Piece { text, role } in &line.pieces {
        let style = theme.style(*role);
        for word in text.split_word_bounds() {
            let width = glyph::width(word);
            if row.width() + width > columns && row.width() > indent && width <= columns - indent {
                rows.push(std::mem::take(&mut row));
                row.pad(indent, Style::new());
                if word.trim().is_empty() {
                    continue;
                }
            }
            glyphs(word, |Glyph { symbol, width, .. }| {
                if row.width() + width > columns && row.width() > indent {
                    rows.push(std::mem::take(&mut row));
                    row.pad(indent, Style::new());
                }
                row.put(symbol, width, style);
            });
        }
    }
    rows.push(row);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, columns: usize, expected: &[&str]) {
        let theme = Theme::default();
        let pane = Doc { text: text.into(), ..Doc::default() };
        let rows = super::doc(&pane, 0, columns, 99, &theme);
        assert_eq!(rows.iter().map(|row| drawn(row, &theme)).collect::<Vec<_>>(), expected, "{text:?}");
    }

    /// The row without its rule; headings in `#`, code in backquotes.
    fn drawn(row: &Row, theme: &Theme) -> String {
        let (mut text, mut before) = (String::new(), None);
        let mut mark = |mark: Option<char>, symbol: &str| {
            if mark != before {
                text.extend(before.into_iter().chain(mark));
                before = mark;
            }
            text.push_str(symbol);
        };
        row.each(|symbol, style| {
            let like = |role| style == Row::of("x", theme.style(role)).cells[0].style();
            let role = like(Role::Heading).then_some('#').or(like(Role::Interpolation).then_some('`'));
            mark(role, symbol);
        });
        mark(None, "");
        let text = text.trim_start_matches(['│', '▴', '▾']);
        text.strip_prefix(' ').unwrap_or(text).trim_end().to_owned()
    }

    #[test]
    fn paragraphs_are_folded_between_words() {
        check("one two three", 11, &["one two", "three"]);
        check("  one two three", 12, &["  one two", "  three"]);
        check("onetwothreefour x", 10, &["onetwoth", "reefour", "x"]);
        check("漢字漢字", 7, &["漢字", "漢字"]);
    }

    #[test]
    fn numpy_sections_are_headings() {
        check(
            "Sum.\n\nParameters\n----------\na : int\n    The one.\n",
            40,
            &["Sum.", "", "#Parameters#", "`a` : int", "    The one."],
        );
    }

    #[test]
    fn google_sections_are_headings() {
        check(
            "Sum.\n\nArgs:\n    a (int): The one.\n    *rest: Others.\nReturns:\n    x: no name\n",
            40,
            &[
                "Sum.",
                "",
                "#Args#",
                "    `a` (int): The one.",
                "    `*rest`: Others.",
                "#Returns#",
                "    x: no name",
            ],
        );
    }

    #[test]
    fn code_stands_out() {
        check("Use ``a b`` or `c`, :func:`d`.", 60, &["Use `a b` or `c`, `d`."]);
        check("An ` alone, a `b\nc` over lines", 60, &["An ` alone, a `b", "c` over lines"]);
    }

    #[test]
    fn a_pane_scrolls_as_far_as_there_is_more() {
        let pane = Doc {
            title: "f()".into(),
            text: "1\n2\n3\n4".into(),
            place: "f.py:1".into(),
            source: String::new(),
        };
        for (scroll, expected) in
            [(0, ["│ f()", "│ 1", "▾ 2"]), (1, ["▴ 1", "│ 2", "▾ 3"]), (9, ["▴ 3", "│ 4", "│ f.py:1"])]
        {
            let rows = super::doc(&pane, scroll, 20, 3, &Theme::default());
            let drawn = rows.iter().map(|row| {
                let mut text = String::new();
                row.each(|symbol, _| text.push_str(symbol));
                text
            });
            assert_eq!(drawn.collect::<Vec<_>>(), expected, "{scroll}");
        }
    }
}
