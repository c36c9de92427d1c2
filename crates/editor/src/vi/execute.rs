//! Moving: runs a motion and remembers what it must.

use super::command::Move;
use super::mark::Place;
use super::motion::find::Find;
use super::motion::{Here, Target, Want};
use super::operator::Operator;
use super::search::{self, Search};
use super::{Direction, Mode, Outcome, Vi, line};
use crate::text::Text;

/// Motions that forget the wanted column also where they cannot go.
const FORGETTING: &[&str] =
    &["(", ")", "{", "}", "w", "W", "b", "B", "e", "E", "ge", "gE", "n", "N", "/", "?", "*", "#", "g*", "g#"];

impl Vi {
    /// What a motion looks at.
    pub(super) fn here<'a>(
        &'a self,
        text: &'a Text,
        count: Option<usize>,
        argument: char,
        operator: Option<Operator>,
    ) -> Here<'a> {
        let at = text.cursor();
        let want = self.memory.want.unwrap_or_else(|| line::columns(text.as_str(), at).start);
        let anchor = text.anchor().filter(|_| self.mode.is_visual());
        let lines = self.mode == Mode::VisualLine;
        Here { text: text.as_str(), at, count, argument, want, operator, anchor, lines, memory: &self.memory }
    }

    /// Where a motion goes. What it is about is remembered first: searches, `f`.
    pub(super) fn target(
        &mut self,
        it: &Move,
        count: Option<usize>,
        operator: Option<Operator>,
        text: &mut Text,
    ) -> Result<Target, Outcome> {
        let from = text.cursor();
        self.remember_motion(it, count, text)?;
        let target = (it.motion.run)(&self.here(text, count, it.typed.char, operator));
        if target.is_some() && it.motion.jump {
            self.memory.jump_from(text.as_str(), from);
        }
        let target = target.filter(|target| self.options.wrap_scan || !self.goes_around(it, from, target.at));
        target.ok_or_else(|| {
            text.set_cursor(from);
            self.failed(it, count, operator)
        })
    }

    fn remember_motion(&mut self, it: &Move, count: Option<usize>, text: &mut Text) -> Result<(), Outcome> {
        let key = it.keys.chars().next_back().unwrap_or(' ');
        match &*it.keys {
            "f" | "F" | "t" | "T" => self.memory.find = Some(Find::typed(key, it.typed.char)),
            "g;" | "g," => {
                let times = count.unwrap_or(1).cast_signed();
                let gone = self.memory.changes.go(if key == ';' { -times } else { times });
                gone.ok_or(Outcome::Bell)?;
            }
            "\x0f" | "\t" => self.step_through_jumps(key == '\t', count.unwrap_or(1), text)?,
            "gd" | "gD" => {
                let (search, start) =
                    Search::word(text.as_str(), text.cursor(), (true, false), &self.options)
                        .ok_or(Outcome::Bell)?;
                self.memory.search = Some(search);
                text.set_cursor(start);
            }
            "/" | "?" => self.remember_searches(key, &it.typed.line, count.unwrap_or(1), text)?,
            "*" | "#" | "g*" | "g#" => {
                let inside = it.keys.starts_with('g');
                let word = Search::word(text.as_str(), text.cursor(), (key == '*', inside), &self.options);
                let (search, start) = word.ok_or(Outcome::Bell)?;
                self.memory.search = Some(search);
                text.set_cursor(start);
            }
            _ => {}
        }
        Ok(())
    }

    /// `C-O` and `C-I`. The way back begins where the first one is typed.
    fn step_through_jumps(&mut self, newer: bool, count: usize, text: &Text) -> Result<(), Outcome> {
        let here = Place::of(text.as_str(), text.cursor());
        let by = count.cast_signed();
        let first = self.memory.jumps.here().is_none();
        self.memory.jumps.go(if newer { by } else { -by }, here).ok_or(Outcome::Bell)?;
        if first {
            self.memory.marks.set_jump(text.as_str(), text.cursor());
        }
        Ok(())
    }

    /// What was typed behind `/` or `?`. Behind a `;` another search begins where the one before ends.
    fn remember_searches(
        &mut self,
        key: char,
        typed: &str,
        count: usize,
        text: &mut Text,
    ) -> Result<(), Outcome> {
        let (first, more) = search::split_chain(typed, key);
        let search =
            Search::typed(key, first, self.memory.search.as_ref(), &self.options).map_err(Outcome::Say)?;
        let Some((key, more)) = more else {
            self.memory.search = Some(search);
            return Ok(());
        };
        let from = text.cursor();
        let found = search.run(text.as_str(), from, count);
        self.memory.search = Some(search);
        let (at, _) = found.ok_or_else(|| Outcome::Say("pattern not found".into()))?;
        text.set_cursor(at);
        let outcome = self.remember_searches(key, more, count, text);
        if outcome.is_err() {
            text.set_cursor(from);
        }
        outcome
    }

    /// A motion that cannot go on may mean the history.
    fn failed(&self, it: &Move, count: Option<usize>, operator: Option<Operator>) -> Outcome {
        let alone = operator.is_none() && self.mode == Mode::Normal;
        let entries = count.unwrap_or(1);
        match &*it.keys {
            "j" | "\u{F704}" | "\u{E}" if alone => Outcome::History(Direction::Newer, entries),
            "k" | "\u{F703}" | "\u{10}" if alone => Outcome::History(Direction::Older, entries),
            "/" | "?" | "n" | "N" => match self.search_direction(&it.keys) {
                Some(direction) if alone => Outcome::Search(direction),
                _ => Outcome::Say("pattern not found".into()),
            },
            _ => Outcome::Bell,
        }
    }

    /// Where in the history a search goes on; `None` for other motions.
    fn search_direction(&self, keys: &str) -> Option<Direction> {
        let search = self.memory.search.as_ref().filter(|_| matches!(keys, "/" | "?" | "n" | "N"))?;
        let older = search.is_forward() != (keys == "N");
        Some(if older { Direction::Older } else { Direction::Newer })
    }

    /// Whether a search came around the end of the text.
    fn goes_around(&self, it: &Move, from: usize, to: usize) -> bool {
        self.search_direction(&it.keys).is_some_and(|direction| wraps(direction, from, to))
    }

    /// The wanted column behind a motion.
    fn wanted(&self, want: Want, text: &Text) -> Option<usize> {
        match want {
            Want::Forget => None,
            Want::End => Some(usize::MAX),
            Want::Column(column) => Some(column),
            Want::Keep => Some(self.here(text, None, '\0', None).want),
        }
    }

    /// Runs a motion by itself.
    pub(super) fn go(&mut self, it: &Move, count: Option<usize>, text: &mut Text) -> Outcome {
        let target = match self.target(it, count, None, text) {
            Ok(target) => target,
            Err(outcome) => {
                // These forget the wanted column even then.
                self.memory.want = self.memory.want.filter(|_| !FORGETTING.contains(&&*it.keys));
                return outcome;
            }
        };
        if let Some(from) = target.from
            && self.mode == Mode::Normal
        {
            self.enter_visual(Mode::Visual, text);
            text.set_anchor(Some(from));
        }
        self.memory.want = self.wanted(target.want, text);
        if let (Some(once), "0" | "^") = (&mut self.once, &*it.keys) {
            once.stay();
        }
        let from = text.cursor();
        text.set_cursor(target.at);
        match self.search_direction(&it.keys) {
            _ if target.short => Outcome::Bell,
            Some(direction) if self.mode == Mode::Normal && wraps(direction, from, target.at) => {
                Outcome::Wrapped(direction)
            }
            _ => Outcome::Done,
        }
    }
}

/// Whether a search came around the end of the text; towards older entries it goes down in it.
fn wraps(direction: Direction, from: usize, to: usize) -> bool {
    match direction {
        Direction::Older => to <= from,
        Direction::Newer => to >= from,
    }
}
