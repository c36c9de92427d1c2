//! The signature of the call at the cursor.

use super::Bench;
use crate::protocol::{Parameter, ParameterKind, Signature, ToUi};
use crate::settings::{EditingMode, Settings};

#[test]
fn the_signature_of_the_call_at_the_cursor() {
    let mut bench = Bench::new(&[]);
    bench.press("'open('");
    let asked = bench.asked();
    assert!(asked.last().unwrap().starts_with("Signature"), "{asked:?}");
    let parameter = |name: &str| Parameter {
        name: name.into(),
        kind: ParameterKind::PositionalOrKeyword,
        annotation: String::new(),
        default: None,
    };
    let parameters = vec![parameter("file"), parameter("mode")];
    let signature = Signature { name: "open".into(), parameters, returns: String::new() };
    let seq = bench.app.assist.seq;
    bench.host(ToUi::Signatures { seq: seq - 1, signatures: Vec::new() });
    bench.host(ToUi::Signatures { seq, signatures: vec![signature] });
    assert_eq!(bench.app.assist.signatures.shown().unwrap().current, Some(0));
    bench.press("'x, '").wait(5);
    assert_eq!(bench.app.assist.signatures.shown().unwrap().current, Some(1));
    bench.press("'file='").wait(5);
    assert_eq!(bench.app.assist.signatures.shown().unwrap().current, Some(0));
    bench.press("ctrl-a").wait(5);
    assert_eq!(bench.app.assist.signatures.shown(), None);
}

#[test]
fn a_signature_is_there_for_typing() {
    let settings = Settings { editing_mode: EditingMode::Vi, ..Settings::default() };
    let mut bench = Bench::with(settings, &[]);
    let asks = |bench: &mut Bench| bench.asked().iter().any(|asked| asked.starts_with("Signature"));
    assert!(asks(bench.press("'f(a'")));
    bench.press("escape").wait(5);
    assert_eq!(bench.app.assist.signatures.shown(), None);
    assert!(asks(bench.press("'i'")));
    assert!(!asks(bench.press("escape '0'")));
}

#[test]
fn a_signature_belongs_to_its_input() {
    let mut bench = Bench::new(&[]);
    let answered = |bench: &mut Bench| {
        let signature = Signature { name: "f".into(), parameters: Vec::new(), returns: String::new() };
        bench.host(ToUi::Signatures { seq: bench.app.assist.seq, signatures: vec![signature] });
        bench.app.assist.signatures.shown().is_some()
    };
    bench.press("'f('").wait(5);
    assert!(answered(&mut bench));
    // Enter comes before the text with the parenthesis has been read.
    bench.press("') 3\n'").wait(5);
    assert!(!answered(&mut bench));
    bench.host(ToUi::Invalid { line: 1, column: 3, message: "no".into() }).wait(5);
    assert!(answered(&mut bench));
    bench.press("end backspace backspace enter").host(ToUi::Accepted).press("'f('").ready(Some(true)).wait(5);
    assert!(answered(&mut bench));
}
