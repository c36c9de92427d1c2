//! The commands that are neither motions nor operators: one row each.

use super::insert::Insertion;
use super::motion::Target;
use super::operator::{Operator, Region};
use super::parse::Typed;
use super::put::{Over, Put};
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
    fn times(&self) -> usize {
        self.count.unwrap_or(1)
    }

    fn signed(&self) -> i64 {
        i64::try_from(self.times()).unwrap_or(i64::MAX)
    }
}

type Run = fn(&mut Vi, &mut Text, &Call) -> Outcome;

/// One command.
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
        vi.to_end(Operator::Delete, call, text)
    }),
    change(&["C"], "changes to the end of the line", |vi, text, call| {
        vi.to_end(Operator::Change, call, text)
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
    change(&["&"], "repeats the last `:s` in the line", |vi, text, _| vi.substitute_again(false, text)),
    change(&["g&"], "repeats the last `:s` in all lines", |vi, text, _| vi.substitute_again(true, text)),
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
    puts(&["p"], "replaces the selection by a register", |vi, text, call| {
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

impl Vi {
    fn insert_at(&mut self, at: usize, call: &Call, text: &mut Text) -> Outcome {
        text.set_cursor(at);
        self.begin_insertion(text, Insertion { count: call.times(), ..Insertion::default() });
        Outcome::Done
    }

    fn open_line(&mut self, below: bool, call: &Call, text: &mut Text) -> Outcome {
        let string = text.as_str();
        let line = line::range(string, text.cursor());
        let indent = if self.options.auto_indent {
            string[line.start..line::indent(string, line.start)].to_owned()
        } else {
            String::new()
        };
        let (at, with) =
            if below { (line.end, format!("\n{indent}")) } else { (line.start, format!("{indent}\n")) };
        self.replace(text, at..at, &with);
        text.set_cursor(at + usize::from(below) + indent.len());
        self.begin_insertion(
            text,
            Insertion { count: call.times(), opens_lines: true, ..Insertion::default() },
        );
        Outcome::Done
    }

    fn on_region(&mut self, operator: Operator, region: &Region, call: &Call, text: &mut Text) -> Outcome {
        self.operate(operator, region, call.register, false, call.count, text)
    }

    fn characters(&mut self, operator: Operator, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let end = line::end(string, at);
        if at == end && operator == Operator::Delete {
            return Outcome::Done;
        }
        let stop = (0..call.times())
            .try_fold(at, |at, _| if at < end { Ok(line::next(string, at)) } else { Err(at) });
        let (Ok(stop) | Err(stop)) = stop;
        self.on_region(operator, &Region::chars(at..stop), call, text)
    }

    fn characters_before(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let start = line::start(string, at);
        if at == start {
            return Outcome::Done;
        }
        let from = (0..call.times())
            .try_fold(at, |at, _| if at > start { Ok(line::prev(string, at)) } else { Err(at) });
        let (Ok(from) | Err(from)) = from;
        self.on_region(Operator::Delete, &Region::chars(from..at), call, text)
    }

    fn lines(&mut self, operator: Operator, call: &Call, text: &mut Text) -> Outcome {
        match self.region(operator, None, &super::parse::Scope::Lines, call.count, text) {
            Some(region) => self.on_region(operator, &region, call, text),
            None => Outcome::Bell,
        }
    }

    /// `D` and `C`: to the end of the line, or of the one `count` - 1 lines below.
    fn to_end(&mut self, operator: Operator, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let (row, more) = (line::row(string, at), call.times() - 1);
        if more > 0 && row + 1 == line::count(string) {
            return Outcome::Bell;
        }
        let end = line::end(string, line::nth(string, row + more));
        let region = if more == 0 {
            Region::chars(at..end)
        } else {
            let target = Target { at: line::last(string, end), ..Target::TO_LAST };
            Region::of_motion(string, at, target, None, operator)
        };
        self.on_region(operator, &region, call, text)
    }

    fn put_call(&mut self, after: bool, behind: bool, call: &Call, text: &mut Text) -> Outcome {
        self.put(call.register, Put { after, count: call.times(), move_behind: behind }, text)
    }

    fn put_indented(&mut self, after: bool, call: &Call, text: &mut Text) -> Outcome {
        let outcome = self.put_call(after, false, call, text);
        let Some(content) =
            self.register(call.register).filter(|content| content.shape == super::register::Shape::Lines)
        else {
            return outcome;
        };
        let rows = (content.text.matches('\n').count() + 1) * call.times();
        let row = line::row(text.as_str(), text.cursor());
        let model = if after { row.saturating_sub(1) } else { row + rows };
        self.match_indent(row..row + rows, model, text);
        outcome
    }

    fn replace_chars(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let end = line::end(string, at);
        let mut stop = at;
        for _ in 0..call.times() {
            if stop >= end {
                return Outcome::Bell;
            }
            stop = line::next(string, stop);
        }
        if matches!(call.typed.char, '\r' | '\n') {
            self.replace(text, at..stop, "\n");
            text.set_cursor(at + 1);
            return Outcome::Done;
        }
        let with = call.typed.char.to_string().repeat(call.times());
        self.replace(text, at..stop, &with);
        let last = at + with.len() - call.typed.char.len_utf8();
        text.set_cursor(last);
        for (mark, at) in [('[', at), (']', last), ('.', last)] {
            self.memory.marks.set(text.as_str(), mark, at);
        }
        Outcome::Done
    }

    fn swap_case(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let end = line::end(string, at);
        if at == end {
            return Outcome::Bell;
        }
        let stop = (0..call.times())
            .try_fold(at, |at, _| if at < end { Ok(line::next(string, at)) } else { Err(at) });
        let (Ok(stop) | Err(stop)) = stop;
        let changed: String = string[at..stop].chars().map(super::case::swap).collect();
        let behind = at + changed.len();
        self.replace(text, at..stop, &changed);
        text.set_cursor(behind);
        Outcome::Done
    }

    fn join_lines(&mut self, spaces: bool, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let (row, rows) = (line::row(string, at), line::count(string));
        if row + 1 == rows && call.times() <= 2 {
            return Outcome::Bell;
        }
        let last = line::nth(string, (row + call.times().max(2) - 1).min(rows - 1));
        let region = Region::lines(string, at, last);
        self.join(&region, spaces, text);
        Outcome::Done
    }

    fn join_selected(&mut self, spaces: bool, text: &mut Text) -> Outcome {
        let lines = self.selected_start(text);
        let last = line::start(text.as_str(), lines.range.end);
        if last != lines.range.start {
            self.join(&lines, spaces, text);
            return Outcome::Done;
        }
        let below = line::below(text.as_str(), lines.range.end);
        let Some(below) = below else { return Outcome::Bell };
        let region = Region::lines(text.as_str(), lines.range.start, below);
        self.join(&region, spaces, text);
        Outcome::Done
    }

    fn mark(&mut self, name: char, text: &mut Text) -> Outcome {
        if !(name.is_ascii_alphabetic() || "'`[]<>".contains(name)) {
            return Outcome::Bell;
        }
        self.memory.marks.set(text.as_str(), name, text.cursor());
        Outcome::Done
    }

    fn begin_visual(&mut self, mode: Mode, call: &Call, text: &mut Text) -> Outcome {
        self.enter_visual(mode, text);
        if let Some(count) = call.count {
            self.select_times(count, text);
        }
        Outcome::Done
    }

    fn on_selection(&mut self, operator: Operator, call: &Call, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        self.leave_visual(text);
        self.on_region(operator, &region, call, text)
    }

    fn delete_lines_or_block(&mut self, call: &Call, text: &mut Text) -> Outcome {
        if self.mode == Mode::VisualBlock {
            return self.on_selection(Operator::Delete, call, text);
        }
        self.on_lines(Operator::Delete, call.register, text)
    }

    fn change_lines(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let region = self.selected_lines(text);
        self.on_region(Operator::Change, &region, call, text)
    }

    fn yank_lines(&mut self, call: &Call, text: &mut Text) -> Outcome {
        if self.mode == Mode::VisualBlock {
            return self.on_selection(Operator::Yank, call, text);
        }
        self.on_lines(Operator::Yank, call.register, text)
    }

    fn add_selected(&mut self, by: i64, growing: bool, text: &mut Text) -> Outcome {
        let region = self.selected(text, false);
        self.leave_visual(text);
        self.add_in(&region, by, growing, text)
    }

    fn run_macro(&mut self, call: &Call, text: &mut Text) -> Outcome {
        if call.typed.char != ':' {
            return self.play(call.typed.char, call.times());
        }
        let Some(last) = self.register(Some(':')) else { return Outcome::Bell };
        (0..call.times()).fold(Outcome::Done, |_, _| self.ex(&last.text, text))
    }

    fn substitute_again(&mut self, all: bool, text: &mut Text) -> Outcome {
        self.ex(if all { "%s//~/&" } else { "s" }, text)
    }
}
