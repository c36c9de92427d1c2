//! Wrapping, drawn as text.

use super::*;

/// The text's rows at a width, with indents of 2; `|` is the cursor and `~` ends
/// a row that runs on.
#[track_caller]
fn check(text: &str, columns: usize, rows: &[&str]) {
    let cursor = text.find('|').expect("a cursor");
    let text = text.replacen('|', "", 1);
    let layout = Layout::new(&text, columns, Indents { first: 2, rest: 2 }, cursor);
    let mut drawn = vec![String::new(); layout.rows()];
    for line in layout.lines(0..layout.rows()) {
        drawn[layout.start(line).0].push_str("> ");
        layout.walk(line, |placed| drawn[placed.row].push_str(placed.glyph.symbol));
    }
    let (column, row) = layout.place(cursor);
    let at = (0..=drawn[row].len())
        .rev()
        .find(|&at| drawn[row].is_char_boundary(at) && width(&drawn[row][..at]) == column);
    drawn[row].insert(at.expect("the cursor is at a cell's edge"), '|');
    assert_eq!(drawn, rows, "{text:?} at {columns}");
    for offset in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
        let (column, row) = layout.place(offset);
        let back = layout.offset(column, row);
        assert_eq!(layout.place(back), (column, row), "{text:?}: {offset} became {back}");
    }
}

#[test]
fn lines_wrap_at_the_width() {
    check("|", 8, &["> |"]);
    check("abc|", 8, &["> abc|"]);
    check("abcd|ef", 8, &["> abcd|ef"]);
    check("abcdef|", 8, &["> abcdef", "|"]);
    check("abcdef|gh", 8, &["> abcdef", "|gh"]);
    check("abc\n|def\n", 8, &["> abc", "> |def", "> "]);
    check("abcdef\n|x", 8, &["> abcdef", "> |x"]);
    check("abcdef|\nx", 8, &["> abcdef", "|", "> x"]);
    check("abcdefghijklmno|", 8, &["> abcdef", "ghijklmn", "o|"]);
}

#[test]
fn a_wide_character_never_straddles_the_edge() {
    check("漢字漢字|", 7, &["> 漢字", "漢字|"]);
    check("a漢字漢|字", 7, &["> a漢字", "漢|字"]);
    check("漢|漢", 3, &["> ", "漢", "|漢"]);
    check("e\u{301}|x", 8, &["> e\u{301}|x"]);
}

#[test]
fn a_click_beside_a_row_finds_its_nearest_character() {
    let layout = Layout::new("abcdefgh\n\nxy", 8, Indents { first: 2, rest: 2 }, 0);
    for ((column, row), offset) in [
        ((0, 0), 0),
        ((4, 0), 2),
        ((7, 0), 5),
        ((0, 1), 6),
        ((7, 1), 8),
        ((5, 2), 9),
        ((0, 3), 10),
        ((9, 9), 12),
    ] {
        assert_eq!(layout.offset(column, row), offset, "column {column}, row {row}");
    }
}
