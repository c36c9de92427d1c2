//! Random commands on random texts, compared with the vim that is installed.
//!
//! The seed and the number of cases are fixed, so a run is repeatable; `VI_SEED` and
//! `VI_CASES` ask for others.

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};

mod common;

use common::{play, show};

const TEXTS: &[&str] = &[
    "one two three\\nfour five six\\nseven eight nine\\n",
    "foo(bar, baz[1], {a: b})\\n  if x == 10:\\n      return 'it' + \"is\"\\n\\nend\\n",
    "One. Two three!  Four five?\\nSix seven. Eight\\n\\nNine.  Ten\\n",
    "a\\n\\nb\\n\\n\\nc d\\n",
    "你好 世界 abc\\nèé ñ, x_y\\n1 2 3 -4\\n",
    "<div><b>bold text</b> and</div>\\n<p>x</p>\\n",
];
const COUNTS: &[&str] = &["", "", "", "2", "3"];
const MOTIONS: &[&str] = &[
    "h",
    "l",
    "j",
    "k",
    "0",
    "^",
    "$",
    "w",
    "W",
    "b",
    "B",
    "e",
    "E",
    "ge",
    "fa",
    "Fa",
    "ta",
    "To",
    ";",
    ",",
    "gg",
    "G",
    "(",
    ")",
    "{",
    "}",
    "%",
    "*",
    "+",
    "-",
    "_",
    " ",
    "/e<Enter>",
];
const OBJECTS: &[&str] =
    &["iw", "aw", "iW", "aW", "is", "as", "ip", "ap", "i(", "a(", "i[", "i{", "i<", "i\"", "a'", "it", "at"];
const OPERATORS: &[&str] = &["d", "c", "y", ">", "<", "g~", "gu", "gU", "g?"];
const SINGLE: &[&str] = &[
    "x",
    "X",
    "D",
    "p",
    "P",
    "gp",
    ".",
    "J",
    "gJ",
    "~",
    "rZ",
    "3rZ",
    "ma",
    "`a",
    "Y",
    "dd",
    ">>",
    "<C-A>",
    "<C-X>",
    "gv<Esc>",
    "qadwq@a",
    "\"ap",
    "2.",
    "gUU",
    "AX<Esc>",
    "oX<Esc>",
    "3iab<Esc>",
    "sX<Esc>",
    "Rxy<BS>z<Esc>",
];
const VISUAL: &[&str] = &["d", "y", "cX<Esc>", "~", "U", "J", ">", "r-", "<Esc>", "IX<Esc>", "D", "\"ay"];

/// A generator of numbers that are random enough (Knuth's constants).
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n
    }

    fn one(&mut self, of: &[&'static str]) -> &'static str {
        of[self.below(of.len())]
    }

    fn command(&mut self) -> String {
        let count = self.one(COUNTS);
        match self.below(4) {
            0 => format!("{count}{}", self.one(MOTIONS)),
            1 => {
                let operator = self.one(OPERATORS);
                let target = if self.below(2) == 0 { self.one(OBJECTS) } else { self.one(MOTIONS) };
                let typed = if operator == "c" { "X<Esc>" } else { "" };
                format!("{count}{operator}{target}{typed}")
            }
            2 => {
                let mode = self.one(&["v", "V", "<C-V>"]);
                let more = if self.below(2) == 0 { self.one(OBJECTS) } else { self.one(MOTIONS) };
                format!("{mode}{}{more}{}", self.one(MOTIONS), self.one(VISUAL))
            }
            _ => self.one(SINGLE).to_owned(),
        }
    }
}

/// What vim makes of the keys; `None` where it cannot be run.
fn ask(directory: &Path, before: &str, keys: &str) -> Option<(String, String)> {
    let [buffer, script, out, at] = ["buffer", "keys", "out", "at"].map(|name| directory.join(name));
    std::fs::write(&buffer, before.replace("\\n", "\n")).ok()?;
    let typed = keys.replace("<Esc>", "\x1b").replace("<Enter>", "\r").replace("<BS>", "\x08");
    let typed = ('A'..='Z')
        .fold(typed, |typed, c| typed.replace(&format!("<C-{c}>"), &char::from(c as u8 & 0x1f).to_string()));
    let report = format!(
        "\x1b\x1b:set encoding=utf-8\r:call writefile([line('.')-1.','.(charcol('.')-1)],'{}')\r:wq! {}\r:qa!\r",
        at.display(),
        out.display()
    );
    std::fs::write(&script, typed + &report).ok()?;
    Command::new("vim")
        .args(["-u", "NONE", "-i", "NONE", "-N", "-n", "--cmd"])
        .arg("set encoding=utf-8 sw=4 et nojoinspaces viminfo=")
        .arg("-s")
        .args([&script, &buffer])
        .env("TERM", "xterm")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    let after = std::fs::read_to_string(out).ok()?.replace('\n', "\\n");
    Some((after, std::fs::read_to_string(at).ok()?.trim().to_owned()))
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

#[test]
fn random_commands_end_as_in_vim() {
    let directory = std::env::temp_dir().join(format!("vi-random-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a temporary directory");
    if ask(&directory, "x\\n", "x").is_none() {
        eprintln!("SKIPPED: no vim that can be asked");
        return;
    }
    let mut random = Random(setting("VI_SEED", 1));
    let mut differences = String::new();
    for _ in 0..setting("VI_CASES", 200) {
        let text = TEXTS[random.below(TEXTS.len())];
        let keys: String = (0..=random.below(3)).map(|_| random.command()).collect();
        let Some((after, at)) = ask(&directory, text, &keys) else { continue };
        let ours = play(text, &keys);
        if (&*ours.0, &*ours.1) != (show(&after), &*at) {
            let _ =
                writeln!(differences, "{text}\t{keys}\n  vim  {after}\t{at}\n  ours {}\t{}", ours.0, ours.1);
        }
    }
    let _ = std::fs::remove_dir_all(&directory);
    assert!(differences.is_empty(), "\n{differences}");
}
