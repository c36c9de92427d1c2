//! The cursor is drawn as `|`.

mod asked;
mod bindings;
mod calls;
mod keywords;
mod survival;

use super::{call, question};
use crate::protocol::{Call, Wanted};

fn split(drawn: &str) -> (String, usize) {
    let cursor = drawn.find('|').expect("a cursor");
    (drawn.replacen('|', "", 1), cursor)
}

fn draw_call(call: &Call) -> String {
    let Call { callee, positional, given, keyword, first: _ } = call;
    let given = given.join(" ");
    format!("{callee}({positional}; {given}; {keyword})")
}

fn draw_calls(call: Option<&Call>) -> String {
    call.map(|call| format!(" in {}", draw_call(call))).unwrap_or_default()
}

fn draw(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Name { call, .. } => format!("name{}", draw_calls(call.as_ref())),
        Wanted::Attribute { of } => format!("attribute of {of}"),
        Wanted::Key { of, quote } => format!("key of {of} {quote}").trim_end().to_owned(),
        Wanted::Module { package, level } => format!("module {level} {package}").trim_end().to_owned(),
        Wanted::ImportName { module, level, given } => {
            format!("import {level} {module} but {}", given.join(" ")).trim_end().to_owned()
        }
        Wanted::Text { quote, call, beside, annotation } => {
            let colon = if *annotation { ": " } else { "" };
            format!("text {quote} {colon}{beside}").trim_end().to_owned() + &draw_calls(call.as_ref())
        }
        Wanted::Override { bases } => format!("override {}", bases.join(" ")),
        Wanted::Exception => "exception".to_owned(),
        Wanted::Value { like, annotation, .. } => format!("value {like} {annotation}"),
        Wanted::Keyword { keywords } => format!("keyword {}", keywords.join(" ")),
    }
}

/// The kind of the question and its prefix, `kind < prefix`; `-` where nothing is asked.
fn check(drawn: &str, expected: &str) {
    let (source, cursor) = split(drawn);
    let asked = question(&source, cursor).map(|(question, range)| {
        assert_eq!(question.prefix, source[range], "{drawn:?}");
        format!("{} < {}", draw(&question.kind), question.prefix)
    });
    assert_eq!(asked.as_deref().unwrap_or("-").trim_end(), expected.trim_end(), "{drawn:?}");
}
