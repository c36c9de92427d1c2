//! What the history browser costs with 100,000 entries: to open it, and for each key.

use divan::{Bencher, black_box};
use editor::event::{Entry, Place, Size};
use editor::history::History;
use editor::key::Key;
use editor::page::Browser;
use editor::theme::Theme;

/// Inputs as people type them, each a little different.
fn history() -> History {
    const INPUTS: &[&str] = &[
        "import numpy as np",
        "df = pd.read_csv('data/measurements.csv', parse_dates=['time'])",
        "for row in rows:\n    print(row.name, row.value)\n",
        "def solve(a, b):\n    return np.linalg.solve(a, b)",
        "requests.get(url, timeout=10).json()['items']",
        "x",
        "plt.plot(df.time, df.value); plt.show()",
        "await client.fetch('https://example.org/', headers=headers)",
    ];
    let entry = |n: usize| Entry {
        text: format!("{}  # {n}", INPUTS[n * 7 % INPUTS.len()]),
        time: n as u64,
        directory: format!("/home/somebody/project{}", n / 1000),
        session: format!("session-{}", n / 100),
        succeeded: Some(!n.is_multiple_of(9)),
    };
    let mut history = History::default();
    history.merge((0..100_000).map(entry).collect());
    history
}

fn open(history: &History) -> Browser {
    Browser::new(history, Place::default(), false)
}

#[divan::bench]
fn open_and_draw(bencher: Bencher) {
    let (history, size) = (history(), Size { columns: 80, rows: 24 });
    bencher.bench_local(|| open(&history).frame(black_box(&history), size, &Theme::default()));
}

/// The last key of each query.
#[divan::bench(args = ["e", "re", "rea", "np", "npsol", "df val", "zzz"])]
fn key(bencher: Bencher, query: &str) {
    let (history, size) = (history(), Size { columns: 80, rows: 24 });
    let keys: Vec<Key> = query.chars().map(Key::char).collect();
    let Some((last, before)) = keys.split_last() else { return };
    let typed = || {
        let mut browser = open(&history);
        for key in before {
            browser.key(*key, &history);
        }
        browser
    };
    bencher.with_inputs(typed).bench_local_refs(|browser| {
        browser.key(black_box(*last), &history);
        browser.frame(&history, size, &Theme::default())
    });
}

fn main() {
    divan::main();
}
