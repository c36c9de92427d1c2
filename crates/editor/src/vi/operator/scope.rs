//! What an operator is to be applied to, as a region.

use crate::text::Text;
use crate::vi::command::{Force, Scope};
use crate::vi::motion::Target;
use crate::vi::object::{Object, Selected, Shape};
use crate::vi::operator::Operator;
use crate::vi::operator::region::Region;
use crate::vi::{Vi, line};

impl Vi {
    /// What an operator is to be applied to.
    pub(in crate::vi) fn region(
        &mut self,
        operator: Operator,
        force: Option<Force>,
        scope: &Scope,
        count: Option<usize>,
        text: &mut Text,
    ) -> Option<Region> {
        let at = text.cursor();
        match scope {
            Scope::Selection => {
                let region = self.selected(text, operator.takes_lines());
                self.leave_visual(text);
                Some(region)
            }
            Scope::Line(line) => {
                self.ex(line, text);
                let target = Target::exclusive(text.cursor());
                let at = at.min(text.as_str().len());
                Some(Region::of_motion(text.as_str(), at, target, force, operator))
            }
            Scope::Lines => lines(text, operator, count, force),
            Scope::Move(it) => {
                let target = self.target(it, count, Some(operator), text).ok()?;
                if target.short {
                    text.set_cursor(target.at);
                }
                if force == Some(Force::Block) {
                    self.remember_block(at, target.at, text);
                }
                (!target.short).then(|| Region::of_motion(text.as_str(), at, target, force, operator))
            }
            Scope::Object(object, around) => {
                self.object_region(operator, force, (object, *around), count, text)
            }
        }
    }

    /// What an object takes, around or inside; `None` leaves the cursor where the search ended.
    fn object_region(
        &mut self,
        operator: Operator,
        force: Option<Force>,
        (object, around): (&Object, bool),
        count: Option<usize>,
        text: &mut Text,
    ) -> Option<Region> {
        let here = self.here(text, count, '\0', Some(operator));
        let at = here.at;
        let Some(selected) = (object.run)(&here, around) else {
            let missed = (object.missed)(&here, around).cursor;
            if object.jump {
                self.memory.jump_from(text.as_str(), at);
            }
            text.set_cursor(missed);
            return None;
        };
        if let Some(from) = selected.jump.or(object.jump.then_some(at)) {
            self.memory.jump_from(text.as_str(), from);
        }
        let target = match selected {
            Selected { shape: Some(Shape::Lines), end, .. } => Target::lines(end),
            Selected { inclusive: true, end, .. } => Target::inclusive(end),
            Selected { end, .. } => Target::exclusive(end),
        };
        if force == Some(Force::Block) {
            self.remember_block(selected.start, selected.end, text);
        }
        let target = Target { from: Some(selected.start), adjust: !selected.with_newline, ..target };
        Some(Region::of_motion(text.as_str(), at, target, force, operator))
    }
}

/// The lines of a doubled operator; `None` when there is no line below and one is asked for.
fn lines(text: &Text, operator: Operator, count: Option<usize>, force: Option<Force>) -> Option<Region> {
    let (string, at) = (text.as_str(), text.cursor());
    let more = count.unwrap_or(1) - 1;
    let row = line::row(string, at);
    if more > 0 && row + 1 == line::count(string) {
        return None;
    }
    let last = line::nth(string, row.saturating_add(more).min(line::count(string) - 1));
    let other = if operator == Operator::Yank { at.max(last) } else { line::first_nonblank(string, last) };
    let target = Target::lines(other);
    Some(Region::of_motion(string, at, target, force, operator))
}
