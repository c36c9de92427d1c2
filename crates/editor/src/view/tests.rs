//! Whole frames, drawn as text.

use super::*;
use crate::event::Size;
use crate::frame::{CursorShape, Frame};
use crate::scene::Floats;

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
        scene.submitted = vec!["f()"];
    };
    check_with("x|", (8, 9), add, &["50%", "a long e~", "rr", ">>> f()", ">>> x|"]);
    check_with("x|", (8, 2), add, &[">>> f()", ">>> x|"]);
}

#[test]
fn a_suggestion_is_a_ghost_behind_the_input() {
    check_with("im|", (20, 5), |scene| scene.suggestion = "port os", &[">>> im|port os"]);
    check_with("if|", (20, 5), |scene| scene.suggestion = " x:\n  y", &[">>> if| x:", "...   y"]);
}
