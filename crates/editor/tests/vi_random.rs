//! Random commands on random texts, compared with the vim that is installed.
//!
//! The seed and the number of cases are fixed, so a run is repeatable; `VI_SEED` and
//! `VI_CASES` ask for others, and `VI_SECONDS` for more time than a build should take.
//! A few differences are known (about one in a hundred cases), so that only more of them fail.

use std::fmt::Write;
use std::time::{Duration, Instant};

#[path = "common/asked.rs"]
mod asked;
mod common;
#[path = "vi_random/words.rs"]
mod words;

use asked::Vim;
use common::{play, show};
use words::{
    COUNTS, EX, INSERTIONS, MOTIONS, OBJECTS, OPERATORS, REGISTERS, SEARCHES, SINGLE, TEXTS, TYPED, VISUAL,
};

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
        match self.below(100) {
            0..16 => self.counted(MOTIONS),
            16..38 => self.operation(),
            38..55 => self.selection(),
            55..68 => format!("{}{}", self.counted(INSERTIONS), self.typed()),
            68..86 => format!("{}{}", self.register(), self.counted(SINGLE)),
            86..93 => format!(":{}<Enter>", self.one(EX)),
            _ => self.one(SEARCHES).to_owned(),
        }
    }

    fn counted(&mut self, of: &[&'static str]) -> String {
        format!("{}{}", self.one(COUNTS), self.one(of))
    }

    fn register(&mut self) -> &'static str {
        if self.below(3) > 0 { "" } else { self.one(REGISTERS) }
    }

    fn target(&mut self) -> String {
        let of = if self.below(2) == 0 { OBJECTS } else { MOTIONS };
        self.counted(of)
    }

    fn typed(&mut self) -> String {
        let keys: String = (0..=self.below(2)).map(|_| self.one(TYPED)).collect();
        keys + "<Esc>"
    }

    fn operation(&mut self) -> String {
        let (register, count, operator) = (self.register(), self.one(COUNTS), self.one(OPERATORS));
        let force = ["v", "V"].get(self.below(16)).copied().unwrap_or_default();
        let typed = if operator == "c" { self.typed() } else { String::new() };
        format!("{register}{count}{operator}{force}{}{typed}", self.target())
    }

    fn selection(&mut self) -> String {
        let mode = self.one(&["v", "V", "<C-V>"]);
        let extent: String = (0..self.below(4)).map(|_| self.target()).collect();
        let end = self.one(VISUAL);
        let register = if end.starts_with('"') { "" } else { self.register() };
        let typed = if "CSscIAR".contains(end) { self.typed() } else { String::new() };
        format!("{mode}{extent}{register}{end}{typed}")
    }
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

#[test]
fn random_commands_end_as_in_vim() {
    let vim = Vim::new();
    if vim.ask("x\\n", "x").is_none() {
        eprintln!("SKIPPED: no vim that can be asked");
        return;
    }
    let mut random = Random(setting("VI_SEED", 1));
    let end = Instant::now() + Duration::from_secs(setting("VI_SECONDS", 20));
    let (mut cases, mut differing, mut differences) = (0, 0, String::new());
    while cases < setting("VI_CASES", 60) && Instant::now() < end {
        let text = TEXTS[random.below(TEXTS.len())];
        let keys: String = (0..=random.below(5)).map(|_| random.command()).collect();
        let Some((after, at)) = vim.ask(text, &keys) else { continue };
        cases += 1;
        let ours = play(text, &keys);
        if (&*ours.0, &*ours.1) != (show(&after), &*at) {
            differing += 1;
            let _ =
                writeln!(differences, "{text}\t{keys}\n  vim  {after}\t{at}\n  ours {}\t{}", ours.0, ours.1);
        }
    }
    println!("{differing} of {cases} cases differ\n{differences}");
    assert!(differing <= 2 + cases / 60, "{differing} of {cases} cases differ\n{differences}");
}
