//! Vim is the judge: its answers to the cases in `tests/vi`, and to random ones where it is installed.

use std::fmt::Write;

mod common;

use common::{play, show};

#[test]
fn every_case_ends_as_in_vim() {
    let mut failed = String::new();
    let mut cases = 0;
    for line in include_str!("../../../tests/vi/golden.tsv").lines() {
        let [text, keys, after, at] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not a case: {line:?}");
        };
        cases += 1;
        let (ours, place) = play(text, keys);
        if (&*ours, &*place) != (show(after), at) {
            let _ = writeln!(failed, "{text}\t{keys}\n  vim  {after}\t{at}\n  ours {ours}\t{place}");
        }
    }
    assert!(cases >= 800, "{cases} cases");
    assert!(failed.is_empty(), "\n{failed}");
}
