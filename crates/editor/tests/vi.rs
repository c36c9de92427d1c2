//! Vim is the judge: its answers to the cases in `tests/vi`, and to random ones where it is installed.
//!
//! `VI_GOLDEN` names another file of answers, made by `tests/vi/oracle.py`.

use std::fmt::Write;

mod common;

use common::{play, show};

/// The answers that are tried.
fn golden() -> String {
    let other = std::env::var("VI_GOLDEN").map(|path| std::fs::read_to_string(path).expect("VI_GOLDEN"));
    other.unwrap_or_else(|_| include_str!("../../../tests/vi/golden.tsv").to_owned())
}

#[test]
fn every_case_ends_as_in_vim() {
    let golden = golden();
    let mut failed = String::new();
    let mut cases = 0;
    for line in golden.lines() {
        let [text, keys, after, at] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not a case: {line:?}");
        };
        cases += 1;
        let (ours, place) = play(text, keys);
        if (&*ours, &*place) != (show(after), at) {
            let _ = writeln!(failed, "{text}\t{keys}\n  vim  {after}\t{at}\n  ours {ours}\t{place}");
        }
    }
    assert!(failed.is_empty(), "{cases} cases\n{failed}");
}
