//! What a key costs to draw, and how fast others' output is taken.

use divan::{Bencher, black_box, counter::ItemsCount};
use editor::event::Size;
use editor::frame::CursorShape;
use editor::protocol::Prompt;
use editor::python::syntax::highlight;
use editor::scene::{Floats, Scene};
use editor::tail::Tail;
use editor::theme::Theme;
use editor::transcript::transcript;
use editor::view::render;

fn main() {
    divan::main();
}

const BLOCK: &str = "    total += sum(value * 2 for value in range(10))  # and so on\n";

/// A key at the end of a block of so many lines, in a terminal of 80 by 24.
#[divan::bench(args = [1, 300, 3000])]
fn a_block_of_lines(bencher: Bencher<'_, '_>, lines: usize) {
    let text = BLOCK.repeat(lines);
    let spans = highlight(&text);
    let (prompt, theme) = (Prompt::default(), Theme::default());
    let scene = Scene {
        size: Size { columns: 80, rows: 24 },
        tails: Vec::new(),
        submitted: Vec::new(),
        prompt: &prompt,
        text: &text,
        spans: &spans,
        cursor: text.len(),
        top: 0,
        line_numbers: false,
        wrap: true,
        shape: CursorShape::Default,
        selection: Vec::new(),
        overlays: Vec::new(),
        suggestion: "",
        floats: Floats::default(),
    };
    bencher.bench_local(|| render(black_box(&scene), &theme));
}

/// An accepted block of 300 lines, for the scrollback.
#[divan::bench]
fn a_transcript(bencher: Bencher<'_, '_>) {
    let text = BLOCK.repeat(300);
    let spans = highlight(&text);
    bencher.bench_local(|| transcript(black_box(&text), &spans, &Prompt::default(), &Theme::default(), ""));
}

const LINES: usize = 1000;

/// Lines through a stream's tail, in pieces as a pipe gives them.
#[divan::bench(args = ["plain", "coloured", "international"])]
fn a_stream(bencher: Bencher<'_, '_>, kind: &str) {
    let line = match kind {
        "plain" => "2026-01-01 12:00:00,000 INFO a plain line of a log, as most of them are\r\n",
        "coloured" => {
            "2026-01-01 12:00:00,000 \x1b[32mINFO\x1b[0m a line with \x1b[1mcolours\x1b[0m in it\r\n"
        }
        _ => "2026-01-01 12:00:00,000 INFO eine Zeile mit Ümlauten und 漢字\r\n",
    };
    let bytes = line.repeat(LINES).into_bytes();
    let bencher = bencher.counter(ItemsCount::new(LINES)).with_inputs(Tail::default);
    bencher
        .bench_local_values(|mut tail| bytes.chunks(4096).map(|piece| tail.push(piece).len()).sum::<usize>());
}
