//! Whole frames, drawn as text.

use proptest::prelude::*;
use ratatui_core::buffer::CellWidth;

use super::*;
use crate::event::Size;
use crate::frame::{CursorShape, Frame};
use crate::protocol::{Candidate, Doc, Kind, Parameter, ParameterKind, Signature};
use crate::scene::{Floats, MenuView, SignatureView};
use crate::theme::{Role, Span};

/// A scene of an input with `|` for its cursor, without anything around it.
fn scene<'a>(text: &'a str, cursor: usize, columns: u16, rows: u16, prompt: &'a Prompt) -> Scene<'a> {
    Scene {
        size: Size { columns, rows },
        tails: Vec::new(),
        submitted: Vec::new(),
        prompt,
        text,
        spans: &[],
        cursor,
        top: 0,
        line_numbers: false,
        wrap: true,
        shape: CursorShape::Default,
        selection: Vec::new(),
        overlays: Vec::new(),
        suggestion: "",
        floats: Floats::default(),
    }
}

/// The frame's rows without trailing blanks, `|` before the cursor's cell, `~` behind a
/// row that runs on.
pub fn draw(frame: &Frame) -> Vec<String> {
    let width = usize::from(frame.cells.area.width);
    let draw_row = |(number, row): (usize, &[Cell])| {
        let mut text = String::new();
        let mut hidden = 0;
        for (column, cell) in row.iter().enumerate() {
            if frame.cursor == Some((column as u16, number as u16)) {
                text.push('|');
            }
            if hidden == 0 {
                text.push_str(cell.symbol());
                hidden = crate::glyph::width(cell.symbol());
            }
            hidden -= 1;
        }
        text.truncate(text.trim_end().len());
        if frame.wrapped[number] {
            text.push('~');
        }
        text
    };
    frame.cells.content.chunks(width).enumerate().map(draw_row).collect()
}

#[track_caller]
fn check_with(
    text: &str,
    (columns, rows): (u16, u16),
    change: impl FnOnce(&mut Scene<'_>),
    expected: &[&str],
) {
    let cursor = text.find('|').expect("a cursor");
    let text = text.replacen('|', "", 1);
    let prompt = Prompt::default();
    let mut scene = scene(&text, cursor, columns, rows, &prompt);
    change(&mut scene);
    assert_eq!(draw(&render(&scene, &Theme::default())), expected, "{text:?}");
}

#[track_caller]
fn check(text: &str, size: (u16, u16), expected: &[&str]) {
    check_with(text, size, |_| {}, expected);
}

#[test]
fn long_lines_move_sideways_where_they_are_not_wrapped() {
    let check = |text, expected| check_with(text, (12, 5), |scene| scene.wrap = false, expected);
    check("012345|", &[">>> 012345|"]);
    check("0123456|", &[">>> <56|"]);
    check("|0123456789", &[">>> |0123456>"]);
    check("012345678|9abcdef", &[">>> <5678|9a>"]);
    check("012345678\nab|c\nde", &[">>> 0123456>", "... ab|c", "... de"]);
    check("ab\n\n0123456789|\nc", &[">>> <", "...", "... <56789|", "... <"]);
    check("漢字漢字漢|字", &[">>> < 字漢|字"]);
    check("|漢字漢字漢字", &[">>> |漢字漢 >"]);
}

#[test]
fn an_input_stands_behind_its_prompts() {
    check("|", (20, 5), &[">>> |"]);
    check("1 + |1", (20, 5), &[">>> 1 + |1"]);
    check("if x:\n    y|", (20, 5), &[">>> if x:", "...     y|"]);
    check("0123456|789", (10, 5), &[">>> 012345~", "6|789"]);
    check("012345|", (10, 5), &[">>> 012345", "|"]);
    check("漢字漢|字", (9, 5), &[">>> 漢字~", "漢|字"]);
    check("\tx\x1b|", (20, 5), &[">>>     x^[|"]);
    check("ab|c", (1, 2), &["b~", "|c"]);
}

#[test]
fn an_input_taller_than_the_screen_scrolls_to_the_cursor() {
    check("1\n2\n3\n4\n5|", (9, 3), &["... 3", "... 4", "... 5|"]);
    check("|1\n2\n3\n4\n5", (9, 3), &[">>> |1", "... 2", "... 3"]);
    let stays = |scene: &mut Scene<'_>| scene.top = 1;
    check_with("1\n2\n3|\n4\n5", (9, 3), stays, &["... 2", "... 3|", "... 4"]);
    check_with("|1\n2\n3\n4\n5", (9, 3), stays, &[">>> |1", "... 2", "... 3"]);
    check_with("1\n2\n3|", (9, 3), stays, &[">>> 1", "... 2", "... 3|"]);
}

#[test]
fn prompts_are_aligned() {
    let long =
        Prompt { primary: "\x1b[32mIn [\x1b[1m10\x1b[0;32m]: \x1b[0m".into(), continuation: "...: ".into() };
    check_with(
        "a\nb|",
        (20, 5),
        |scene| scene.prompt = Box::leak(Box::new(long)),
        &["In [10]: a", "    ...: b|"],
    );
    check_with("a\nb|", (20, 5), |scene| scene.line_numbers = true, &[">>> a", "  2 b|"]);
    let two = Prompt { primary: "~/src\n$ ".into(), continuation: "> ".into() };
    check_with("a\nb|", (20, 5), |scene| scene.prompt = Box::leak(Box::new(two)), &["~/src", "$ a", "> b|"]);
}

#[test]
fn half_lines_and_waiting_inputs_stand_above() {
    let add = |scene: &mut Scene<'_>| {
        scene.tails = vec!["50%\x1b[2J", "", "a long err"];
        scene.submitted = vec![("f()", &[])];
    };
    check_with("x|", (8, 9), add, &["50%", "a long e~", "rr", ">>> f()", ">>> x|"]);
    check_with("x|", (8, 2), add, &[">>> f()", ">>> x|"]);
}

