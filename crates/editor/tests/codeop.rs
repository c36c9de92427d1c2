//! The verdict on inputs beside that of CPython's `codeop`, as `tests/oracle/completeness.py`
//! wrote it down. `CODEOP_CASES=file` reads other cases and prints how many agree.

use editor::python::complete_check::{Completeness, check};

fn verdict(source: &str) -> &'static str {
    match check(source) {
        Completeness::Complete => "complete",
        Completeness::Block => "block",
        Completeness::Incomplete => "incomplete",
        Completeness::Invalid => "invalid",
    }
}

fn unescape(escaped: &str) -> String {
    let parts: Vec<String> = escaped.split("\\\\").map(|part| part.replace("\\n", "\n")).collect();
    parts.join("\\")
}

/// The cases on which the two differ: input, ours, `codeop`'s.
fn differences(cases: &str) -> Vec<(String, &'static str, String)> {
    let compare = |line: &str| {
        let (expected, escaped) = line.split_once('\t').expect("a tab");
        let source = unescape(escaped);
        let ours = verdict(&source);
        (ours != expected).then(|| (source, ours, expected.to_owned()))
    };
    cases.lines().filter_map(compare).collect()
}

#[test]
fn the_verdict_is_that_of_codeop() {
    let different = differences(include_str!("codeop.txt"));
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn other_cases() {
    let Ok(path) = std::env::var("CODEOP_CASES") else { return };
    let cases = std::fs::read_to_string(path).unwrap();
    let different = differences(&cases);
    println!("{} of {} differ: {different:#?}", different.len(), cases.lines().count());
}
