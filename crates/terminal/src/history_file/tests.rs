//! Files as sessions leave them, and what the next session finds.

use std::os::unix::fs::MetadataExt;

use super::*;
use editor::history::digest;

/// A path of its own below the test's temporary directory.
fn path(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("sideloop-history-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    path.join("deep").join("history.jsonl")
}

fn texts(entries: &[Entry]) -> Vec<(&str, Option<bool>)> {
    entries.iter().map(|entry| (entry.text.as_str(), entry.succeeded)).collect()
}

impl HistoryFile {
    fn enter(&self, text: impl Into<String>) -> io::Result<()> {
        self.remember(&written(text.into(), &self.session))
    }
}

fn session(path: &Path, name: &str) -> HistoryFile {
    HistoryFile::new(path.to_owned(), name.into())
}

#[test]
fn entries_come_back_with_their_outcomes() {
    let path = path("outcomes");
    let (a, b) = (session(&path, "a"), session(&path, "b"));
    a.enter("one\nline two").unwrap();
    b.enter("é \"quoted\"").unwrap();
    a.outcome(false).unwrap();
    b.outcome(true).unwrap();
    a.enter("last").unwrap();
    let found = load(&path).unwrap().entries;
    let expected = [("one\nline two", Some(false)), ("é \"quoted\"", Some(true)), ("last", None)];
    assert_eq!(texts(&found), expected);
    assert_eq!(std::fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    assert_eq!(std::fs::metadata(path.parent().unwrap()).unwrap().mode() & 0o777, 0o700);
}

#[test]
fn a_kill_at_any_byte_costs_that_entry_only() {
    let path = path("torn");
    let file = session(&path, "a");
    file.enter("kept").unwrap();
    let whole = std::fs::read(&path).unwrap();
    for cut in 0..whole.len() {
        std::fs::write(&path, [&whole[..], &whole[..cut]].concat()).unwrap();
        assert_eq!(texts(&load(&path).unwrap().entries), [("kept", None)], "{cut}");
        file.enter("next").unwrap();
        let found = load(&path).unwrap().entries;
        // All but the newline is no loss at all.
        let lost = cut < whole.len() - 1;
        let expected = [("kept", None), ("kept", None), ("next", None)];
        assert_eq!(texts(&found), if lost { vec![expected[0], expected[2]] } else { expected.to_vec() });
    }
}

#[test]
fn sessions_hear_of_each_other_at_their_next_prompt() {
    let path = path("news");
    let (mut a, b) = (session(&path, "a"), session(&path, "b"));
    b.enter("before").unwrap();
    assert_eq!(a.news().unwrap().entries, []);
    let loaded = load(&path).unwrap();
    assert_eq!(texts(&a.loaded(loaded)), [("before", None)]);
    a.enter("own").unwrap();
    b.enter("theirs").unwrap();
    b.outcome(true).unwrap();
    assert_eq!(texts(&a.news().unwrap().entries), [("theirs", Some(true))]);
    assert_eq!(a.news().unwrap().entries, []);
    compact(&path).unwrap();
    assert_eq!(a.news().unwrap().entries, []);
    b.enter("after").unwrap();
    assert_eq!(texts(&a.news().unwrap().entries), [("after", None)]);
}

#[test]
fn a_file_far_too_long_keeps_the_newest() {
    let path = path("compact");
    session(&path, "a").enter("first").unwrap();
    let many = KEPT + KEPT / 5 + 1;
    let line = |n| format!("{{\"session\":\"b\",\"text\":\"{n}\"}}\n");
    std::fs::write(&path, (0..many).map(line).collect::<Vec<_>>().concat()).unwrap();
    let mut a = session(&path, "a");
    let loaded = load(&path).unwrap();
    let found = a.loaded(loaded);
    assert_eq!((found.len(), found[0].text.as_str()), (KEPT, &*(many - KEPT).to_string()));
    assert_eq!(load(&path).unwrap().entries.len(), KEPT);
    session(&path, "b").enter("more").unwrap();
    assert_eq!(texts(&a.news().unwrap().entries), [("more", None)]);
    let beside = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "no file is left behind");
}

#[test]
fn many_writers_do_not_mix() {
    let path = path("writers");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let file = session(path, &writer.to_string());
                for n in 0..50 {
                    file.enter(format!("{n}\n{}", "x".repeat(n * 100))).unwrap();
                    file.outcome(n % 2 == 0).unwrap();
                }
            });
        }
    });
    let found = load(&path).unwrap().entries;
    assert_eq!(found.len(), 200);
    assert!(found.iter().all(|entry| entry.succeeded.is_some()));
}

#[test]
fn what_is_no_history_is_an_error_or_skipped() {
    let path = path("noise");
    assert_eq!(texts(&load(&path).unwrap().entries), []);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, b"\xff\xfe\n{}\n[1]\n{\"session\":1}\nprint(1)\n").unwrap();
    assert_eq!(texts(&load(&path).unwrap().entries), []);
    let blocked = path.join("below a file");
    assert!(session(&blocked, "a").enter("x").is_err());
}

#[test]
fn a_deleted_entry_is_gone_from_the_disk_and_from_running_sessions() {
    let path = path("forget");
    let (mut a, b) = (session(&path, "a"), session(&path, "b"));
    for text in ["kept", "secret\ntoken", "kept too", "secret\ntoken"] {
        b.enter(text).unwrap();
    }
    let loaded = load(&path).unwrap();
    assert_eq!(a.loaded(loaded).len(), 4);
    b.forget(&["secret\ntoken".into()]).unwrap();
    b.enter("later").unwrap();
    let news = a.news().unwrap();
    assert_eq!(
        (news.forgotten, texts(&news.entries)),
        (vec![digest("secret\ntoken")], vec![("later", None)])
    );
    assert!(!std::fs::read_to_string(&path).unwrap().contains("secret"));
    a.enter("secret\ntoken").unwrap();
    let expected = [("kept", None), ("kept too", None), ("later", None), ("secret\ntoken", None)];
    assert_eq!(texts(&load(&path).unwrap().entries), expected, "what is entered again is there again");
    compact(&path).unwrap();
    assert_eq!(texts(&load(&path).unwrap().entries), expected);
}

#[test]
fn an_import_comes_first_and_only_once() {
    let path = path("import");
    let mut a = session(&path, "a");
    a.enter("own").unwrap();
    let loaded = load(&path).unwrap();
    a.loaded(loaded);
    let found = || ["x", "own", "y", "x", " "].map(|text| written(text.into(), "other")).to_vec();
    assert_eq!(import(&path, found()).unwrap(), 2);
    let expected = [("y", None), ("x", None), ("own", None)];
    assert_eq!(texts(&load(&path).unwrap().entries), expected);
    assert_eq!(import(&path, found()).unwrap(), 0);
    assert_eq!(a.news().unwrap().entries, [], "what is older is no news");
}
