//! The commands of visual mode that are neither motions nor operators.

use super::{Action, change, plain, puts, tried, with};
use crate::vi::Mode;
use crate::vi::normal::put::Over;
use crate::vi::operator::Operator;
use crate::vi::table::Argument;

/// The commands of visual mode.
pub static VISUAL: &[Action] = &[
    plain(&["v"], "selects characters, or ends the selection", |vi, text, _| {
        vi.toggle_visual(Mode::Visual, text)
    }),
    plain(&["V"], "selects lines, or ends the selection", |vi, text, _| {
        vi.toggle_visual(Mode::VisualLine, text)
    }),
    plain(&["\x16"], "selects a block, or ends the selection", |vi, text, _| {
        vi.toggle_visual(Mode::VisualBlock, text)
    }),
    plain(&["gv"], "exchanges the selection with the one before", |vi, text, _| vi.reselect(text)),
    plain(&["o"], "to the other end of the selection", |vi, text, _| vi.other_end(false, text)),
    plain(&["O"], "to the other end; in a block, to the other side", |vi, text, _| vi.other_end(true, text)),
    change(&["x", "\u{F707}"], "deletes the selection", |vi, text, call| {
        vi.on_selection(Operator::Delete, call, text)
    }),
    change(&["s"], "changes the selection", |vi, text, call| vi.on_selection(Operator::Change, call, text)),
    change(&["~"], "swaps case", |vi, text, call| vi.on_selection(Operator::SwapCase, call, text)),
    change(&["u"], "makes lower case", |vi, text, call| vi.on_selection(Operator::Lower, call, text)),
    change(&["U"], "makes upper case", |vi, text, call| vi.on_selection(Operator::Upper, call, text)),
    change(&["X"], "deletes the lines, or the block", |vi, text, call| vi.delete_lines_or_block(call, text)),
    change(&["D"], "deletes the lines, or the block to the ends of its lines", |vi, text, call| {
        vi.on_lines(Operator::Delete, call.register, text)
    }),
    change(&["S", "R"], "changes the lines", |vi, text, call| vi.change_lines(call, text)),
    change(&["C"], "changes the lines, or the block to the ends of its lines", |vi, text, call| {
        vi.on_lines(Operator::Change, call.register, text)
    }),
    plain(&["Y"], "yanks the lines", |vi, text, call| vi.yank_lines(call, text)),
    puts(&["p", "]p", "[p", "[P", "]P"], "replaces the selection by a register", |vi, text, call| {
        vi.put_over(call, Over { keep: false, below: true, behind: false }, text)
    }),
    puts(&["P"], "replaces the selection and leaves the registers alone", |vi, text, call| {
        vi.put_over(call, Over { keep: true, below: false, behind: false }, text)
    }),
    puts(&["gp", "gP"], "replaces the selection, the cursor behind it", |vi, text, call| {
        vi.put_over(call, Over { keep: false, below: true, behind: true }, text)
    }),
    with(
        Argument::Char,
        change(&["r"], "replaces every character by one", |vi, text, call| {
            vi.replace_selected(call.typed.char, text)
        }),
    ),
    change(&["J"], "joins the lines", |vi, text, _| vi.join_selected(true, text)),
    change(&["gJ"], "joins the lines as they are", |vi, text, _| vi.join_selected(false, text)),
    change(&["I"], "inserts before the block in all its lines", |vi, text, call| {
        vi.insert_before(call.times(), text)
    }),
    change(&["A"], "inserts behind the block in all its lines", |vi, text, call| {
        vi.insert_behind(call.times(), text)
    }),
    tried(change(&["\x01"], "adds to the first number in each line", |vi, text, call| {
        vi.add_selected(call.signed(), false, text)
    })),
    tried(change(&["\x18"], "subtracts from the first number in each line", |vi, text, call| {
        vi.add_selected(-call.signed(), false, text)
    })),
    tried(change(&["g\x01"], "adds more in each line", |vi, text, call| {
        vi.add_selected(call.signed(), true, text)
    })),
    tried(change(&["g\x18"], "subtracts more in each line", |vi, text, call| {
        vi.add_selected(-call.signed(), true, text)
    })),
    with(
        Argument::Line,
        plain(&[":"], "a command by name, for the selected lines", |vi, text, call| {
            vi.leave_visual(text);
            vi.ex(&call.typed.line, text)
        }),
    ),
    with(
        Argument::Char,
        plain(&["@"], "runs a macro in visual mode", |vi, text, call| vi.run_macro(call, text)),
    ),
    with(
        Argument::Char,
        plain(&["q"], "records a macro into a register", |vi, _, call| vi.record(call.typed.char)),
    ),
    with(Argument::Char, plain(&["m"], "marks this place", |vi, text, call| vi.mark(call.typed.char, text))),
];
