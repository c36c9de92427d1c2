//! The commands of normal mode that are neither motions nor operators.

use super::{Action, change, plain, puts, tried, with};
use crate::text::Text;
use crate::vi::operator::Operator;
use crate::vi::table::Argument;
use crate::vi::{Mode, Outcome, Vi, line};

/// The commands of normal mode.
pub static NORMAL: &[Action] = &[
    change(&["i", "\u{F708}"], "inserts before the cursor", |vi, text, call| {
        vi.insert_at(text.cursor(), call, text)
    }),
    change(&["a"], "inserts behind the cursor", |vi, text, call| vi.insert_at(behind(text), call, text)),
    change(&["I"], "inserts before the first non-blank", |vi, text, call| {
        vi.insert_at(line::indent(text.as_str(), text.cursor()), call, text)
    }),
    change(&["gI"], "inserts in the first column", |vi, text, call| {
        vi.insert_at(line::start(text.as_str(), text.cursor()), call, text)
    }),
    change(&["A"], "inserts at the end of the line", |vi, text, call| {
        vi.insert_at(line::end(text.as_str(), text.cursor()), call, text)
    }),
    change(&["gi"], "inserts where inserting ended last", |vi, text, call| {
        let at = vi.memory.marks.get(text.as_str(), '^').unwrap_or(text.cursor());
        vi.remember_plain_insertion(call.count);
        vi.insert_at(at, call, text)
    }),
    change(&["o"], "inserts in a new line below", |vi, text, call| vi.open_line(true, call, text)),
    change(&["O"], "inserts in a new line above", |vi, text, call| vi.open_line(false, call, text)),
    change(&["R", "gR"], "replaces characters as they are typed", |vi, text, call| {
        vi.begin_replacing(text, call.times());
        Outcome::Done
    }),
    change(&["s"], "deletes characters and inserts", |vi, text, call| {
        vi.characters(Operator::Change, call, text)
    }),
    change(&["S"], "deletes lines and inserts", |vi, text, call| vi.lines(Operator::Change, call, text)),
    change(&["x", "\u{F707}"], "deletes the character under the cursor", |vi, text, call| {
        vi.characters(Operator::Delete, call, text)
    }),
    change(&["X"], "deletes the character before the cursor", |vi, text, call| {
        vi.characters_before(call, text)
    }),
    change(&["D"], "deletes to the end of the line", |vi, text, call| {
        vi.rest_of_line(Operator::Delete, call, text)
    }),
    change(&["C"], "changes to the end of the line", |vi, text, call| {
        vi.rest_of_line(Operator::Change, call, text)
    }),
    plain(&["Y"], "yanks lines", |vi, text, call| vi.lines(Operator::Yank, call, text)),
    puts(&["p"], "puts a register behind the cursor, or below", |vi, text, call| {
        vi.put_call(true, false, call, text)
    }),
    puts(&["P"], "puts a register before the cursor, or above", |vi, text, call| {
        vi.put_call(false, false, call, text)
    }),
    puts(&["gp"], "puts as `p`, the cursor behind it", |vi, text, call| vi.put_call(true, true, call, text)),
    puts(&["gP"], "puts as `P`, the cursor behind it", |vi, text, call| vi.put_call(false, true, call, text)),
    puts(&["]p"], "puts lines below with this indentation", |vi, text, call| {
        vi.put_indented(true, call, text)
    }),
    puts(&["[p", "[P", "]P"], "puts lines above with this indentation", |vi, text, call| {
        vi.put_indented(false, call, text)
    }),
    with(
        Argument::Char,
        change(&["r", "gr"], "replaces characters by one", |vi, text, call| vi.replace_chars(call, text)),
    ),
    change(&["~"], "swaps case and goes right", |vi, text, call| vi.swap_case(call, text)),
    change(&["J"], "joins lines", |vi, text, call| vi.join_lines(true, call, text)),
    change(&["gJ"], "joins lines as they are", |vi, text, call| vi.join_lines(false, call, text)),
    tried(change(&["\x01"], "adds to the number at or behind the cursor", |vi, text, call| {
        vi.add(call.signed(), text)
    })),
    tried(change(&["\x18"], "subtracts from the number at or behind the cursor", |vi, text, call| {
        vi.add(-call.signed(), text)
    })),
    change(&["&"], "repeats the last `:s` in the line", |vi, text, call| {
        vi.substitute_again(false, call, text)
    }),
    change(&["g&"], "repeats the last `:s` in all lines", |vi, text, call| {
        vi.substitute_again(true, call, text)
    }),
    plain(&["."], "repeats the last change", |vi, text, call| vi.repeat(call, text)),
    plain(&["u"], "undoes", |vi, text, call| vi.undo(call.times(), text)),
    plain(&["U"], "restores the line that was changed last", |vi, text, _| vi.restore_line(text)),
    plain(&["\x12"], "redoes", |vi, text, call| vi.redo(call.times(), text)),
    with(Argument::Char, plain(&["m"], "marks this place", |vi, text, call| vi.mark(call.typed.char, text))),
    plain(&["v"], "selects characters", |vi, text, call| vi.begin_visual(Mode::Visual, call, text)),
    plain(&["V"], "selects lines", |vi, text, call| vi.begin_visual(Mode::VisualLine, call, text)),
    plain(&["\x16"], "selects a block", |vi, text, call| vi.begin_visual(Mode::VisualBlock, call, text)),
    plain(&["gv"], "selects again what was selected last", |vi, text, _| vi.reselect(text)),
    with(
        Argument::Char,
        plain(&["@"], "runs a macro; `@@` the last one, `@:` the last `:` line", |vi, text, call| {
            vi.run_macro(call, text)
        }),
    ),
    with(
        Argument::Char,
        plain(&["q"], "records a macro into a register, up to the next `q`", |vi, _, call| {
            vi.record(call.typed.char)
        }),
    ),
    with(Argument::Line, plain(&[":"], "a command by name", |vi, text, call| vi.ex(&call.typed.line, text))),
    plain(&["ga", "g8", "\x07", "\x0c"], "nothing, for vim's sake", |_, _, _| Outcome::Done),
    with(Argument::Char, plain(&["\x17"], "nothing: there is one window", |_, _, _| Outcome::Done)),
    plain(&["\x05", "\x19"], "nothing: all of the text is shown", |_, _, _| Outcome::Done),
    plain(&["zz", "zt", "zb"], "to line `count`: all of the text is shown", |_, text, call| {
        Vi::scroll(false, call, text)
    }),
    plain(&["z.", "z-", "z\r"], "to the first non-blank of line `count`", |_, text, call| {
        Vi::scroll(true, call, text)
    }),
    plain(&["g-"], "undoes", |vi, text, call| vi.undo(call.times(), text)),
    plain(&["g+"], "redoes", |vi, text, call| vi.redo(call.times(), text)),
];

fn behind(text: &Text) -> usize {
    let at = text.cursor();
    if line::at_end(text.as_str(), at) { at } else { line::next(text.as_str(), at) }
}
