//! What a key costs in a block of 300 lines.

use std::fmt::Write;

use divan::{Bencher, black_box};
use editor::python::cursor_context::{self, Reader};
use editor::python::syntax::{Highlighter, highlight};
use editor::python::{complete_check, indent};

fn block() -> String {
    let mut text = String::from("def big(a, b):\n");
    for i in 0..100 {
        let _ = writeln!(
            text,
            "    if a[{i}] > b.value({i}, key='x{i}'):\n        total = f\"{{a[{i}]!r:>10}} and {{b}}\" + 'text' # comment {i}\n        print(total, [x for x in range({i}) if x % 2])"
        );
    }
    text
}

#[divan::bench]
fn whole(bencher: Bencher) {
    let text = block();
    bencher.bench(|| highlight(black_box(&text)));
}

/// Two keys in each round: one typed, one taken back.
#[divan::bench(args = ["", "f(", "'''"])]
fn two_keys_at_the_end(bencher: Bencher, open: &str) {
    let text = block() + "    total = " + open;
    let longer = format!("{text}x");
    let mut highlighter = Highlighter::default();
    bencher.bench_local(|| {
        highlighter.update(black_box(&longer));
        highlighter.update(black_box(&text)).len()
    });
}

#[divan::bench]
fn two_brackets_in_the_middle(bencher: Bencher) {
    let text = block();
    let mut longer = text.clone();
    longer.insert(text.len() / 2, '(');
    let mut highlighter = Highlighter::default();
    bencher.bench_local(|| {
        highlighter.update(black_box(&longer));
        highlighter.update(black_box(&text)).len()
    });
}

#[divan::bench]
fn enter(bencher: Bencher) {
    let text = block();
    bencher.bench(|| (complete_check::check(black_box(&text)), indent::after_enter(&text, text.len() - 1)));
}

/// A question and a call in each round, by a reader that has seen the lines above.
#[divan::bench(args = ["tot", "print(total.", "print(total, "])]
fn question_at_the_end(bencher: Bencher, typed: &str) {
    let text = block() + "    " + typed;
    let mut reader = Reader::default();
    bencher.bench_local(|| {
        (reader.question(black_box(&text), text.len()), reader.call(black_box(&text), text.len()))
    });
}

#[divan::bench]
fn question_of_a_new_line(bencher: Bencher) {
    let text = block() + "    total.";
    bencher.bench(|| cursor_context::question(black_box(&text), text.len()));
}

fn main() {
    divan::main();
}
