//! A key from the application to the bytes for the terminal: all that a key costs but the system calls.

use std::time::Instant;

use editor::app::App;
use editor::event::{Event, Size};
use editor::key::{Code, Key};
use editor::protocol::{Prompt, ToUi};
use editor::settings::Settings;
use terminal::paint::Painter;
use terminal::reflow::Reflow;

const SIZE: Size = Size { columns: 100, rows: 40 };

fn main() {
    divan::main();
}

fn block() -> String {
    let lines = (0..298).map(|n| format!("    x{n} = [a + {n}, 'text {n}', b]  # {n}\n"));
    format!("def f(a, b):\n{}    ", lines.collect::<String>())
}

/// Types a letter and takes it back.
fn key(bencher: divan::Bencher, text: &str) {
    let mut app = App::new(Settings::default(), SIZE);
    let mut painter = Painter::new(SIZE, Reflow::default());
    app.update(Event::Host(ToUi::Ready { prompt: Prompt::default(), succeeded: None }), Instant::now());
    app.update(Event::Paste(text.into()), Instant::now());
    painter.show("", &app.frame());
    bencher.bench_local(|| {
        for key in [Key::char('q'), Key::plain(Code::Backspace)] {
            divan::black_box(app.update(Event::Key(key), Instant::now()));
            divan::black_box(painter.show("", &app.frame()));
        }
    });
}

#[divan::bench]
fn two_keys_on_an_empty_line(bencher: divan::Bencher) {
    key(bencher, "");
}

#[divan::bench]
fn two_keys_in_a_block_of_300_lines(bencher: divan::Bencher) {
    key(bencher, &block());
}
