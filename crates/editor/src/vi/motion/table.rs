//! All motions: one row each.

use super::{Here, Motion, Target, bracket, character, jump as far, section, vertical, words};
use crate::vi::table::Argument;

const fn row(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { keys, doc, argument: Argument::None, jump: false, large: false, run }
}

const fn char(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { argument: Argument::Char, ..row(keys, doc, run) }
}

const fn jump(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { jump: true, ..row(keys, doc, run) }
}

/// A jump over which even a small deletion goes to register 1.
const fn large(keys: &'static [&'static str], doc: &'static str, run: fn(&Here) -> Option<Target>) -> Motion {
    Motion { large: true, ..jump(keys, doc, run) }
}

const fn typed(motion: Motion, argument: Argument) -> Motion {
    Motion { argument, ..motion }
}

/// All motions.
pub static MOTIONS: &[Motion] = &[
    row(&["h", "\u{F701}"], "left", character::left),
    row(&["\u{F700}", "\x08"], "left, over line starts", character::left_wrapping),
    row(&["l", "\u{F702}"], "right", character::right),
    row(&[" "], "right, over line ends", character::right_wrapping),
    row(&["0", "\u{F705}"], "to the first column", character::line_start),
    row(&["^"], "to the first non-blank", character::first_nonblank),
    row(&["$", "\u{F706}"], "to the end of the line", character::line_end),
    row(&["g_"], "to the last non-blank of the line", character::last_nonblank),
    row(&["g0"], "to the first column", character::line_start),
    row(&["g^"], "to the first non-blank", character::first_nonblank),
    row(&["g$"], "to the end of the line", character::screen_end),
    row(&["gm"], "to the middle of the screen", character::screen_middle),
    row(&["gM"], "to the middle of the line, or to `count` percent of it", character::line_middle),
    row(&["|"], "to column `count`", character::column),
    char(&["f"], "to the next occurrence of a character", character::find),
    char(&["F"], "to the previous occurrence of a character", character::find),
    char(&["t"], "before the next occurrence of a character", character::find),
    char(&["T"], "behind the previous occurrence of a character", character::find),
    row(&[";"], "repeats the last `f F t T`", character::find_again),
    row(&[","], "repeats the last `f F t T` the other way", character::find_back),
    row(&["j", "\n", "\u{E}", "\u{F704}"], "down", vertical::down),
    row(&["k", "\u{10}", "\u{F703}"], "up", vertical::up),
    row(&["gj"], "down; an operator takes characters", vertical::screen_down),
    row(&["gk"], "up; an operator takes characters", vertical::screen_up),
    row(&["+", "\r"], "down, to the first non-blank", vertical::down_nonblank),
    row(&["-"], "up, to the first non-blank", vertical::up_nonblank),
    row(&["\x04"], "down half a window, or `count` lines", vertical::half_down),
    row(&["\x15"], "up half a window, or `count` lines", vertical::half_up),
    row(&["_"], "down `count` - 1 lines, to the first non-blank", vertical::down_less_one),
    jump(&["G"], "to line `count`, or the last one", vertical::last_line),
    jump(&["gg"], "to line `count`, or the first one", vertical::first_line),
    row(&["go"], "to byte `count`", vertical::byte),
    jump(&["H"], "to the first line", vertical::high),
    jump(&["M"], "to the middle line", vertical::middle),
    jump(&["L"], "to the last line", vertical::low),
    row(&["w"], "to the next word", words::forward),
    row(&["W"], "to the next WORD", words::forward_big),
    row(&["b"], "to the start of the word, or the one before", words::back),
    row(&["B"], "to the start of the WORD, or the one before", words::back_big),
    row(&["e"], "to the end of the word, or the next one", words::end),
    row(&["E"], "to the end of the WORD, or the next one", words::end_big),
    row(&["ge"], "to the end of the previous word", words::back_end),
    row(&["gE"], "to the end of the previous WORD", words::back_end_big),
    large(&[")"], "to the next sentence", far::sentence_forward),
    large(&["("], "to the previous sentence", far::sentence_back),
    large(&["}"], "to the next blank line", far::paragraph_forward),
    large(&["{"], "to the previous blank line", far::paragraph_back),
    large(&["%"], "to the matching bracket, or to `count` percent of the text", bracket::percent),
    large(&["[("], "to the unclosed `(` before", bracket::paren_before),
    large(&["[{"], "to the unclosed `{` before", bracket::brace_before),
    large(&["])"], "to the unclosed `)` behind", bracket::paren_behind),
    large(&["]}"], "to the unclosed `}` behind", bracket::brace_behind),
    jump(&["[["], "back to a `{` in the first column", section::start_back),
    jump(&["]]"], "on to a `{` in the first column", section::start_forward),
    jump(&["[]"], "back to a `}` in the first column", section::end_back),
    jump(&["]["], "on to a `}` in the first column", section::end_forward),
    typed(large(&["`"], "to a mark", far::mark), Argument::Char),
    typed(jump(&["'"], "to the line of a mark", far::mark_line), Argument::Char),
    typed(row(&["g`"], "to a mark, without remembering this place", far::mark), Argument::Char),
    typed(
        row(&["g'"], "to the line of a mark, without remembering this place", far::mark_line),
        Argument::Char,
    ),
    row(&["\x0f"], "to where the jump before started", far::older_jump),
    row(&["\t"], "to where the jump after started", far::older_jump),
    row(&["g;"], "to the change before", far::change),
    row(&["g,"], "to the next change", far::change),
    typed(large(&["/"], "to the next match of a pattern", far::search), Argument::Line),
    typed(large(&["?"], "to the previous match of a pattern", far::search), Argument::Line),
    large(&["n"], "to the next match", far::search),
    large(&["N"], "to the next match, the other way", far::search_back),
    large(&["*"], "to the next occurrence of the word", far::search),
    large(&["#"], "to the previous occurrence of the word", far::search),
    large(&["g*"], "to the next occurrence of the word, also inside others", far::search),
    large(&["g#"], "to the previous occurrence of the word, also inside others", far::search),
    large(&["gd", "gD"], "to the first place of the word, where it is likely bound", far::first_use),
    row(&["gn"], "selects the next match", far::match_forward),
    row(&["gN"], "selects the previous match", far::match_back),
];
