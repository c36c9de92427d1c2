//! The input as it is drawn: prompts, wrapping, scrolling, colours.

use super::*;
use crate::theme::{Role, Span};

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
