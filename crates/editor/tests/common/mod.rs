//! Plays a case of `tests/vi` the way the oracle does.

use editor::key::{Code, Key};
use editor::text::Text;
use editor::vi::{Mode, Outcome, Vi};

/// Types the keys into the text; gives what is left and `row,column` of the cursor.
pub fn play(text: &str, keys: &str) -> (String, String) {
    let text = text.replace("\\n", "\n");
    let text = text.strip_suffix('\n').unwrap_or(&text);
    // Vim opens a file with the cursor on the first non-blank.
    let blanks = text.find(|c| c != ' ' && c != '\t').unwrap_or(text.len());
    let mut text = Text::new(text, blanks);
    let mut vi = Vi::new();
    vi.start(false, &mut text);
    for key in read(keys) {
        type_key(&mut vi, key, &mut text);
    }
    for _ in 0..3 {
        if vi.mode() != Mode::Normal || !vi.pending().is_empty() {
            type_key(&mut vi, Key::plain(Code::Escape), &mut text);
        }
    }
    let before = &text.as_str()[..text.cursor()];
    let row = before.matches('\n').count();
    let column = before.chars().rev().take_while(|c| *c != '\n').count();
    (show(text.as_str()).replace('\n', "\\n"), format!("{row},{column}"))
}

/// The last newline, which vim writes and which is no line, is left out.
pub fn show(text: &str) -> &str {
    text.strip_suffix("\\n").unwrap_or(text)
}

fn type_key(vi: &mut Vi, key: Key, text: &mut Text) {
    match vi.key(key, text) {
        Outcome::Accept => drop(vi.key(Key::char('+'), text)),
        Outcome::Paste => drop(vi.pasted(None, text)),
        _ => {}
    }
}

/// Reads the notation of the cases: characters, and `<Esc> <Enter> <BS> <C-X>`.
fn read(mut keys: &str) -> Vec<Key> {
    let mut read = Vec::new();
    while let Some(c) = keys.chars().next() {
        let named = keys.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let key = named.and_then(|(name, rest)| Some((named_key(name)?, rest)));
        let (key, rest) = key.unwrap_or((Key::char(c), &keys[c.len_utf8()..]));
        read.push(key);
        keys = rest;
    }
    read
}

fn named_key(name: &str) -> Option<Key> {
    match name {
        "Esc" => Some(Key::plain(Code::Escape)),
        "Enter" => Some(Key::plain(Code::Enter)),
        "BS" => Some(Key::plain(Code::Backspace)),
        _ => {
            let c = name.strip_prefix("C-").filter(|c| c.len() == 1)?.chars().next()?;
            c.is_ascii_uppercase().then(|| Key::ctrl(c.to_ascii_lowercase()))
        }
    }
}