#[test]
fn a_suggestion_is_a_ghost_behind_the_input() {
    check_with("im|", (20, 5), |scene| scene.suggestion = "port os", &[">>> im|port os"]);
    check_with("if|", (20, 5), |scene| scene.suggestion = " x:\n  y", &[">>> if| x:", "...   y"]);
    check_with(
        "|",
        (9, 9),
        |scene| scene.suggestion = "1\n2\n3\n4\n5",
        &[">>> |1", "... 2", "... 3", "... 4"],
    );
}

#[test]
fn colours_lie_over_each_other() {
    let prompt = Prompt::default();
    let mut scene = scene("f(1)\n\n2", 4, 20, 9, &prompt);
    let spans = [Span { range: 2..3, role: Role::Number }, Span { range: 6..7, role: Role::Number }];
    scene.spans = &spans;
    scene.overlays = vec![Span { range: 1..2, role: Role::MatchingBracket }];
    scene.selection = vec![2..4, 4..6];
    let theme = Theme::default();
    let frame = render(&scene, &theme);
    for ((column, row), roles) in [
        ((4, 0), &[Role::Text][..]),
        ((5, 0), &[Role::Text, Role::MatchingBracket]),
        ((6, 0), &[Role::Number, Role::Selection]),
        ((7, 0), &[Role::Text, Role::Selection]),
        ((8, 0), &[Role::Selection]),
        ((4, 1), &[Role::Selection]),
        ((4, 2), &[Role::Number]),
        ((5, 2), &[]),
    ] {
        let mut expected = Cell::EMPTY;
        for &role in roles {
            expected.set_style(theme.style(role));
        }
        assert_eq!(frame.cells[(column, row)].style(), expected.style(), "column {column}, row {row}");
    }
}

/// It lives as long as the test.
fn candidate(text: &str, kind: Kind, detail: &str) -> &'static Candidate {
    let (text, detail) = (text.into(), detail.into());
    Box::leak(Box::new(Candidate { text, kind, detail, suffix: String::new(), likely: 0 }))
}

