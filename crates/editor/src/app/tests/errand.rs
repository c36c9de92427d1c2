//! Files and the clipboard, for which keys wait.

use super::Bench;
use crate::event::{Effect, Event, Saved};
use crate::settings::{EditingMode, Settings};

fn vi() -> Bench {
    let mut bench = Bench::with(Settings { editing_mode: EditingMode::Vi, ..Settings::default() }, &[]);
    bench.press("escape").text("a|b\ncd");
    bench.effects.clear();
    bench
}

fn notice(bench: &Bench) -> &str {
    bench.app.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

/// Types keys and gives the answer: what was asked for, the text afterwards, the row below it.
#[track_caller]
fn check(keys: &str, asked: &Effect, answer: Event, drawn: &str, told: &str) {
    let mut bench = vi();
    bench.press(keys);
    assert!(bench.effects.contains(asked), "{keys}: {:?}", bench.effects);
    bench.event(answer);
    assert_eq!((&*bench.drawn(), notice(&bench)), (drawn, told), "{keys}");
}

fn save(text: &str, overwrite: bool) -> Effect {
    Effect::Save { path: "f.py".into(), text: text.into(), overwrite }
}

fn clipboard(text: &str) -> Event {
    Event::Fetched(Some(text.into()))
}

#[test]
fn vi_writes_files_and_overwrites_none_unasked() {
    let written = || Event::Saved(Saved::Written(6));
    let failed = || Event::Saved(Saved::Failed("no space".into()));
    let all = "ab\ncd\n";
    check("':w f.py\n'", &save(all, false), written(), "a|b\ncd", "Wrote 6 bytes to f.py.");
    check("':w! f.py\n'", &save(all, true), written(), "a|b\ncd", "Wrote 6 bytes to f.py.");
    check("':2w f.py\n'", &save("cd\n", false), written(), "a|b\ncd", "Wrote 6 bytes to f.py.");
    let exists = "f.py exists: add ! to overwrite it.";
    check("':wq f.py\n'", &save(all, false), Event::Saved(Saved::Exists), "a|b\ncd", exists);
    check("':w f.py\n'", &save(all, false), failed(), "a|b\ncd", "f.py cannot be written: no space.");
}

#[test]
fn vi_quits_once_the_file_is_written() {
    let mut bench = vi();
    bench.press("':wq f.py\n'").told();
    bench.event(Event::Saved(Saved::Written(6)));
    assert_eq!(bench.told(), ["emit \">>> \\n\"", "Eof"]);
}

#[test]
fn vi_reads_files() {
    let read = Effect::Read("f.py".into());
    check("':r f.py\n'", &read, Event::Read(Ok("x\ny\n".into())), "ab\n|x\ny\ncd", "");
    check("':$r f.py\n'", &read, Event::Read(Ok("x".into())), "ab\ncd\n|x", "");
    let missing = Event::Read(Err("No such file".into()));
    check("':r f.py\n'", &read, missing, "a|b\ncd", "f.py cannot be read: No such file.");
}

#[test]
fn the_clipboard_is_a_register_of_vi_and_a_command() {
    check("'\"+p'", &Effect::Fetch, clipboard("XY"), "abX|Y\ncd", "");
    check("'\"*P'", &Effect::Fetch, clipboard("X\n"), "|X\nab\ncd", "");
    check("'i' ctrl-v ctrl-r ctrl-x ctrl-y", &Effect::Fetch, clipboard("XY"), "a\u{12}XY|b\ncd", "");
    check("'yl\"+p'", &Effect::Fetch, Event::Fetched(None), "ab|b\ncd", "");
    let mut bench = Bench::new(&[]);
    bench.press("'f' ctrl-x ctrl-y").event(clipboard("(\r\n1)"));
    assert_eq!(bench.drawn(), "f(\n1)|");
    bench.press("ctrl-x ctrl-y").event(Event::Fetched(None));
    assert!(notice(&bench).starts_with("The clipboard cannot be read"));
}

#[test]
fn keys_wait_for_the_answer_unless_it_is_given_up() {
    let mut bench = vi();
    bench.press("'\"+px'");
    assert_eq!(bench.drawn(), "a|b\ncd");
    bench.event(clipboard("XY"));
    assert_eq!(bench.drawn(), "ab|X\ncd");
    bench.press("'\"+px' ctrl-c 'x'").event(clipboard("late"));
    assert_eq!(bench.drawn(), "a|b\ncd");
}
