//! Code of the person's own, which the host runs: commands, and Ctrl-C while it runs.

use super::Bench;
use crate::protocol::ToUi;

/// A prompt where F5 runs a command of the host's.
fn bench() -> Bench {
    let mut bench = Bench::new(&[]);
    bench.host(ToUi::Configure { toml: "[keys]\nf5 = \"python:shout\"\n".into() });
    bench.text("on|e");
    bench.told();
    bench
}

#[test]
fn a_command_changes_the_input_and_loses_nothing_typed_meanwhile() {
    let replace = |seq, text: &str| ToUi::Replace { seq, text: Some(text.into()), cursor: 1, submit: false };
    let mut bench = bench();
    let asked = bench.press("f5").told();
    assert_eq!(asked, [r#"Command { seq: 1, name: "shout", text: "one", cursor: 2 }"#]);
    assert_eq!(bench.host(replace(1, "ONE")).drawn(), "O|NE");
    bench.press("f5 'x'").host(replace(2, "late"));
    assert_eq!(bench.drawn(), "Ox|NE");
    assert!(bench.app.notice.is_some());
    bench.press("f5 'y'").host(ToUi::Replace { seq: 3, text: None, cursor: 0, submit: false });
    assert!(bench.app.notice.is_none(), "there was nothing to be lost");
}

#[test]
fn ctrl_c_interrupts_what_runs_until_it_is_over() {
    let check = |keys: &str, told: &[&str], drawn: &str| {
        let mut bench = bench();
        bench.press(keys).told();
        bench.host(ToUi::Calling).press("ctrl-c");
        assert_eq!(
            (bench.told(), bench.drawn()),
            (told.iter().map(|it| (*it).to_owned()).collect(), drawn.into())
        );
        bench.host(ToUi::Called);
        assert_eq!(bench.told(), ["Called"]);
        assert!(!bench.press("ctrl-c").told().contains(&"Interrupt".to_owned()));
    };
    // A command: the input stays.
    check("f5", &["Interrupt"], "on|e");
    // A validator: what was sent waits for its verdict.
    check("end enter 'x'", &["Interrupt"], "x|");
    // A completer: the key drops the input as ever.
    check("'m'", &["Interrupt", r#"emit ">>> onme^C\n""#], "|");
}
