//! Word motions: `w b e ge` and their big sisters.
//!
//! Each takes the place to start from and gives the place it came to, and
//! whether it could go the whole way.

use crate::vi::line;
use crate::vi::walk::{Class, Met, Walk};

/// How far a motion came.
pub struct Reached {
    /// The place, in bytes.
    pub at: usize,
    /// Whether all of the count was used.
    pub whole: bool,
}

/// To the start of the next word; with `stop` the last word ends with its line, as operators want it.
pub fn forward(text: &str, at: usize, count: usize, big: bool, stop: bool) -> Reached {
    let mut walk = Walk { text, at };
    for left in (0..count).rev() {
        let stop = stop && left == 0;
        if !step_forward(&mut walk, big, stop) {
            return Reached { at: walk.at, whole: false };
        }
    }
    Reached { at: walk.at, whole: true }
}

fn step_forward(walk: &mut Walk, big: bool, stop: bool) -> bool {
    let class = walk.class(big);
    let last_line = line::below(walk.text, walk.at).is_none();
    match walk.forward() {
        None => return false,
        Some(Met::LineEnd) if last_line => return false,
        Some(Met::LineEnd) if stop => return true,
        Some(_) => {}
    }
    let go = |walk: &mut Walk| walk.forward().is_some_and(|met| !(stop && met == Met::LineEnd));
    if class != Class::Blank {
        while walk.class(big) == class {
            if !go(walk) {
                return true;
            }
        }
    }
    while walk.class(big) == Class::Blank && !walk.empty_line() {
        if !go(walk) {
            return true;
        }
    }
    true
}

/// To the start of this word or the one before.
pub fn back(text: &str, at: usize, count: usize, big: bool, mut stay: bool) -> Reached {
    let mut walk = Walk { text, at };
    for _ in 0..count {
        let class = walk.class(big);
        if walk.back().is_none() {
            return Reached { at: walk.at, whole: false };
        }
        let at_start = stay && class != walk.class(big) && class != Class::Blank;
        if at_start {
            walk.forward();
        } else if word_start(&mut walk, big).is_none() {
            return Reached { at: walk.at, whole: true };
        }
        stay = false;
    }
    Reached { at: walk.at, whole: true }
}

/// Over blanks and then to the first character of a word; `None` at the start of the text.
fn word_start(walk: &mut Walk, big: bool) -> Option<()> {
    while walk.class(big) == Class::Blank {
        if walk.empty_line() {
            return Some(());
        }
        walk.back()?;
    }
    skip_back(walk, big)?;
    walk.forward();
    Some(())
}

fn skip_back(walk: &mut Walk, big: bool) -> Option<()> {
    let class = walk.class(big);
    while walk.class(big) == class {
        walk.back()?;
    }
    Some(())
}

/// To the end of this word or the next; `stay` counts the end of a word where the cursor is,
/// `empty` counts an empty line as a word.
pub fn end(text: &str, at: usize, count: usize, big: bool, mut stay: bool, empty: bool) -> Reached {
    let mut walk = Walk { text, at };
    for _ in 0..count {
        if word_end(&mut walk, big, stay, empty).is_none() {
            return Reached { at: walk.at, whole: false };
        }
        stay = false;
    }
    Reached { at: walk.at, whole: true }
}

fn word_end(walk: &mut Walk, big: bool, stay: bool, empty: bool) -> Option<()> {
    let class = walk.class(big);
    walk.forward()?;
    if walk.class(big) == class && class != Class::Blank {
        skip(walk, big)?;
    } else if !stay || class == Class::Blank {
        while walk.class(big) == Class::Blank {
            if empty && walk.empty_line() {
                return Some(());
            }
            walk.forward()?;
        }
        skip(walk, big)?;
    }
    walk.back();
    Some(())
}

fn skip(walk: &mut Walk, big: bool) -> Option<()> {
    let class = walk.class(big);
    while walk.class(big) == class {
        walk.forward()?;
    }
    Some(())
}

/// To the end of the previous word; with `stop` not beyond the start of the line.
pub fn back_end(text: &str, at: usize, count: usize, big: bool, stop: bool) -> Reached {
    let mut walk = Walk { text, at };
    for _ in 0..count {
        let class = walk.class(big);
        let go = |walk: &mut Walk| walk.back().is_some_and(|met| !(stop && met == Met::LineEnd));
        if walk.at == 0 {
            return Reached { at: 0, whole: false };
        }
        if !go(&mut walk) {
            return Reached { at: walk.at, whole: true };
        }
        let same = |walk: &Walk| class != Class::Blank && walk.class(big) == class;
        let blank = |walk: &Walk| walk.class(big) == Class::Blank && !walk.empty_line();
        while same(&walk) {
            if !go(&mut walk) {
                return Reached { at: walk.at, whole: true };
            }
        }
        while blank(&walk) {
            if !go(&mut walk) {
                return Reached { at: walk.at, whole: true };
            }
        }
    }
    Reached { at: walk.at, whole: true }
}
