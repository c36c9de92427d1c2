//! Pages that are made from tables stay equal to them. `UPDATE_DOCS=1` writes them anew.

use std::path::Path;

#[test]
fn keys() {
    check("docs/keys.md", &editor::command::reference());
}

#[test]
fn settings() {
    check("docs/settings.md", &editor::settings::reference());
}

#[track_caller]
fn check(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, expected).expect("the page can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} is old: run UPDATE_DOCS=1 cargo test -p editor --test docs");
}
