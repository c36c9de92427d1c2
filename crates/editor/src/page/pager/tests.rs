//! Keys in; rows, and what is to be done, out. The host is a row of numbers.

use std::fmt::Write;

use ratatui_core::buffer::Cell;

use super::*;
use crate::event::Saved;
use crate::key::sequence;
use crate::theme::Theme;

/// A pager, and a host that has so many lines, of which it gives ten at a time.
struct Bench {
    pager: Pager,
    size: Size,
    given: usize,
    lines: usize,
    done: Vec<PageEffect>,
}

fn lines(range: std::ops::Range<usize>) -> String {
    range.fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "line {number}");
        text
    })
}

fn page(text: &str, more: bool) -> NewPage {
    NewPage { title: "text".into(), text: text.into(), more, ..NewPage::default() }
}

impl Bench {
    fn new(lines_of_all: usize) -> Self {
        Self::opened(lines_of_all, page(&lines(0..10), true))
    }

    fn opened(lines_of_all: usize, page: NewPage) -> Self {
        let size = Size { columns: 30, rows: 5 };
        let pager = Pager::new(page, size);
        let mut bench = Self { pager, size, given: 10, lines: lines_of_all, done: Vec::new() };
        bench.serve();
        bench
    }

    fn of(text: &str) -> Self {
        let size = Size { columns: 10, rows: 4 };
        let pager = Pager::new(page(text, false), size);
        Self { pager, size, given: 0, lines: 0, done: Vec::new() }
    }

    /// Gives as much as is asked for.
    fn serve(&mut self) {
        while self.pager.wants_more() {
            let to = (self.given + 10).min(self.lines);
            self.pager.push(&lines(self.given..to), to < self.lines);
            self.given = to;
        }
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in sequence(keys).unwrap_or_default() {
            let effect = self.pager.key(key);
            if effect != PageEffect::Stay {
                self.done.push(effect);
            }
            self.serve();
            self.screen();
        }
        self
    }

    fn screen(&mut self) -> Vec<String> {
        let frame = self.pager.frame(self.size, &Theme::default());
        let rows = frame.cells.content.chunks(self.size.columns.max(1).into());
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()).collect()
    }

    #[track_caller]
    fn shows(&mut self, keys: &str, rows: &[&str]) -> &mut Self {
        self.press(keys);
        let screen = self.screen();
        assert_eq!(screen[..rows.len()], *rows, "{keys}: {screen:?}");
        self
    }
}

/// The first line on the screen after keys, and how many lines the host was asked for.
#[track_caller]
fn check(keys: &str, first: usize, given: usize) {
    let mut bench = Bench::new(1000);
    bench.press(keys);
    assert_eq!((bench.screen()[0].as_str(), bench.given), (&*format!("line {first}"), given), "{keys}");
}

#[test]
fn only_what_is_read_is_asked_for() {
    check("space", 4, 20);
    check("j", 1, 10);
    check("space space space b", 8, 20);
    check("d u", 0, 10);
    check("G", 996, 1000);
    check("G g", 0, 1000);
    check("F", 996, 1000);
    check("/ 4 2 enter", 42, 50);
    check("/ l i n e space 9 9 9 enter", 996, 1000);
    check("/ 4 2 enter n", 142, 150);
    check("/ 4 2 enter n N", 42, 150);
    check("G ? 4 2 enter", 942, 1000);
    check("/ x enter", 0, 1000);
    check("k", 0, 10);
}

#[test]
fn the_last_row_tells_where_one_is() {
    let mut bench = Bench::new(12);
    bench.shows("", &["line 0", "line 1", "line 2", "line 3", "text  line 1/10+  q leave"]);
    bench.shows("G", &["line 8", "line 9", "line 10", "line 11", "text  line 9/12  q leave"]);
    bench.shows("j", &["line 8"]);
    bench.shows("/ z", &["line 8", "line 9", "line 10", "line 11", "/z"]);
    bench.shows("enter", &["line 8", "line 9", "line 10", "line 11", "Not found below."]);
    assert_eq!(bench.done, [PageEffect::Bell]);
}

#[test]
fn a_page_may_open_at_its_end() {
    let mut bench = Bench::opened(30, NewPage { at_end: true, ..page(&lines(0..10), true) });
    bench.shows("", &["line 26", "line 27", "line 28", "line 29", "text  line 27/30  q leave"]);
    bench.shows("g", &["line 0"]);
    Bench::opened(30, NewPage { at_end: true, ..page(&lines(0..3), false) }).shows("", &["line 0"]);
}

#[test]
fn the_hints_are_buttons() {
    let mut bench = Bench::new(12);
    let mut check = |column, row, expected| {
        let press = Mouse { kind: MouseKind::Press, column, row, clicks: 1 };
        assert_eq!(matches!(bench.pager.mouse(press), PageEffect::Leave(_)), expected, "{column}, {row}");
    };
    // text  line 1/10+  q leave
    check(18, 4, true);
    check(24, 4, true);
    check(17, 4, false);
    check(25, 4, false);
    check(18, 3, false);
}

#[test]
fn long_lines_are_wrapped_or_scrolled() {
    let mut bench = Bench::of("0123456789abcdefghijklmno\nshort\nx\ny\n");
    bench.shows("", &["0123456789", "abcdefghij", "klmno"]);
    bench.shows("j", &["abcdefghij", "klmno", "short"]);
    bench.shows("w", &["0123456789", "short", "x"]);
    bench.shows("right", &["56789abcde", "", ""]);
    bench.shows("left left", &["0123456789", "short", "x"]);
    bench.shows("w right", &["56789abcde"]);
}

#[test]
fn growing_text_is_followed() {
    let mut bench = Bench::new(20);
    bench.press("F");
    bench.pager.push("more\n", true);
    bench.shows("", &["line 17", "line 18", "line 19", "more"]);
    bench.pager.push("and more\n", true);
    bench.shows("", &["line 18", "line 19", "more", "and more"]);
    bench.press("k");
    bench.pager.push("again\n", true);
    bench.shows("", &["line 17"]);
}

#[test]
fn what_was_seen_is_left() {
    for key in ["q", "ctrl-c", "escape"] {
        let mut bench = Bench::of("\x1b[31mred\x1b[m\n0123456789abc\nlast\n");
        bench.press(key);
        let seen = "\x1b[31mred\x1b[m\n0123456789abc\n";
        assert_eq!(bench.done, [PageEffect::Leave(seen.into())], "{key}");
    }
}

#[test]
fn all_of_it_is_saved_once_it_has_come() {
    let mut bench = Bench::new(100);
    bench.press("s a enter");
    let file = bench.pager.file();
    assert_eq!(file, Some(("a".into(), lines(0..100), false)));
    bench.pager.saved(Saved::Exists);
    bench.press("y");
    assert_eq!(bench.pager.file().map(|(path, _, overwrite)| (path, overwrite)), Some(("a".into(), true)));
    bench.pager.saved(Saved::Written(9));
    bench.shows("", &["line 0", "line 1", "line 2", "line 3", "Wrote 9 bytes to a."]);
}

#[test]
fn any_size_will_do() {
    let mut bench = Bench::new(50);
    for (columns, rows) in [(1, 1), (2, 2), (40, 12), (200, 60), (0, 0), (80, 24)] {
        bench.size = Size { columns, rows };
        bench.press("j space w right k G g w / l enter n");
        let frame = bench.pager.frame(bench.size, &Theme::default());
        assert_eq!((frame.cells.area.width, frame.cells.area.height), (columns, rows));
    }
}
