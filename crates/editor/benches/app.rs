//! What a key costs the application: update and frame.

use std::fmt::Write;
use std::time::Instant;

use divan::{Bencher, black_box};
use editor::app::App;
use editor::event::{Entry, Event, Size};
use editor::key::{Code, Key};
use editor::protocol::{Prompt, ToUi};
use editor::settings::Settings;

fn prompting() -> App {
    let mut app = App::new(Settings::default(), Size { columns: 100, rows: 40 });
    app.update(Event::Host(ToUi::Ready { prompt: Prompt::default(), succeeded: None }), Instant::now());
    app
}

fn block(lines: usize) -> String {
    let mut text = String::from("def big(a, b):\n");
    for i in 0..lines {
        let _ =
            writeln!(text, "    total = f\"{{a[{i}]!r:>10}} and {{b}}\" + print(total, a.value({i}))  # {i}");
    }
    text + "    total = tot"
}

fn keys(app: &mut App, keys: &[Key]) {
    for key in keys {
        black_box(app.update(Event::Key(*key), Instant::now()));
        black_box(app.frame());
    }
}

/// A letter and its removal, each with its frame.
#[divan::bench(args = [1, 300])]
fn two_keys_at_the_end(bencher: Bencher, lines: usize) {
    let mut app = prompting();
    app.update(Event::Paste(block(lines)), Instant::now());
    bencher.bench_local(|| keys(&mut app, &[Key::char('a'), Key::plain(Code::Backspace)]));
}

/// Left and Right.
#[divan::bench]
fn two_motions_at_the_end(bencher: Bencher) {
    let mut app = prompting();
    app.update(Event::Paste(block(300)), Instant::now());
    bencher.bench_local(|| keys(&mut app, &[Key::plain(Code::Left), Key::plain(Code::Right)]));
}

/// A letter and its removal, without their frames.
#[divan::bench]
fn two_updates_at_the_end(bencher: Bencher) {
    let mut app = prompting();
    app.update(Event::Paste(block(300)), Instant::now());
    bencher.bench_local(|| {
        for key in [Key::char('a'), Key::plain(Code::Backspace)] {
            black_box(app.update(Event::Key(key), Instant::now()));
        }
    });
}

#[divan::bench]
fn enter_in_a_block(bencher: Bencher) {
    let mut app = prompting();
    app.update(Event::Paste(block(300)), Instant::now());
    bencher.bench_local(|| keys(&mut app, &[Key::plain(Code::Enter), Key::ctrl('_')]));
}

#[divan::bench]
fn paste_of_1000_lines(bencher: Bencher) {
    let text = block(1000);
    bencher.with_inputs(prompting).bench_local_values(|mut app| {
        app.update(Event::Paste(text.clone()), Instant::now());
        black_box(app.frame())
    });
}

/// A letter that nothing in 100,000 entries begins with, and its removal.
#[divan::bench]
fn two_keys_beside_a_long_history(bencher: Bencher) {
    let mut app = prompting();
    let entry = |n: usize| Entry {
        text: format!("value_{n} = compute({n}, {})", n / 7),
        time: 0,
        directory: String::new(),
        session: String::new(),
        succeeded: None,
    };
    app.update(Event::History((0..100_000).map(entry).collect()), Instant::now());
    app.update(Event::Key(Key::char('q')), Instant::now());
    bencher.bench_local(|| keys(&mut app, &[Key::char('a'), Key::plain(Code::Backspace)]));
}

fn main() {
    divan::main();
}
