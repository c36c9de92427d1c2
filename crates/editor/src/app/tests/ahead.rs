//! Many keys at once: a paste that the terminal did not mark, or what was typed ahead.

use super::Bench;
use crate::event::{Effect, Event};
use crate::key::{Code, Key};
use crate::protocol::{ToHost, ToUi};

/// Types lines in one read and accepts what they submit. `↧` is an Enter below which a block
/// goes on, `↵` one with nothing behind it. What was run, and what is left.
#[track_caller]
fn check(typed: &str, ran: &[&str], left: &str) {
    let mut bench = Bench::new(&[]);
    for c in typed.chars() {
        bench.event(match c {
            '\n' => Event::Enter { goes_on: false },
            '↧' => Event::Enter { goes_on: true },
            '↵' => Event::Key(Key::plain(Code::Enter)),
            c => Event::Key(Key::char(c)),
        });
    }
    let mut sources = Vec::new();
    while let Some(source) = submitted(&mut bench) {
        sources.push(source);
        bench.host(ToUi::Accepted).ready(Some(true));
    }
    assert_eq!(sources, ran, "{typed:?}");
    assert_eq!(bench.drawn(), left, "{typed:?}");
}

/// What was submitted since the last time.
fn submitted(bench: &mut Bench) -> Option<String> {
    std::mem::take(&mut bench.effects).into_iter().find_map(|effect| match effect {
        Effect::Ask(ToHost::Run { source }) => Some(source),
        _ => None,
    })
}

#[test]
fn lines_keep_their_own_indentation() {
    check("1\n2↵", &["1", "2"], "|");
    check("x = 1\nx", &["x = 1"], "x|");
    check("if x:↧  y\n  z\n↵", &["if x:\n  y\n  z"], "|");
    check("if x:↧  y\n  return\n  z↵", &[], "if x:\n  y\n  return\n  z\n  |");
    check("f(\n1,\n2)↵", &["f(\n1,\n2)"], "|");
    check("if x:↧    y\nelse:↧    z\n\n1↵", &["if x:\n    y\nelse:\n    z", "1"], "|");
}

#[test]
fn a_blank_line_does_not_end_a_block_that_goes_on() {
    check("if x:↧  y\n↧  z\n\n1↵", &["if x:\n  y\n\n  z", "1"], "|");
    check("if x:↧  y\n↧else:↧  z\n↵", &["if x:\n  y\n\nelse:\n  z"], "|");
    check("1\nif x:↧  y\n↧  z\n↵", &["1", "if x:\n  y\n\n  z"], "|");
}
