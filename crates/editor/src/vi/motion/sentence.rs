//! Sentences and paragraphs: `( ) { }`.

use crate::vi::line;
use crate::vi::walk::Walk;

/// Where a sentence may end, and what may follow its end.
const END: &str = ".!?";
const CLOSING: &str = ")]\"'";

fn is_in(set: &str, c: Option<char>) -> bool {
    c.is_some_and(|c| set.contains(c))
}

/// To the start of the next sentence, or of the one before; `None` where there is none.
pub fn sentence(text: &str, at: usize, count: usize, forward: bool) -> Option<usize> {
    let mut walk = Walk { text, at };
    for left in (0..count).rev() {
        match one(&mut walk, forward) {
            Place::Found => while walk.blank() && walk.forward_in().is_some() {},
            Place::Edge if left > 0 => return None,
            Place::Edge => {}
        }
    }
    Some(walk.at)
}

enum Place {
    Found,
    Edge,
}

fn step(walk: &mut Walk, forward: bool) -> Option<()> {
    if forward { walk.forward_in() } else { walk.back_in() }.map(|_| ())
}

fn one(walk: &mut Walk, forward: bool) -> Place {
    if walk.ends() {
        while step(walk, forward).is_some() && walk.ends() {}
        if forward {
            return Place::Found;
        }
    } else if !forward {
        walk.back_in();
    }
    back_over_end(walk, forward);
    find_end(walk, forward)
}

/// Back over blanks and the punctuation of a sentence's end, to be inside the sentence.
fn back_over_end(walk: &mut Walk, forward: bool) {
    let mut dot = false;
    while walk.blank() || is_in(END, walk.char()) || is_in(CLOSING, walk.char()) {
        let mut before = *walk;
        if before.back_in().is_none() || (before.empty_line() && forward) || dot {
            break;
        }
        dot |= is_in(END, walk.char());
        let closing = is_in(CLOSING, walk.char());
        if closing && !is_in(END, before.char()) && !is_in(CLOSING, before.char()) {
            break;
        }
        *walk = before;
    }
}

fn find_end(walk: &mut Walk, forward: bool) -> Place {
    let first = line::start(walk.text, walk.at);
    loop {
        if walk.ends() {
            if !forward && line::start(walk.text, walk.at) != first {
                walk.at = line::below(walk.text, walk.at).unwrap_or(walk.at);
            }
            return Place::Found;
        }
        if is_in(END, walk.char()) && sentence_ends(walk) {
            return Place::Found;
        }
        if step(walk, forward).is_none() {
            return Place::Edge;
        }
    }
}

/// Whether a sentence ends here; if so, walks to what follows.
fn sentence_ends(walk: &mut Walk) -> bool {
    let mut behind = *walk;
    let mut edge = behind.forward().is_none();
    while !edge && is_in(CLOSING, behind.char()) {
        edge = behind.forward().is_none();
    }
    if !edge && !behind.blank() && !behind.ends() {
        return false;
    }
    if behind.ends() {
        behind.forward();
    }
    *walk = behind;
    true
}

/// To the blank line behind this paragraph, or before it. The flag says that the last
/// character of the text was reached, which operators include.
pub fn paragraph(text: &str, at: usize, count: usize, forward: bool) -> Option<(usize, bool)> {
    let mut here = line::start(text, at);
    for left in (0..count).rev() {
        let (mut first, mut inside) = (true, false);
        loop {
            let empty = line::is_empty(text, here);
            inside |= !empty;
            if !first && inside && empty {
                break;
            }
            let next = if forward { line::below(text, here) } else { line::above(text, here) };
            match next {
                Some(next) => here = next,
                None if left > 0 => return None,
                None => break,
            }
            first = false;
        }
    }
    // Vim 9.0 does so for `{` as well, which shows where there is one line only.
    if line::below(text, here).is_none() && !line::is_empty(text, here) {
        return Some((line::last(text, here), true));
    }
    Some((here, false))
}