/// Everything that floats, for a scene that lives as long as the test.
fn everything() -> Floats<'static> {
    let parameter = |name: &str, annotation: &str, default: Option<&str>, kind| Parameter {
        name: name.into(),
        kind,
        annotation: annotation.into(),
        default: default.map(Into::into),
    };
    let signature = Signature {
        name: "print".into(),
        parameters: vec![
            parameter("values", "object", None, ParameterKind::VarPositional),
            parameter("sep", "str | None", Some("' '"), ParameterKind::KeywordOnly),
            parameter("end", "str | None", Some("'\\n'"), ParameterKind::KeywordOnly),
            parameter("file", "IO", None, ParameterKind::KeywordOnly),
        ],
        returns: "None".into(),
    };
    let doc = Doc {
        title: "path(top)".into(),
        text: "Walk it.\n\nArgs:\n    top (str): Where to start, as a path or as an open descriptor.".into(),
        place: "os.py:12".into(),
        source: String::new(),
    };
    Floats {
        right: None,
        menu: Some(MenuView {
            rows: vec![
                (candidate("path", Kind::Module, "posixpath"), vec![0, 1]),
                (candidate("pathsep", Kind::Variable, "':'"), vec![0, 1]),
                (candidate("pardir", Kind::Variable, "'..'"), vec![0, 1]),
                (candidate("PathLike", Kind::Class, ""), vec![0, 1]),
                (candidate("fspath", Kind::Function, ""), vec![2, 3]),
            ],
            selected: Some(1),
            top: 0,
            anchor: 9,
            columns: false,
        }),
        signature: Some(SignatureView {
            signature: Box::leak(Box::new(signature)),
            current: Some(0),
            number: 1,
            count: 1,
        }),
        doc: Some((Box::leak(Box::new(doc)), 0)),
        message: Some("invalid syntax (line 1)"),
        line: Some(("(reverse-i-search)`pa': ".into(), None)),
        status: Some(("emacs".into(), "Python 3.14".into())),
    }
}

#[test]
fn everything_floats_at_once() {
    let all = |scene: &mut Scene<'_>| scene.floats = everything();
    let expected = [
        ">>> print(os.pa|",
        "    print(*values: object, sep=' ', end='\\n', file)",
        "             path      mod    posixpath   │ path(top)",
        "             pathsep   var          ':'   │ Walk it.",
        "             pardir    var         '..'   │",
        "             PathLike  class              │ Args",
        "             fspath    func               │     top (str): Where to start, as a",
        "                                          │     path or as an open descriptor.",
        "                                          │ os.py:12",
        "invalid syntax (line 1)",
        "(reverse-i-search)`pa':",
        "emacs                                                                Python 3.14",
    ];
    check_with("print(os.pa|", (80, 24), all, &expected);
}

#[test]
fn everything_floats_in_a_narrow_terminal() {
    let all = |scene: &mut Scene<'_>| scene.floats = everything();
    let expected = [
        ">>> print(os.pa|",
        "    print(*values, sep, end, file)",
        "            path      mod    posixpath ┃",
        "            pathsep   var          ':' ┃",
        "            pardir    var         '..' ┃",
        "            PathLike  class            ┃",
        "    │ path(top)",
        "    │ Walk it.",
        "    ▾",
        "invalid syntax (line 1)",
        "(reverse-i-search)`pa':",
        "emacs                        Python 3.14",
    ];
    check_with("print(os.pa|", (40, 12), all, &expected);
    let tiny = |scene: &mut Scene<'_>| {
        scene.floats = everything();
        scene.floats.line = Some(("/so".into(), Some(3)));
    };
    check_with("print(os.pa|", (40, 3), tiny, &[">>> print(os.pa", "invalid syntax (line 1)", "/so|"]);
}

#[test]
fn floats_cover_what_is_below_the_cursor() {
    let menu = |scene: &mut Scene<'_>| scene.floats = Floats { menu: everything().menu, ..Floats::default() };
    let expected = [
        ">>> x = 1234.p|",
        "... and this path      mod    posixpath  on",
        "...          pathsep   var          ':'",
        "... last     pardir    var         '..'",
        "             PathLike  class",
        "             fspath    func",
    ];
    check_with("x = 1234.p|\nand this is a line of text that goes on\n\nlast", (60, 24), menu, &expected);
    let scrolled = [
        "... c = 1234.p|",
        "... d    path      mod    posixpath ┃",
        "         pathsep   var          ':' ┃",
        "         pardir    var         '..' │",
    ];
    check_with("a\nb\nc = 1234.p|\nd", (60, 4), menu, &scrolled);
}

