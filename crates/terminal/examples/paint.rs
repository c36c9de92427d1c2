//! A frame to resize the window under: `cargo run -p terminal --example paint [LINES]`.
//!
//! Shows a long wrapped input with rows below it and prints a line above it each second.
//! It follows the window's size. It ends after LINES lines (60), or with Ctrl-C.

use std::io::{Write, stdout};
use std::time::Duration;

use editor::event::Size;
use editor::frame::{CursorShape, Frame};
use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::{Color, Style};
use rustix::termios::tcgetwinsize;
use terminal::paint::Painter;
use terminal::reflow::Reflow;

const INPUT: &str =
    ">>> result = [漢字 for 漢字 in some_function(of, several, arguments)] + list(range(1000)) # end";

fn main() -> std::io::Result<()> {
    let lines: u32 = std::env::args().nth(1).and_then(|lines| lines.parse().ok()).unwrap_or(60);
    let variable = |name: &str| std::env::var(name).ok();
    let reflow = Reflow::of(&variable("TERM").unwrap_or_default(), variable);
    let mut size = window()?;
    let mut painter = Painter::new(size, reflow);
    let send = |bytes: &[u8]| stdout().write_all(bytes).and_then(|()| stdout().flush());
    for tick in 0..lines * 50 {
        let now = window()?;
        if now != size {
            size = now;
            painter.resize(size);
        }
        let above = if tick % 50 == 0 { format!("printed line {}\n", tick / 50) } else { String::new() };
        send(&painter.show(&above, &frame(size)))?;
        std::thread::sleep(Duration::from_millis(20));
    }
    send(&painter.leave())
}

fn window() -> std::io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    Ok(Size { columns: size.ws_col, rows: size.ws_row })
}

fn frame(size: Size) -> Frame {
    let mut rows = vec![String::new()];
    let mut width = 0;
    for char in INPUT.chars() {
        let cells = if char.is_ascii() { 1 } else { 2 };
        if width + cells > size.columns {
            rows.push(String::new());
            width = 0;
        }
        width += cells;
        if let Some(row) = rows.last_mut() {
            row.push(char);
        }
    }
    let cursor = (width.min(size.columns - 1), rows.len() as u16 - 1);
    let last = rows.len() - 1;
    let wrapped = (0..rows.len() + 2).map(|y| y < last).collect();
    rows.extend(["    a float".to_owned(), "status".to_owned()]);
    let height = (rows.len() as u16).min(size.rows);
    let mut cells = Buffer::empty(Rect::new(0, 0, size.columns, height));
    for (y, row) in (0..height).zip(&rows) {
        let color = if y > cursor.1 { Color::Green } else { Color::Reset };
        cells.set_string(0, y, row, Style::new().fg(color));
    }
    let cursor = Some((cursor.0, cursor.1.min(height - 1)));
    Frame { cells, wrapped, cursor, top: 0, shape: CursorShape::Default, full: false }
}
