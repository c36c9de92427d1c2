//! Documentation: of the selection, and of what stands at the cursor.

use super::Bench;
use crate::protocol::{Doc, ToUi};

#[test]
fn documentation_follows_the_selection() {
    let mut bench = Bench::new(&[]);
    bench.press("'os.'").answer("path name").press("down");
    let asked = bench.asked();
    assert!(asked.last().unwrap().contains("source: \"os.name\""), "{asked:?}");
    let doc = Doc { title: "str".into(), text: "one\ntwo\nthree".into(), ..Doc::default() };
    let seq = bench.app.assist.seq;
    bench.host(ToUi::Documentation { seq, doc: Some(doc) });
    assert_eq!(bench.app.assist.documentation.shown().unwrap().1, 0);
    bench.press("alt-pagedown");
    assert_eq!(bench.app.assist.documentation.shown().unwrap().1, 2);
    bench.press("'x'");
    assert_eq!(bench.app.assist.documentation.shown(), None);
}

#[test]
fn documentation_when_asked_for() {
    let mut bench = Bench::new(&[]);
    bench.text("len|(x)").press("f1");
    let seq = bench.app.assist.seq;
    bench.host(ToUi::Documentation { seq, doc: None });
    assert_eq!(bench.app.notice.as_ref().unwrap().text, "Nothing is known of len.");
    bench.press("alt-h");
    let asked = bench.asked();
    assert!(asked.last().unwrap().ends_with("source: true }"), "{asked:?}");
    let seq = bench.app.assist.seq;
    bench.host(ToUi::Documentation { seq, doc: Some(Doc::default()) });
    assert!(bench.app.assist.documentation.shown().is_some());
    bench.press("escape");
    assert_eq!((bench.app.assist.documentation.shown(), bench.drawn().as_str()), (None, "len|(x)"));
}

#[test]
fn documentation_of_half_a_word_is_of_what_it_becomes_or_of_the_call() {
    let mut bench = Bench::new(&[]);
    let unknown = |bench: &mut Bench, expected: &str| {
        let asked = bench.asked();
        assert!(asked.last().unwrap().contains(&format!("source: \"{expected}\"")), "{asked:?}");
        bench.host(ToUi::Documentation { seq: bench.app.assist.seq, doc: None });
    };
    bench.press("'os.pa'").answer("path pathsep").press("f1");
    unknown(&mut bench, "os.pa");
    unknown(&mut bench, "os.path");
    assert_eq!(bench.app.notice.as_ref().unwrap().text, "Nothing is known of os.pa.");
    bench.press("ctrl-u 'f(pa'").wait(5).press("f1");
    unknown(&mut bench, "pa");
    unknown(&mut bench, "f");
    assert_eq!(bench.app.notice.as_ref().unwrap().text, "Nothing is known of pa.");
}
