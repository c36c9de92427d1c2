//! The completion menu.

use super::Bench;
use crate::protocol::{Candidate, Kind, ToUi};
use crate::settings::{Completions, EditingMode, Settings};

fn candidate(text: &str) -> Candidate {
    let (text, suffix) = text.split_once('+').unwrap_or((text, ""));
    Candidate {
        text: text.into(),
        kind: Kind::Method,
        detail: String::new(),
        suffix: suffix.into(),
        likely: 0,
    }
}

impl Bench {
    /// Answers the last question.
    pub fn answer(&mut self, texts: &str) -> &mut Self {
        self.wait(5);
        let candidates = texts.split_whitespace().map(candidate).collect();
        self.host(ToUi::Completions { seq: self.app.assist.seq, candidates })
    }

    /// The candidates that are shown, the selected one in brackets.
    pub fn menu(&mut self) -> String {
        self.wait(5);
        let Some(menu) = self.app.assist.completion.shown() else { return String::new() };
        let view = menu.view(99, false);
        let row = |(index, (candidate, _)): (usize, &(&Candidate, Vec<usize>))| {
            if view.selected == Some(index) {
                format!("[{}]", candidate.text)
            } else {
                candidate.text.clone()
            }
        };
        view.rows.iter().enumerate().map(row).collect::<Vec<_>>().join(" ")
    }
}

/// Types, lets the host answer, presses keys; the text and the menu that are then shown.
#[track_caller]
fn check(typed: &str, answer: &str, keys: &str, text: &str, menu: &str) {
    let mut bench = Bench::new(&[]);
    bench.press(typed).answer(answer).press(keys);
    assert_eq!((bench.drawn().as_str(), bench.menu().as_str()), (text, menu), "{typed} {keys}");
}

#[test]
fn the_host_is_asked_once_for_a_word() {
    let mut bench = Bench::new(&[]);
    bench.press("'os'").wait(5).press("'.pa'");
    assert_eq!(bench.asked(), ["complete \"os\"", "complete \"pa\""]);
    bench.answer("path pathsep name");
    assert_eq!(bench.menu(), "path pathsep");
    bench.press("'t' backspace backspace");
    assert_eq!((bench.menu().as_str(), bench.asked().len()), ("path pathsep", 0));
    bench.press("backspace");
    assert_eq!((bench.menu().as_str(), bench.asked().len()), ("name path pathsep", 0));
}

#[test]
fn old_answers_are_ignored_and_an_old_menu_goes_after_a_while() {
    let mut bench = Bench::new(&[]);
    bench.press("'o'").answer("os open").press("'s.'").wait(5);
    let old = ToUi::Completions { seq: bench.app.assist.seq - 1, candidates: vec![candidate("old")] };
    bench.host(old);
    assert_eq!(bench.menu(), "");
    let mut bench = Bench::new(&[]);
    bench.press("'open.'").answer("read close");
    bench.press("'x('").wait(5).wait(200);
    assert_eq!((bench.menu().as_str(), bench.app.deadline()), ("", None));
}

#[test]
fn keys_that_came_too_early_find_no_menu_of_another_text() {
    let mut bench = Bench::new(&[]);
    bench.press("'x = 1' enter 'os.pa' tab").answer("path pathsep").press("tab backspace enter down");
    bench.ready(Some(true));
    assert_eq!((bench.drawn().as_str(), bench.menu().as_str()), ("|", ""));
}

#[test]
fn before_a_letter_only_few_candidates_show_themselves() {
    for (typed, asked) in
        [("'x '", 0), ("'from os '", 1), ("'x = '", 0), ("'f(\"'", 1), ("'x = [\"'", 0), ("'x == \"'", 1)]
    {
        let mut bench = Bench::new(&[]);
        bench.press(typed).wait(5);
        let found = bench.asked().iter().filter(|question| question.starts_with("complete")).count();
        assert_eq!(found, asked, "{typed}");
    }
}

#[test]
fn left_and_right_step_through_columns() {
    let settings = Settings { completions: Completions::Columns, ..Settings::default() };
    let mut bench = Bench::with(settings, &[]);
    bench.press("'os.p'").answer("pa pb pc pd").press("tab right");
    bench.menu();
    assert_eq!(bench.menu(), "pa [pb] pc pd");
    bench.press("left left");
    assert_eq!(bench.menu(), "[pa] pb pc pd");
}

#[test]
fn tab_inserts_what_is_common_then_steps() {
    check("'os.pa'", "path pathsep", "tab", "os.path|", "path pathsep");
    check("'os.pa'", "path pathsep", "tab tab", "os.path|", "[path] pathsep");
    check("'os.pa'", "path pathsep", "tab tab tab", "os.pathsep|", "path [pathsep]");
    check("'os.pa'", "path pathsep", "tab tab tab tab", "os.path|", "[path] pathsep");
    check("'os.pa'", "path pathsep", "tab shift-tab", "os.pathsep|", "path [pathsep]");
    check("'os.pa'", "path pathsep", "tab tab ctrl-_", "os.pa|", "");
    check("'os.na'", "name", "tab", "os.name|", "");
    check("'os.ge'", "getcwd+( name", "tab", "os.getcwd(|", "");
}

