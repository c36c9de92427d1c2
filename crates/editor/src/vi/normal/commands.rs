//! What the commands of normal mode do.

use crate::text::Text;
use crate::vi::action::Call;
use crate::vi::insert::Insertion;
use crate::vi::motion::Target;
use crate::vi::normal::put::Put;
use crate::vi::operator::Operator;
use crate::vi::operator::region::{Region, Tail};
use crate::vi::{Outcome, Vi, line};

impl Vi {
    pub(in crate::vi) fn insert_at(&mut self, at: usize, call: &Call, text: &mut Text) -> Outcome {
        text.set_cursor(at);
        self.begin_insertion(text, Insertion { count: call.times(), ..Insertion::default() });
        Outcome::Done
    }

    pub(in crate::vi) fn open_line(&mut self, below: bool, call: &Call, text: &mut Text) -> Outcome {
        let string = text.as_str();
        let line = line::range(string, text.cursor());
        let indent = if self.options.auto_indent {
            string[line.start..line::indent(string, line.start)].to_owned()
        } else {
            String::new()
        };
        let (at, with) =
            if below { (line.end, format!("\n{indent}")) } else { (line.start, format!("{indent}\n")) };
        self.forget_old_line();
        self.replace(text, at..at, &with);
        text.set_cursor(at + usize::from(below) + indent.len());
        self.begin_insertion(
            text,
            Insertion { count: call.times(), opens_lines: true, ..Insertion::default() },
        );
        Outcome::Done
    }

    pub(in crate::vi) fn on_region(
        &mut self,
        operator: Operator,
        region: &Region,
        call: &Call,
        text: &mut Text,
    ) -> Outcome {
        self.operate(operator, region, call.register, false, call.count, text)
    }

    pub(in crate::vi) fn characters(&mut self, operator: Operator, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        if line::at_end(string, at) && operator == Operator::Delete {
            text.touch(at);
            return Outcome::Done;
        }
        let stop = line::ahead(string, at, call.times());
        self.on_region(operator, &Region::chars(at..stop), call, text)
    }

    pub(in crate::vi) fn characters_before(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        if at == line::start(string, at) {
            return Outcome::Done;
        }
        let from = line::back(string, at, call.times());
        self.on_region(Operator::Delete, &Region::chars(from..at), call, text)
    }

    pub(in crate::vi) fn lines(&mut self, operator: Operator, call: &Call, text: &mut Text) -> Outcome {
        match self.region(operator, None, &crate::vi::command::Scope::Lines, call.count, text) {
            Some(region) => self.on_region(operator, &region, call, text),
            None => Outcome::Bell,
        }
    }

    /// `D` and `C`: to the end of the line, or of the one `count` - 1 lines below.
    pub(in crate::vi) fn rest_of_line(
        &mut self,
        operator: Operator,
        call: &Call,
        text: &mut Text,
    ) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let (row, more) = (line::row(string, at), call.times() - 1);
        if more > 0 && row + 1 == line::count(string) {
            return Outcome::Bell;
        }
        let end = line::end(string, line::nth(string, row + more));
        let region = if more == 0 {
            Region { tail: if at == end { Tail::Hollow } else { Tail::Plain }, ..Region::chars(at..end) }
        } else {
            let target = Target::inclusive(line::last(string, end));
            Region::of_motion(string, at, target, None, operator)
        };
        self.on_region(operator, &region, call, text)
    }

    pub(in crate::vi) fn put_call(
        &mut self,
        after: bool,
        behind: bool,
        call: &Call,
        text: &mut Text,
    ) -> Outcome {
        // Behind `C-O` more is typed after what was put.
        let line = |vi: &Self| vi.register(call.register).is_some_and(|it| it.is_in_line());
        let move_behind = behind || self.once.is_some() && line(self);
        let outcome = self.put(call.register, Put { after, count: call.times(), move_behind }, text);
        if call.register == Some('.') && !move_behind {
            // To vim it is an insertion of that text, so the cursor ends on its last character.
            let last = self.memory.marks.get(text.as_str(), ']').unwrap_or(text.cursor());
            text.set_cursor(line::clamp(text.as_str(), last));
        }
        outcome
    }

    pub(in crate::vi) fn put_indented(&mut self, after: bool, call: &Call, text: &mut Text) -> Outcome {
        let outcome = self.put_call(after, false, call, text);
        let Some(content) =
            self.register(call.register).filter(|content| content.shape == crate::vi::register::Shape::Lines)
        else {
            return outcome;
        };
        let rows = (content.text.matches('\n').count() + 1) * call.times();
        let row = line::row(text.as_str(), text.cursor());
        let model = if after { row.saturating_sub(1) } else { row + rows };
        self.match_indent(row..row + rows, model, text);
        outcome
    }

    pub(in crate::vi) fn swap_case(&mut self, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        if line::at_end(string, at) {
            return Outcome::Bell;
        }
        let stop = line::ahead(string, at, call.times());
        let changed: String = string[at..stop].chars().map(crate::vi::normal::case::swap).collect();
        let behind = at + changed.len();
        self.replace(text, at..stop, &changed);
        text.set_cursor(line::clamp(text.as_str(), behind));
        self.memory.marks.set(text.as_str(), '[', at);
        let last = text.cursor().saturating_sub(1).max(line::start(text.as_str(), at));
        self.memory.marks.set(text.as_str(), ']', last);
        Outcome::Done
    }

    pub(in crate::vi) fn join_lines(&mut self, spaces: bool, call: &Call, text: &mut Text) -> Outcome {
        let (string, at) = (text.as_str(), text.cursor());
        let (row, rows) = (line::row(string, at), line::count(string));
        if row + 1 == rows && call.times() <= 2 {
            return Outcome::Bell;
        }
        if row + 1 == rows {
            // Nothing is joined, and that is a step of undo.
            let start = line::start(string, at);
            text.touch(at);
            text.set_cursor(start);
            if let Some(repeat) = &mut self.memory.repeats.last {
                repeat.command.count = Some(1);
            }
            return Outcome::Done;
        }
        let joined = call.times().max(2).min(rows - row);
        let last = line::nth(string, row + joined - 1);
        if call.times() > joined
            && let Some(repeat) = &mut self.memory.repeats.last
        {
            // The dot joins as many as there were.
            repeat.command.count = Some(joined);
        }
        let region = Region::lines(string, at, last);
        self.join(&region, spaces, text);
        Outcome::Done
    }

    pub(in crate::vi) fn substitute_again(&mut self, all: bool, call: &Call, text: &mut Text) -> Outcome {
        match call.count {
            _ if all => self.ex("%s//~/&", text),
            Some(count) => self.ex(&format!(".,.+{}s", count - 1), text),
            None => self.ex("s", text),
        }
    }
}