#[test]
fn words_of_which_no_more_is_known_have_no_kind() {
    let names = [candidate("Anna", Kind::Text, ""), candidate("Bob", Kind::Text, "")];
    let rows = || names.map(|name| (name, Vec::new())).to_vec();
    let words = |scene: &mut Scene<'_>| {
        let menu = MenuView { rows: rows(), selected: None, top: 0, anchor: 0, columns: false };
        scene.floats = Floats { menu: Some(menu), ..Floats::default() };
    };
    check_with("|", (30, 24), words, &[">>> |", "    Anna", "    Bob"]);
}

#[test]
fn columns_fill_the_width() {
    let columns = |scene: &mut Scene<'_>| {
        let menu = everything().menu.map(|menu| MenuView { columns: true, ..menu });
        scene.floats = Floats { menu, ..Floats::default() };
    };
    let expected = [">>> print(os.pa|", " path      pardir    fspath", " pathsep   PathLike"];
    check_with("print(os.pa|", (30, 24), columns, &expected);
}

#[test]
fn the_mouse_finds_what_was_drawn() {
    let prompt = Prompt::default();
    let mut scene = scene("print(os.pa", 11, 80, 24, &prompt);
    scene.floats = everything();
    for ((column, row), expected) in [
        ((0, 0), Some(Hit::Text(0))),
        ((6, 0), Some(Hit::Text(2))),
        ((60, 0), Some(Hit::Text(11))),
        ((13, 2), Some(Hit::Candidate(0))),
        ((13, 6), Some(Hit::Candidate(4))),
        ((1, 4), None),
        ((9, 11), Some(Hit::Status(9))),
        ((3, -5), Some(Hit::Text(0))),
    ] {
        assert_eq!(hit(&scene, column, row), expected, "column {column}, row {row}");
    }
}

/// Letters that make trouble.
fn text() -> impl Strategy<Value = String> {
    const LETTERS: [&str; 13] = [
        "a",
        "b",
        " ",
        "\n",
        "\t",
        "漢",
        "e\u{301}",
        "\u{301}",
        "👩\u{200d}🔬",
        "🇺🇦",
        "\x1b",
        "\u{200b}",
        "❤\u{fe0f}",
    ];
    prop::collection::vec(prop::sample::select(&LETTERS[..]), 0..60).prop_map(|letters| letters.concat())
}

/// Some of the floats, one for each bit.
fn some(floats: u8, anchor: usize, columns: bool, scroll: usize) -> Floats<'static> {
    let has = |bit: u8| floats & (1 << bit) > 0;
    let all = everything();
    Floats {
        right: None,
        menu: all.menu.map(|menu| MenuView { anchor, columns, ..menu }).filter(|_| has(0)),
        signature: all.signature.filter(|_| has(1)),
        doc: all.doc.map(|doc| (doc.0, scroll)).filter(|_| has(2)),
        message: all.message.filter(|_| has(3)),
        line: all.line.map(|line| (line.0, has(7).then_some(5))).filter(|_| has(4)),
        status: all.status.filter(|_| has(5)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_cursor_is_always_on_the_screen(
        text in text(), tail in text(), suggestion in text(), size in (1u16..60, 1u16..30),
        at: prop::sample::Index, anchor: prop::sample::Index, top in 0usize..40,
        floats: u8, numbers: bool, columns: bool,
    ) {
        let prompt = Prompt::default();
        let offset = |index: prop::sample::Index| text.floor_char_boundary(index.index(text.len() + 1));
        let mut scene = scene(&text, offset(at), size.0, size.1, &prompt);
        scene.floats = some(floats, offset(anchor), columns, top);
        (scene.tails, scene.suggestion) = (vec![tail.as_str()], &suggestion);
        (scene.line_numbers, scene.top) = (numbers, top);
        let frame = render(&scene, &Theme::default());
        let area = frame.cells.area;
        prop_assert_eq!((area.width, frame.wrapped.len()), (size.0, usize::from(area.height)));
        prop_assert_eq!(frame.cells.content.len(), area.area() as usize);
        prop_assert!(area.height >= 1 && area.height <= size.1, "{} rows of {}", area.height, size.1);
        let (column, row) = frame.cursor.expect("a cursor");
        prop_assert!(column < area.width && row < area.height, "{:?} in {:?}", frame.cursor, area);
        for row in frame.cells.content.chunks(size.0.into()) {
            prop_assert!(row[row.len() - 1].symbol().cell_width() == 1, "a wide character at the edge");
        }
        for row in -1..i32::from(size.1) {
            hit(&scene, column, row);
        }
    }
}