#[test]
fn tab_asks_when_nothing_is_known() {
    let mut bench = Bench::with(Settings { complete_while_typing: false, ..Settings::default() }, &[]);
    bench.press("'os.pa'");
    assert_eq!(bench.asked(), [""; 0]);
    bench.press("tab");
    assert_eq!(bench.asked(), ["complete \"pa\""]);
    bench.answer("path pathsep");
    assert_eq!((bench.drawn().as_str(), bench.menu().as_str()), ("os.path|", "path pathsep"));
    bench.press("escape 'x' tab").answer("");
    assert_eq!(bench.told().last().unwrap(), "Bell");
    bench.text("a|").press("alt-*").answer("aa ab");
    assert_eq!(bench.drawn(), "aa ab|");
    bench.text("a|").press("alt-/").answer("aa ab");
    assert_eq!((bench.drawn().as_str(), bench.menu().as_str()), ("a|", "aa ab"));
}

#[test]
fn enter_takes_what_is_selected_and_nothing_else() {
    check("'os.'", "path name", "down enter", "os.name|", "");
    check("'os.'", "getcwd+(", "down enter", "os.getcwd(|", "");
    let mut bench = Bench::new(&[]);
    bench.press("'os.'").answer("path name").press("down enter");
    assert!(!bench.told().iter().any(|word| word.starts_with("run")));
    bench.press("enter");
    assert_eq!(bench.told(), ["run \"os.name\""]);
    bench.host(ToUi::Accepted).ready(None).press("'os.n'").answer("path name").press("enter");
    assert_eq!(bench.told().last().unwrap(), "run \"os.n\"");
}

#[test]
fn escape_closes_and_brings_the_word_back() {
    check("'os.p'", "path pathsep", "tab tab tab escape", "os.path|", "");
    check("'os.p'", "path print", "down down escape", "os.p|", "");
    check("'os.p'", "path print", "escape 'a'", "os.pa|", "");
    check("'os.p'", "path print", "down ctrl-g", "os.p|", "");
}

#[test]
fn other_keys_leave_the_menu() {
    check("'os.p'", "path print", "left", "os.|p", "");
    check("'os.p'", "path print", "down 'x'", "os.pathx|", "");
    check("'os.p'", "path print", "down '('", "os.path(|", "");
    let mut bench = Bench::new(&["entry"]);
    bench.press("'e'").answer("eval exit").press("up");
    assert_eq!((bench.drawn().as_str(), bench.menu().as_str()), ("entry|", ""));
}

#[test]
fn nothing_is_asked_in_comments_and_new_names() {
    for text in ["# |", "1|", "def |"] {
        let mut bench = Bench::new(&[]);
        assert_eq!(bench.text(text).press("'e'").asked(), [""; 0], "{text}");
    }
}

#[test]
fn a_macro_may_use_the_menu() {
    let mut bench = Bench::new(&[]);
    bench.press("ctrl-x ( ctrl-u tab tab ctrl-x ) 'os.p'").answer("path print").press("ctrl-x e");
    assert_eq!(bench.menu(), "");
}

#[test]
fn vi_leaves_the_menu() {
    for (keys, after, inserting) in [
        ("escape", "os.pat|h", false),
        ("ctrl-y", "os.path|", true),
        ("ctrl-n ctrl-e", "os.p|", true),
        ("ctrl-n ctrl-y", "os.print|", true),
    ] {
        let settings = Settings { editing_mode: EditingMode::Vi, ..Settings::default() };
        let mut bench = Bench::with(settings, &[]);
        bench.press("'os.p'").answer("path print").press("down").press(keys);
        assert_eq!((&*bench.drawn(), bench.app.keys.vi.mode().is_insert()), (after, inserting), "{keys}");
        assert_eq!(bench.menu(), "", "{keys}");
    }
}

#[test]
fn what_is_known_early_is_shown_when_the_rest_takes_long() {
    let mut bench = Bench::new(&[]);
    let early = |bench: &mut Bench, texts: &str| {
        let candidates = texts.split_whitespace().map(candidate).collect();
        bench.wait(5);
        bench.host(ToUi::Early { seq: bench.app.assist.seq, candidates });
    };
    bench.press("'x.'");
    early(&mut bench, "one other");
    assert_eq!(bench.menu(), "");
    bench.wait(150);
    assert_eq!(bench.menu(), "one other");
    bench.press("'o' 'n'");
    assert_eq!(bench.menu(), "one");
    bench.answer("one only on_and_on");
    assert_eq!(bench.menu(), "one only on_and_on");
    bench.press("ctrl-u 'y.'");
    early(&mut bench, "one");
    bench.answer("one two");
    assert_eq!(bench.menu(), "one two");
}

#[test]
fn who_has_selected_keeps_what_came_early() {
    let mut bench = Bench::new(&[]);
    bench.press("'x.'").wait(5);
    let seq = bench.app.assist.seq;
    bench.host(ToUi::Early { seq, candidates: vec![candidate("one"), candidate("two")] }).wait(150);
    bench.press("down").answer("one zero two");
    assert_eq!(bench.menu(), "[one] two");
}
