//! Which mode of vi a prompt is in, and how that is seen.

use super::Bench;
use super::vi::vi;
use crate::app::assist::completion::Completion;
use crate::frame::CursorShape;
use crate::protocol::ToUi;
use crate::settings::{EditingMode, Settings, Value, ViStart};

#[test]
fn each_prompt_begins_in_insert_mode() {
    let mut bench = vi(&[]);
    bench.press("'1' escape enter").host(ToUi::Accepted).ready(None).press("'2'");
    assert_eq!(bench.drawn(), "2|");
    assert!(bench.told().contains(&"run \"1\"".to_owned()));
    bench.press("escape enter").host(ToUi::Invalid { line: 1, column: 1, message: "no".into() });
    bench.press("'x'");
    assert_eq!(bench.drawn(), "x|2");
}

#[test]
fn a_prompt_begins_in_the_mode_that_the_setting_names() {
    for (vi_start, keys, drawn) in [
        (ViStart::Insert, "escape enter 'x'", "x|"),
        (ViStart::Normal, "'ix'", "x|"),
        (ViStart::Normal, "'i1' enter 'ix'", "x|"),
        (ViStart::Last, "'x'", "x|"),
        (ViStart::Last, "'1' escape enter 'ix'", "x|"),
        (ViStart::Last, "'1' enter 'ix'", "ix|"),
    ] {
        let settings = Settings { editing_mode: EditingMode::Vi, vi_start, ..Settings::default() };
        let mut bench = Bench::with(settings, &[]);
        bench.press(keys);
        assert_eq!(bench.drawn(), drawn, "{vi_start:?} {keys}");
    }
}

#[test]
fn only_a_setting_of_the_mode_changes_the_mode() {
    for (name, value, drawn) in [
        ("auto_indent", Value::Flag(false), "a|c"),
        ("theme", Value::Word("nord".into()), "a|c"),
        ("vi_start", Value::Word("normal".into()), "a|c"),
        ("vi_start", Value::Word("last".into()), "ax|bc"),
        ("editing_mode", Value::Word("vi".into()), "a|c"),
        ("editing_mode", Value::Word("emacs".into()), "ax|bc"),
    ] {
        let settings =
            Settings { editing_mode: EditingMode::Vi, vi_start: ViStart::Normal, ..Settings::default() };
        let mut bench = Bench::with(settings, &[]);
        bench.press("'iabc' escape 'h'");
        bench.app.choose(name, &value);
        bench.press("'x'");
        assert_eq!(bench.drawn(), drawn, "{name} {value:?}");
    }
}

#[test]
fn leaving_and_interrupting() {
    let mut bench = vi(&[]);
    bench.press("'ab' escape ctrl-c");
    assert_eq!(bench.told(), ["emit \">>> ab^C\\n\""]);
    bench.press("escape ctrl-d ctrl-d");
    assert_eq!(bench.told(), ["emit \">>> \\n\"", "Eof"]);
}

#[test]
fn the_screen_tells_the_mode() {
    let mut bench = vi(&[]);
    assert_eq!(bench.app.frame().shape, CursorShape::Beam);
    bench.press("'abc' escape");
    assert_eq!(bench.app.frame().shape, CursorShape::Block);
    bench.press("'vh'");
    assert_eq!(bench.app.scene(&mut Completion::default()).selection, vec![1..3; 1]);
    bench.press("escape ':s/a'");
    let floats = bench.app.scene(&mut Completion::default()).floats.line;
    assert_eq!(floats, Some((":s/a".to_owned(), Some(4))));
}
