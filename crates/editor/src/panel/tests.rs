//! Keys and clicks in; what is wanted, and the rows of a small terminal, out.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;
use ratatui_core::style::Style;

use super::draw::NAMES;
use super::*;
use crate::event::{Mouse, MouseKind, Size};
use crate::frame::{CursorShape, Frame};
use crate::key::sequence;
use crate::settings::{ROWS, Row};
use crate::theme::Theme;

struct Bench {
    settings: Settings,
    panel: Panel,
}

impl Bench {
    fn new() -> Self {
        let panel = Panel::new(Settings::default(), vec!["terminal".into(), "nord".into()]);
        Self { settings: Settings::default(), panel }
    }

    fn press(&mut self, keys: &str) -> Wanted {
        let mut wanted = Wanted::Nothing;
        for key in sequence(keys).unwrap() {
            wanted = self.panel.key(key, &self.settings);
            if let Wanted::Choose(name, value) = &wanted {
                assert!((Row::find(name).unwrap().set)(&mut self.settings, value), "{name}");
            }
        }
        wanted
    }

    /// The screen of a terminal with a prompt of one row.
    fn screen(&mut self, columns: u16, rows: u16) -> Vec<String> {
        let size = Size { columns, rows };
        let mut cells = Buffer::empty(Rect::new(0, 0, room(size).columns, 1));
        cells.set_string(0, 0, ">>>", Style::new());
        let shape = CursorShape::Default;
        let mut frame = Frame { cells, wrapped: vec![false], cursor: None, top: 0, shape, full: false };
        self.panel.draw(&self.settings, &mut frame, size, &Theme::default());
        assert_eq!(frame.cells.area.width, columns);
        assert!(frame.cells.area.height <= rows);
        let rows = frame.cells.content.chunks(columns.max(1).into());
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()).collect()
    }
}

#[track_caller]
fn check(keys: &str, expected: &Wanted) {
    assert_eq!(Bench::new().press(keys), *expected, "{keys}");
}

fn word(name: &'static str, word: &str) -> Wanted {
    Wanted::Choose(name, Value::Word(word.into()))
}

#[test]
fn keys_search_and_change() {
    check("right", &word("editing_mode", "vi"));
    check("left", &word("editing_mode", "vi"));
    check("down down space", &Wanted::Choose("enter_twice", Value::Flag(false)));
    check("m o u s e enter", &Wanted::Choose("mouse", Value::Flag(true)));
    check("m a x l i n e s left", &Wanted::Choose("max_lines", Value::Number(900)));
    check("t h e m e right", &word("theme", "nord"));
    check("q q q q", &Wanted::Bell);
    check("right s", &Wanted::Save);
    check("right right s", &Wanted::Nothing);
    check("s u s p e n d space", &Wanted::Choose("suspend", Value::Flag(false)));
    check("m s", &Wanted::Nothing);
    check("m ctrl-s", &Wanted::Save);
    check("right / s u s p e n d space", &Wanted::Choose("suspend", Value::Flag(false)));
    check("tab right", &Wanted::Choose("complete_while_typing", Value::Flag(false)));
    check("tab tab shift-tab right", &Wanted::Choose("complete_while_typing", Value::Flag(false)));
    check("up", &Wanted::Bell);
}

#[test]
fn texts_and_numbers_are_edited() {
    check("t i t l e enter a b enter", &word("terminal_title", "ab"));
    check("t i t l e enter a b home c enter", &word("terminal_title", "cab"));
    check("t i t l e enter a escape right enter", &word("terminal_title", ""));
    check("m a x l i n e s enter ctrl-u 7 enter", &Wanted::Choose("max_lines", Value::Number(7)));
    let refused = Wanted::Tell("max_lines: expected a whole number, 0 or more.".into());
    check("m a x l i n e s enter x enter", &refused);
}

#[test]
fn ways_out() {
    for keys in ["escape", "f2", "ctrl-c", "ctrl-g", "m f2", "m escape escape"] {
        check(keys, &Wanted::Close);
    }
    check("m o u s e escape enter", &Wanted::Choose("mouse", Value::Flag(true)));
    check("right m backspace s", &Wanted::Save);
}

#[test]
fn the_menu_stands_below_the_prompt_of_a_narrow_terminal() {
    let mut bench = Bench::new();
    bench.press("down right");
    assert_eq!(
        bench.screen(40, 12),
        [
            ">>>",
            " Settings",
            " input",
            "  editing_mode            \"emacs\"",
            ">*alt_enter               \"newline\"",
            "  enter_twice             true",
            "  auto_indent             true",
            "  validate                true",
            " What Alt-Enter does: run the input, or",
            " insert a newline.",
            " Enter change  / find  s save  Esc close",
        ]
    );
    assert_eq!(ROWS.iter().map(|row| row.name.len()).max(), Some(NAMES));
    bench.press("/ r i g h t _");
    assert_eq!(bench.screen(40, 12).last().unwrap(), " Enter change  ^S save  Esc show all");
    assert_eq!(
        bench.screen(40, 12)[1..4],
        [" Settings: /right_", "> right_prompt            false", " Show at the right edge how long the",]
    );
}

#[test]
fn the_last_row_says_what_keys_do_now() {
    let mut bench = Bench::new();
    let mut check = |keys, expected: &str| {
        bench.press(keys);
        assert_eq!(bench.screen(40, 12).last().unwrap(), expected, "{keys}");
    };
    check("down", " Enter change  type to find  Esc close");
    check("right", " Enter change  / find  s save  Esc close");
    check("/", " Enter change  ^S save  Esc show all");
    check("p a r t s enter", " Enter take  Esc leave");
    let row = bench.screen(40, 12).into_iter().rev().nth(1);
    assert_eq!(row.unwrap(), " recording, tasks, python, venv,…", "the rest of what it is for");
}

#[test]
fn the_menu_stands_beside_the_prompt_where_there_is_room() {
    let screen = Bench::new().screen(80, 24);
    assert_eq!(screen[0], format!(">>>{:31} Settings", ""));
    assert_eq!(screen[1], format!("{:34} input", ""));
}

#[test]
fn the_mouse_selects_changes_scrolls_and_presses_hints() {
    let mut bench = Bench::new();
    bench.press("right");
    bench.screen(40, 12);
    let mut mouse = |kind, column, row| {
        let wanted = bench.panel.mouse(Mouse { kind, column, row, clicks: 1 }, &bench.settings);
        bench.screen(40, 12);
        wanted
    };
    assert_eq!(mouse(MouseKind::Press, 5, 5), Wanted::Nothing);
    assert_eq!(mouse(MouseKind::Press, 5, 5), Wanted::Choose("enter_twice", Value::Flag(false)));
    assert_eq!(mouse(MouseKind::Press, 5, 2), Wanted::Nothing, "a heading");
    assert_eq!(mouse(MouseKind::WheelDown, 0, 0), Wanted::Nothing);
    assert_eq!(mouse(MouseKind::Press, 24, 11), Wanted::Save);
    assert_eq!(mouse(MouseKind::Press, 31, 11), Wanted::Close);
    assert_eq!(mouse(MouseKind::Press, 1, 0), Wanted::Close, "the prompt");
}

#[test]
fn any_size_will_do() {
    let mut bench = Bench::new();
    for (columns, rows) in [(1, 1), (3, 2), (10, 4), (40, 12), (75, 8), (76, 8), (200, 60)] {
        bench.press("down tab tab");
        bench.screen(columns, rows);
    }
}
