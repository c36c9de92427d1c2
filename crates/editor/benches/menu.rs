//! What a key costs in a menu of 5,000 candidates.

use divan::{Bencher, black_box};
use editor::menu::Menu;
use editor::protocol::{Candidate, Kind};

fn candidates() -> Vec<Candidate> {
    let words = ["read", "write", "array", "numeric", "Value", "is", "to", "frame", "_make", "index"];
    let word = |number: usize| words[number % words.len()];
    let text = |n: usize| format!("{}_{}_{}{}", word(n), word(n / 10), word(n / 100), n / 1000);
    let candidate = |n| Candidate {
        text: text(n),
        kind: if n % 3 == 0 { Kind::Method } else { Kind::Variable },
        detail: String::new(),
        suffix: String::new(),
        likely: 0,
    };
    (0..5_000).map(candidate).collect()
}

#[divan::bench(args = ["", "r", "re", "rnum", "v_to3"])]
fn narrow(bencher: Bencher, prefix: &str) {
    let mut menu = Menu::new(candidates(), 0);
    bencher.bench_local(|| menu.narrow(black_box(prefix), true, &|text| u32::from(text.len() > 18)));
}

#[divan::bench]
fn view(bencher: Bencher) {
    let mut menu = Menu::new(candidates(), 0);
    menu.narrow("rnum", true, &|_| 0);
    bencher.bench_local(|| black_box(menu.view(12, false)).rows.len());
}

#[divan::bench]
fn open(bencher: Bencher) {
    bencher.with_inputs(candidates).bench_values(|candidates| Menu::new(candidates, 0));
}

fn main() {
    divan::main();
}
