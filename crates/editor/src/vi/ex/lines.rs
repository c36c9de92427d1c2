//! Commands on lines: `:d`, `:y`, `:pu`, `:j`, `:>` and the like.

use super::Line;
use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::motion::place_in_row;
use crate::vi::normal::put::Put;
use crate::vi::operator::region::Region;
use crate::vi::register::{self, Content, Shape};
use crate::vi::{Outcome, Vi, line, register::expression};

impl Vi {
    /// A register and a count behind the name; the count begins at the last line.
    pub(super) fn register_and_count(line: &Line, text: &Text) -> (Option<char>, (usize, usize)) {
        let rest = line.rest.trim_start();
        let register = rest.chars().next().filter(|c| !c.is_ascii_digit() && register::is_valid(*c));
        let rest = if register.is_some() { &rest[1..] } else { rest };
        (register, counted(rest, line.rows, text))
    }

    pub(super) fn ex_delete(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (register, rows) = Self::register_and_count(line, text);
        let region = Self::rows_region(&Line { rows, ..*line }, text);
        self.memory.jump_from(text.as_str(), text.cursor());
        let at = line::first_nonblank(text.as_str(), region.range.start);
        text.set_cursor(at);
        let region = Region { cursor: at, ..region };
        self.delete(&region, register, true, text);
        for mark in ['[', ']'] {
            self.memory.marks.set(text.as_str(), mark, line::start(text.as_str(), text.cursor()));
        }
        Outcome::Done
    }

    pub(super) fn ex_yank(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (register, rows) = Self::register_and_count(line, text);
        let region = Self::rows_region(&Line { rows, ..*line }, text);
        self.memory.registers.yank(register, region.content(text.as_str()));
        Outcome::Done
    }

    pub(super) fn ex_put(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let register = line.rest.trim().chars().next();
        let column = Place::of(text.as_str(), text.cursor()).column;
        let at = Place { row: line.rows.1, column }.offset(text.as_str());
        text.set_cursor(at);
        let evaluated = line.rest.trim_start().strip_prefix('=').map(expression::evaluate).transpose();
        let content = match evaluated {
            Err(message) => return Outcome::Say(message),
            Ok(evaluated) => evaluated.map(Content::chars).or_else(|| self.register(register)),
        };
        let Some(content) = content else {
            return Outcome::Say("nothing in the register".into());
        };
        let lines = Content {
            shape: Shape::Lines,
            text: content.text.strip_suffix('\n').unwrap_or(&content.text).to_owned(),
        };
        let rows = lines.text.matches('\n').count() + 1;
        let after = !line.bang && !line.above;
        self.put_content(&lines, Put { after, count: 1, move_behind: false }, text);
        let first = line::row(text.as_str(), text.cursor());
        let at = place_in_row(text.as_str(), first + rows - 1);
        text.set_cursor(at);
        Outcome::Done
    }

    pub(super) fn ex_join(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let (first, mut last) = counted(line.rest, line.rows, text);
        let column = Place::of(text.as_str(), text.cursor()).column;
        let at = Place { row: first, column }.offset(text.as_str());
        text.set_cursor(at);
        if first == last {
            if line.given >= 2 || last + 1 == line::count(text.as_str()) {
                return Outcome::Bell;
            }
            last += 1;
        }
        let rows = Self::rows_region(&Line { rows: (first, last), ..*line }, text);
        let region = Region { cursor: at, ..rows };
        self.join(&region, !line.bang, text);
        let at = line::first_nonblank(text.as_str(), text.cursor());
        text.set_cursor(at);
        Outcome::Done
    }

    pub(super) fn ex_shift(&mut self, line: &Line, right: bool, text: &mut Text) -> Outcome {
        let arrow = if right { '>' } else { '<' };
        let rest = line.rest.trim_start_matches(arrow);
        let by = 1 + line.rest.len() - rest.len();
        let rows = counted(rest, line.rows, text);
        let region = Self::rows_region(&Line { rows, ..*line }, text);
        self.memory.jump_from(text.as_str(), text.cursor());
        let at = line::first_nonblank(text.as_str(), region.range.start);
        let region = Region { cursor: at, ..region };
        let before = text.as_str().to_owned();
        self.shift_rows(&region, by, right, text);
        self.keep_old_line(&before, at, text);
        let at = place_in_row(text.as_str(), rows.1);
        text.set_cursor(at);
        self.memory.marks.put('[', Place { row: rows.0, column: 0 });
        self.memory.marks.set(text.as_str(), ']', line::last(text.as_str(), at));
        Outcome::Done
    }

    pub(super) fn ex_normal(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let keys = line.rest.strip_prefix(' ').unwrap_or(line.rest);
        if line.given == 0 {
            return self.feed_all(keys, text);
        }
        for row in line.rows.0..=line.rows.1 {
            let at = line::nth(text.as_str(), row);
            text.set_cursor(at);
            self.feed_all(keys, text);
        }
        Outcome::Done
    }

    pub(super) fn ex_delete_marks(&mut self, line: &Line) -> Outcome {
        let all = line.bang.then(|| ('a'..='z').collect::<String>());
        for name in all.as_deref().unwrap_or(line.rest).chars() {
            self.memory.marks.remove(name);
        }
        Outcome::Done
    }

    pub(super) fn ex_mark(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let Some(name) = line.rest.trim().chars().next() else { return Outcome::Say("which mark?".into()) };
        self.memory.marks.set(text.as_str(), name, line::nth(text.as_str(), line.rows.1));
        Outcome::Done
    }
}

/// A count behind a command: so many lines from the last one on.
fn counted(rest: &str, rows: (usize, usize), text: &Text) -> (usize, usize) {
    match rest.trim().parse::<usize>() {
        Ok(count) if count > 0 => (rows.1, (rows.1 + count - 1).min(line::count(text.as_str()) - 1)),
        _ => rows,
    }
}
