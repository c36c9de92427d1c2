//! What floats around the input: menu, signature, documentation, messages, bars.

use super::*;
use crate::protocol::{Candidate, Doc, Kind, Parameter, ParameterKind, Signature};
use crate::scene::{MenuView, SignatureView};

/// It lives as long as the test.
fn candidate(text: &str, kind: Kind, detail: &str) -> &'static Candidate {
    let (text, detail) = (text.into(), detail.into());
    Box::leak(Box::new(Candidate { text, kind, detail, suffix: String::new(), likely: 0 }))
}

/// Everything that floats, for a scene that lives as long as the test.
pub fn everything() -> Floats<'static> {
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
pub fn everything_floats_at_once() {
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
pub fn everything_floats_in_a_narrow_terminal() {
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
