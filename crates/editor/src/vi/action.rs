//! The commands that are neither motions nor operators: one row each.

use super::operator::Operator;
use super::parse::Typed;
use super::put::Over;
use super::table::{Argument, Keys};
use super::{Mode, Outcome, Vi, line};
use crate::text::Text;

/// How a command was called.
pub struct Call<'a> {
    /// The register that was named.
    pub register: Option<char>,
    /// The count that was typed.
    pub count: Option<usize>,
    /// What was typed after the keys.
    pub typed: &'a Typed,
}

impl Call<'_> {
    /// The count, 1 when none was typed.
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1)
    }

    fn signed(&self) -> i64 {
        i64::try_from(self.times()).unwrap_or(i64::MAX)
    }
}

type Run = fn(&mut Vi, &mut Text, &Call) -> Outcome;

/// One command.
#[derive(Clone, Copy)]
pub struct Action {
    /// What is typed.
    pub keys: &'static [&'static str],
    /// What it does.
    pub doc: &'static str,
    /// What must be typed after the keys.
    pub argument: Argument,
    /// Whether the dot repeats it.
    pub repeats: bool,
    /// Whether it takes text from a register.
    pub reads_register: bool,
    /// What it does, in code.
    pub run: Run,
}

impl std::fmt::Debug for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.keys)
    }
}

impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Keys for Action {
    fn keys(&self) -> &'static [&'static str] {
        self.keys
    }
}

/// A command that the dot does not repeat.
const fn plain(keys: &'static [&'static str], doc: &'static str, run: Run) -> Action {
    Action { keys, doc, argument: Argument::None, repeats: false, reads_register: false, run }
}

/// A command that changes the text.
const fn change(keys: &'static [&'static str], doc: &'static str, run: Run) -> Action {
    Action { repeats: true, ..plain(keys, doc, run) }
}

const fn puts(keys: &'static [&'static str], doc: &'static str, run: Run) -> Action {
    Action { reads_register: true, ..change(keys, doc, run) }
}

const fn with(argument: Argument, action: Action) -> Action {
    Action { argument, ..action }
}

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
        vi.insert_at(at, call, text)
    }),
    change(&["o"], "inserts in a new line below", |vi, text, call| vi.open_line(true, call, text)),
    change(&["O"], "inserts in a new line above", |vi, text, call| vi.open_line(false, call, text)),
    change(&["R"], "replaces characters as they are typed", |vi, text, call| {
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
        change(&["r"], "replaces characters by one", |vi, text, call| vi.replace_chars(call, text)),
    ),
    change(&["~"], "swaps case and goes right", |vi, text, call| vi.swap_case(call, text)),
    change(&["J"], "joins lines", |vi, text, call| vi.join_lines(true, call, text)),
    change(&["gJ"], "joins lines as they are", |vi, text, call| vi.join_lines(false, call, text)),
    change(&["\x01"], "adds to the number at or behind the cursor", |vi, text, call| {
        vi.add(call.signed(), text)
    }),
    change(&["\x18"], "subtracts from the number at or behind the cursor", |vi, text, call| {
        vi.add(-call.signed(), text)
    }),
    change(&["&"], "repeats the last `:s` in the line", |vi, text, call| {
        vi.substitute_again(false, call, text)
    }),
    change(&["g&"], "repeats the last `:s` in all lines", |vi, text, call| {
        vi.substitute_again(true, call, text)
    }),
    plain(&["."], "repeats the last change", |vi, text, call| vi.repeat(call.count, text)),
    plain(&["u"], "undoes", |vi, text, call| vi.undo(call.times(), text)),
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
    plain(
        &["zz", "zt", "zb", "z.", "z-", "z\r", "\x05", "\x19"],
        "nothing: all of the text is shown",
        |_, _, _| Outcome::Done,
    ),
];

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
    change(&["\x01"], "adds to the first number in each line", |vi, text, call| {
        vi.add_selected(call.signed(), false, text)
    }),
    change(&["\x18"], "subtracts from the first number in each line", |vi, text, call| {
        vi.add_selected(-call.signed(), false, text)
    }),
    change(&["g\x01"], "adds more in each line", |vi, text, call| vi.add_selected(call.signed(), true, text)),
    change(&["g\x18"], "subtracts more in each line", |vi, text, call| {
        vi.add_selected(-call.signed(), true, text)
    }),
    with(
        Argument::Line,
        plain(&[":"], "a command by name, for the selected lines", |vi, text, call| {
            vi.leave_visual(text);
            vi.ex(&call.typed.line, text)
        }),
    ),
    with(Argument::Char, plain(&["m"], "marks this place", |vi, text, call| vi.mark(call.typed.char, text))),
];

/// The row that a text inserted after an arrow key is repeated by.
pub fn plain_insertion() -> Option<&'static Action> {
    NORMAL.first()
}

fn behind(text: &Text) -> usize {
    let at = text.cursor();
    if line::at_end(text.as_str(), at) { at } else { line::next(text.as_str(), at) }
}
