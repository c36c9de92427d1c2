//! What single calls of the painter cost, and what they leave on the screen.

mod screen;

use editor::event::Size;
use editor::frame::{CursorShape, Frame};
use ratatui_core::buffer::Buffer;
use ratatui_core::style::{Color, Modifier, Style};
use screen::{Alacritty, Screen, Vt100};
use terminal::paint::Painter;
use terminal::reflow::Reflow;

const SIZE: Size = Size { columns: 40, rows: 10 };

/// Lines as wide as the terminal, with the cursor at the `|`.
fn frame(lines: &[&str]) -> Frame {
    let mut cells = Buffer::empty(ratatui_core::layout::Rect::new(0, 0, SIZE.columns, lines.len() as u16));
    let mut cursor = None;
    for (y, line) in lines.iter().enumerate() {
        if let Some(x) = line.find('|') {
            cursor = Some((x as u16, y as u16));
        }
        cells.set_string(0, y as u16, line.replace('|', ""), Style::new());
    }
    Frame {
        cells,
        wrapped: vec![false; lines.len()],
        cursor,
        top: 0,
        shape: CursorShape::Default,
        full: false,
    }
}

fn painter() -> Painter {
    Painter::new(SIZE, Reflow::Columns)
}

/// Bytes that lead from one frame to another.
#[track_caller]
fn check(from: &[&str], above: &str, to: &[&str], most: usize) {
    let mut painter = painter();
    painter.show("", &frame(from));
    let bytes = painter.show(above, &frame(to));
    assert!(bytes.len() <= most, "{} bytes: {:?}", bytes.len(), String::from_utf8_lossy(&bytes));
}

#[test]
fn only_differences_are_sent() {
    let tall = [">>> |", "1", "2", "3", "4"];
    check(&[">>> pri|"], "", &[">>> pri|"], 0);
    check(&[">>> pri|"], "", &[">>> prin|"], 17);
    check(&[">>> prin|"], "", &[">>> pri|"], 30);
    check(&[">>> prin|"], "", &[">>> |prin"], 25);
    check(&[">>> f(|"], "", &[">>> f(x|", "   f(x, y)"], 65);
    check(&[">>> |"], "a line\n", &[">>> |"], 70);
    check(&tall, "a line\n", &tall, 70);
    check(&tall, "\x1b[31mred\x1b[m\n漢字\n", &tall, 90);
}

#[test]
fn a_highlighted_key_at_the_end_of_a_line_costs_little() {
    let mut painter = painter();
    let mut before = frame(&[">>> whil|"]);
    before.cells.set_style(ratatui_core::layout::Rect::new(4, 0, 4, 1), Style::new().fg(Color::Cyan));
    painter.show("", &before);
    let mut after = frame(&[">>> while|"]);
    let keyword = Style::new().fg(Color::Blue).add_modifier(Modifier::BOLD);
    after.cells.set_style(ratatui_core::layout::Rect::new(4, 0, 5, 1), keyword);
    assert!(painter.show("", &after).len() < 50);
}

#[test]
fn the_cursor_is_hidden_while_it_travels_and_when_it_has_no_place() {
    let mut painter = painter();
    let mut seen = |frame: &Frame| String::from_utf8(painter.show("", frame)).unwrap();
    assert!(!seen(&frame(&[">>> |"])).contains("?25"));
    let travels = seen(&frame(&[">>> |", "below"]));
    assert!(travels.contains("\x1b[?25l") && travels.contains("\x1b[?25h"));
    let nowhere = seen(&frame(&[">>> ", "below"]));
    assert!(nowhere.contains("\x1b[?25l") && !nowhere.contains("\x1b[?25h"));
    assert!(seen(&frame(&[">>> |", "below"])).contains("\x1b[?25h"));
    let beam = Frame { shape: CursorShape::Beam, ..frame(&[">>> |", "below"]) };
    assert_eq!(seen(&beam), "\x1b[?2026h\x1b[6 q\x1b[?2026l");
}

/// Text on the screen, and the cursor.
fn text<S: Screen>(screen: &S) -> (String, (u16, u16)) {
    let (rows, _) = screen.rows();
    let text: Vec<_> = rows.iter().map(|row| row.text().trim_end().to_owned()).collect();
    let (x, y, visible) = screen.cursor();
    assert!(visible);
    (text.join("\n").trim_end().to_owned(), (x, y))
}

#[track_caller]
fn check_fresh<S: Screen>(left: &str, expected: &str, cursor: (u16, u16)) {
    let mut screen = S::new(SIZE);
    let mut painter = painter();
    screen.feed(left.as_bytes());
    screen.feed(&painter.fresh_line());
    screen.feed(&painter.show("", &frame(&[">>> |"])));
    assert_eq!(text(&screen), (expected.into(), cursor), "{left:?}");
    screen.resize(Size { columns: 60, ..SIZE });
    assert_eq!(text(&screen), (expected.into(), cursor), "{left:?} and wider");
}

