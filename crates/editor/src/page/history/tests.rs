//! Keys in; rows, and what is to be done, out.

use ratatui_core::buffer::Cell;

use super::*;
use crate::event::{Entry, Size};
use crate::event::{Mouse, MouseKind};
use crate::key::sequence;
use crate::theme::Theme;

const NOW: u64 = 1_000_000_000;

/// Oldest first: text, seconds ago, directory, session, outcome.
fn history() -> History {
    let entries = [
        ("import os", 400_000, "/tmp", "other", Some(true)),
        ("def f(x):\n    return x\n\nf(1)", 7_200, "/work", "other", None),
        ("import os", 300, "/work", "other", Some(true)),
        ("os.rmdir(1)", 61, "/work", "own", Some(false)),
        ("print('größer')", 5, "/tmp", "own", Some(true)),
    ];
    let mut history = History::default();
    let entry = |(text, ago, directory, session, succeeded): (&str, u64, &str, &str, _)| Entry {
        text: text.into(),
        time: NOW - ago,
        directory: directory.into(),
        session: session.into(),
        succeeded,
    };
    history.merge(entries.map(entry).to_vec());
    history
}

struct Bench {
    history: History,
    browser: Browser,
    done: Vec<PageEffect>,
    size: Size,
}

impl Bench {
    fn new(vi: bool) -> Self {
        let history = history();
        let place = Place { time: NOW, directory: "/work".into(), session: "own".into() };
        let browser = Browser::new(&history, place, vi);
        let mut bench = Self { history, browser, done: Vec::new(), size: Size { columns: 50, rows: 13 } };
        bench.screen();
        bench
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in sequence(keys).unwrap() {
            let effect = self.browser.key(key, &self.history);
            if effect != PageEffect::Stay {
                self.done.push(effect);
            }
            self.screen();
        }
        self
    }

    fn screen(&mut self) -> Vec<String> {
        let frame = self.browser.frame(&self.history, self.size, &Theme::default());
        let rows = frame.cells.content.chunks(self.size.columns.max(1).into());
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()).collect()
    }
}

#[track_caller]
fn check(vi: bool, keys: &str, expected: &[PageEffect]) {
    let mut bench = Bench::new(vi);
    bench.press(keys);
    let screen = bench.screen().join(
        "
",
    );
    assert_eq!(
        bench.done, expected,
        "{keys}
{screen}"
    );
}

fn insert(text: &str) -> PageEffect {
    PageEffect::Insert(text.into())
}

#[test]
fn the_page_shows_the_selected_entry_the_list_and_the_query() {
    let mut bench = Bench::new(false);
    bench.press("up up up tab");
    assert_eq!(
        bench.screen(),
        [
            "    def f(x):",
            "        return x",
            "",
            "    f(1)",
            "── 2 hours ago · /work ───────────────────────────",
            "",
            "",
            ">  1   2h  def f(x): ↵     return x ↵  ↵ f(1)",
            "       5m  import os",
            "       1m! os.rmdir(1)",
            "       5s  print('größer')",
            ">                                1 marked  all 4/4",
            "Enter insert  ^G close  Tab mark  ^O lines",
        ]
    );
}

#[test]
fn vi_tells_the_mode_and_its_keys() {
    let mut bench = Bench::new(true);
    let typing =
        [">                                  INSERT  all 4/4", "Enter insert  ^G close  Tab mark  ^O lines"];
    assert_eq!(bench.screen().split_off(11), typing);
    let commands =
        [">                                  NORMAL  all 4/4", "j k move  Enter insert  q close  Space mark"];
    assert_eq!(bench.press("escape").screen().split_off(11), commands);
    assert_eq!(bench.press("/").screen().split_off(11), typing);
}

#[test]
fn what_is_not_there_is_told() {
    let mut bench = Bench::new(false);
    assert!(bench.press("z q z").screen().iter().any(|row| row.contains("nothing fits")));
    bench.history = History::default();
    bench.browser = Browser::new(&bench.history, Place::default(), false);
    assert!(bench.screen().iter().any(|row| row.contains("no history yet")));
}

#[test]
fn a_wide_list_names_directories() {
    let mut bench = Bench::new(false);
    bench.size.columns = 100;
    assert_eq!(bench.screen()[9], format!("{:7}1m! os.rmdir(1){:74}work", "", ""));
}

