//! What it costs to find out what changed: `cargo bench -p terminal --bench paint`.

use divan::{Bencher, black_box};
use editor::event::Size;
use editor::frame::{CursorShape, Frame};
use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::{Color, Style};
use terminal::paint::Painter;
use terminal::reflow::Reflow;

const SIZE: Size = Size { columns: 120, rows: 40 };

fn main() {
    divan::main();
}

/// So many highlighted rows; the last one ends with `key`.
fn frame(rows: u16, key: &str) -> Frame {
    let mut cells = Buffer::empty(Rect::new(0, 0, SIZE.columns, rows));
    for y in 0..rows {
        cells.set_string(0, y, ">>> ", Style::new().fg(Color::Red));
        cells.set_string(4, y, "return", Style::new().fg(Color::Blue));
        cells.set_string(11, y, "some_function(of, several, arguments) + 42", Style::new());
    }
    cells.set_string(60, rows - 1, key, Style::new());
    let wrapped = vec![false; rows.into()];
    Frame { cells, wrapped, cursor: Some((61, rows - 1)), top: 0, shape: CursorShape::Default, full: false }
}

#[divan::bench(args = [1, 10, 40])]
fn one_key(bencher: Bencher, rows: u16) {
    let frames = [frame(rows, "a"), frame(rows, "b")];
    let mut painter = Painter::new(SIZE, Reflow::default());
    painter.show("", &frames[0]);
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        black_box(painter.show("", &frames[turn % 2]))
    });
}

#[divan::bench(args = [1, 10, 40])]
fn the_whole_frame(bencher: Bencher, rows: u16) {
    let frame = frame(rows, "a");
    bencher.bench_local(|| Painter::new(SIZE, Reflow::default()).show("", black_box(&frame)));
}

#[divan::bench(args = [1, 30])]
fn a_printed_line(bencher: Bencher, rows: u16) {
    let frame = frame(rows, "a");
    let mut painter = Painter::new(SIZE, Reflow::default());
    painter.show("", &frame);
    bencher.bench_local(|| black_box(painter.show("INFO: a line of another thread\n", &frame)));
}

#[divan::bench]
fn fifty_thousand_printed_lines(bencher: Bencher) {
    let frame = frame(5, "a");
    let lines = "a line that the program printed\n".repeat(50_000);
    let mut painter = Painter::new(SIZE, Reflow::default());
    bencher.bench_local(|| black_box(painter.show(&lines, &frame)));
}

#[divan::bench]
fn a_resize(bencher: Bencher) {
    let frame = frame(20, "a");
    let mut painter = Painter::new(SIZE, Reflow::default());
    bencher.bench_local(|| {
        painter.resize(Size { columns: 50, rows: 40 });
        painter.resize(SIZE);
        black_box(painter.show("", &frame))
    });
}