#[test]
fn a_prompt_starts_at_the_start_of_a_line() {
    let (wide, wider) = ("x".repeat(38), "x".repeat(39));
    for check in [check_fresh::<Alacritty>, check_fresh::<Vt100>] {
        check("", ">>>", (4, 0));
        check("done\r\n", "done\n>>>", (4, 1));
        check("half", "half%\n>>>", (4, 1));
        check("\x1b[41mhalf\x1b[?25l", "half%\n>>>", (4, 1));
        check(&wide, &format!("{wide}%\n>>>"), (4, 1));
        check(&wider, &format!("{wider}%\n>>>"), (4, 1));
        let full = "a\r\n".repeat(9);
        check(&full, &format!("{}\n>>>", full.replace("\r\n", "\n").trim_end()), (4, 7));
        check(&format!("{full}half"), &format!("{}half%\n>>>", full.replace("\r\n", "\n")), (4, 8));
    }
    let line = "x".repeat(40);
    let (mut screen, mut painter) = (Alacritty::new(SIZE), painter());
    screen.feed(line.as_bytes());
    screen.feed(&painter.fresh_line());
    screen.feed(&painter.show("", &frame(&[">>> |"])));
    assert_eq!(text(&screen), (format!("{line}\n>>>"), (4, 1)));
}

#[test]
fn leaving_and_clearing_lose_no_line() {
    let (mut screen, mut painter) = (Alacritty::new(SIZE), painter());
    screen.feed(&painter.show("one\ntwo\n", &frame(&[">>> first", "... |", "status"])));
    screen.feed(&painter.clear());
    screen.feed(&painter.show("", &frame(&[">>> first", "... |", "status"])));
    assert_eq!(text(&screen), ("one\ntwo\n>>> first\n...\nstatus".into(), (4, 1)));
    assert_eq!(screen.rows().1, 2, "the lines are in the history");
    screen.feed(&painter.leave());
    assert_eq!(text(&screen), ("one\ntwo".into(), (0, 0)));
    assert_eq!(painter.leave(), b"", "there is nothing left to erase");
}

#[test]
fn what_terminals_disagree_about_shifts_nothing() {
    let emoji = ["👩\u{200d}🔬", "❤\u{fe0f}", "🇺🇦", "👍🏽", "🫠"];
    for emoji in emoji {
        let lines = [format!("ab {emoji} cd"), format!("{}{emoji}", "x".repeat(38)), "end|".into()];
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        let mut painter = painter();
        let (mut alacritty, mut vt100) = (Alacritty::new(SIZE), Vt100::new(SIZE));
        for frame in [frame(&["ab cd|"]), frame(&lines), frame(&["ab XXcd|", "yyy"]), frame(&lines)] {
            let bytes = painter.show("", &frame);
            alacritty.feed(&bytes);
            vt100.feed(&bytes);
        }
        for (name, rows) in [("alacritty", alacritty.rows().0), ("vt100", vt100.rows().0)] {
            let cell = |x: usize, y: usize| rows[y].cells[x].symbol.as_str();
            assert_eq!(
                (cell(0, 0), cell(1, 0), cell(6, 0), cell(7, 0)),
                ("a", "b", "c", "d"),
                "{name} {emoji}"
            );
            // vt100 cannot be told to wrap nothing.
            if name == "alacritty" {
                assert_eq!((cell(37, 1), cell(0, 2), cell(2, 2)), ("x", "e", "d"), "{emoji}");
            }
        }
        assert_eq!(alacritty.cursor(), (3, 2, true), "{emoji}");
    }
}

/// What an echo sends, and what the frame sends that comes after it.
#[track_caller]
fn check_echo(from: &str, c: char, to: &str, echoed: &str, most: usize) {
    let mut painter = painter();
    painter.show("", &frame(&[from]));
    assert_eq!(painter.echo(c), echoed.as_bytes());
    let bytes = painter.show("", &frame(&[to]));
    assert!(bytes.len() <= most, "{} bytes: {:?}", bytes.len(), String::from_utf8_lossy(&bytes));
}

#[test]
fn an_echo_is_a_byte_and_its_frame_nothing() {
    check_echo(">>> pri|", 'n', ">>> prin|", "n", 0);
    check_echo(">>> pri|", 'n', ">>> pro|", "n", 30);
    check_echo(">>> |", '(', ">>> (|)", "(", 30);
    check_echo(">>> |漢", 'x', ">>> x|漢", "", 40);
    check_echo(&format!("{}|", "x".repeat(39)), 'y', &format!("{}|", "x".repeat(39)), "", 0);
}