#[test]
fn what_is_chosen_is_inserted() {
    check(false, "enter", &[insert("print('größer')")]);
    check(false, "up enter", &[insert("os.rmdir(1)")]);
    check(
        false,
        "up tab tab down down down down enter",
        &[PageEffect::Bell, insert("os.rmdir(1)\nimport os")],
    );
    check(false, "tab down tab enter", &[insert("os.rmdir(1)")]);
    check(false, "i m p o enter", &[insert("import os")]);
    check(false, "p ' enter", &[insert("print('größer')")]);
    check(false, "q q enter", &[PageEffect::Bell]);
    check(false, "q q ctrl-u up enter", &[insert("os.rmdir(1)")]);
}

#[test]
fn lines_of_an_entry_are_chosen_one_by_one() {
    check(false, "d e f ctrl-o down tab ctrl-p ctrl-p enter", &[insert("    return x")]);
    check(false, "d e f ctrl-o G space g space escape enter", &[insert("f(1)\ndef f(x):")]);
    check(false, "q q ctrl-o", &[PageEffect::Bell]);
}

#[test]
fn the_scope_goes_round() {
    check(false, "ctrl-r alt-< enter", &[insert("def f(x):\n    return x\n\nf(1)")]);
    check(false, "ctrl-r ctrl-r alt-< enter", &[insert("os.rmdir(1)")]);
    check(
        false,
        "ctrl-r ctrl-r ctrl-r alt-< up enter",
        &[PageEffect::Bell, insert("def f(x):\n    return x\n\nf(1)")],
    );
}

#[test]
fn vis_keys_work_after_escape() {
    check(true, "escape space k space enter", &[insert("print('größer')\nimport os")]);
    check(
        true,
        "escape g y q",
        &[PageEffect::Copy("def f(x):\n    return x\n\nf(1)".into()), PageEffect::Close],
    );
    check(true, "escape / o s . enter", &[insert("os.rmdir(1)")]);
    check(true, "escape escape", &[PageEffect::Close]);
    check(true, "escape k d n k d y", &[PageEffect::Forget(vec!["import os".into()])]);
}

#[test]
fn ways_out() {
    for keys in ["escape", "ctrl-g", "ctrl-c", "f3", "q ctrl-g", "ctrl-o escape escape"] {
        check(false, keys, &[PageEffect::Close]);
    }
}

#[test]
fn deleting_asks_first_and_takes_whole_entries() {
    check(false, "alt-d n", &[]);
    check(false, "alt-d y", &[PageEffect::Forget(vec!["print('größer')".into()])]);
    let both = PageEffect::Forget(vec!["os.rmdir(1)".into(), "print('größer')".into()]);
    check(false, "tab tab alt-d y", &[both]);
    check(false, "alt-w", &[PageEffect::Copy("print('größer')".into())]);
}

#[test]
fn the_mouse_selects_scrolls_and_inserts() {
    let mut bench = Bench::new(false);
    let mut mouse = |kind, row, clicks| {
        let effect = bench.browser.mouse(Mouse { kind, column: 9, row, clicks }, &bench.history);
        bench.screen();
        (effect, bench.browser.selected())
    };
    assert_eq!(mouse(MouseKind::Press, 7, 1), (PageEffect::Stay, Some(1)));
    assert_eq!(mouse(MouseKind::WheelDown, 0, 1).1, Some(4));
    assert_eq!(mouse(MouseKind::Press, 6, 1).1, Some(4), "nothing stands there");
    assert_eq!(mouse(MouseKind::Press, 9, 2).0, insert("os.rmdir(1)"));
    mouse(MouseKind::Press, 7, 1);
    mouse(MouseKind::Press, 1, 2);
    assert_eq!(bench.press("enter").done, [insert("    return x")]);
}

#[test]
fn the_hints_are_buttons() {
    let mut bench = Bench::new(false);
    let rows = bench.screen();
    let row = i32::try_from(rows.len()).unwrap() - 1;
    let column = rows.last().unwrap().find("^G close").unwrap() as u16;
    let mut click = |column, row| {
        let press = Mouse { kind: MouseKind::Press, column, row, clicks: 1 };
        bench.browser.mouse(press, &bench.history)
    };
    assert_eq!(click(column, row), PageEffect::Close);
    assert_eq!(click(column, row - 1), PageEffect::Stay);
    assert_eq!(click(column - 1, row), PageEffect::Stay, "between two hints");
}

#[test]
fn any_size_will_do() {
    let mut bench = Bench::new(false);
    for (columns, rows) in [(1, 1), (3, 2), (10, 4), (40, 12), (200, 60), (0, 0)] {
        bench.size = Size { columns, rows };
        bench.press("up ctrl-o down ctrl-o pageup pagedown");
        let frame = bench.browser.frame(&bench.history, bench.size, &Theme::default());
        assert_eq!((frame.cells.area.width, frame.cells.area.height), (columns, rows));
        assert!(frame.cursor.is_none_or(|(column, row)| column < columns && row < rows));
    }
}
