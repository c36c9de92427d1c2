//! `:s`, and its repetition.

mod asking;
mod matches;
mod replacement;
mod split;

use super::ex::Line;
use super::mark::Place;
use super::pattern::Pattern;
use super::search::{Search, split};
use super::{Outcome, Vi, line};
use crate::text::Text;
pub use asking::Asking;
use matches::{Edits, find};
use replacement::tilde;
pub use split::split_bar;
use split::{separator, split_plain};

/// The last `:s`.
#[derive(Debug, Clone)]
pub struct Substitution {
    pattern: String,
    with: String,
    flags: String,
}

impl Vi {
    /// `:s/pattern/string/flags count`; with nothing behind it, the last one again.
    pub(super) fn substitute(&mut self, line: &Line, text: &mut Text) -> Outcome {
        let Some(separator) = separator(line.rest) else {
            return self.substitute_once_more(line, false, text);
        };
        let (pattern, rest) = split(&line.rest[separator.len_utf8()..], separator);
        let (with, flags) = split_plain(rest.unwrap_or(""), separator);
        let source = if pattern.is_empty() {
            match &self.memory.search {
                Some(search) => search.source.clone(),
                None => return Outcome::Say("no previous search pattern".into()),
            }
        } else {
            magic(line.name).to_owned() + &pattern.replace(&format!("\\{separator}"), &separator.to_string())
        };
        let before = self.memory.substitution.as_ref().map_or("", |last| &last.with);
        let with = if with.starts_with("\\=") { with.to_owned() } else { tilde(with, before) };
        let last_flags = self.memory.substitution.as_ref().map_or(String::new(), |last| last.flags.clone());
        let flags =
            if let Some(more) = flags.strip_prefix('&') { last_flags + more } else { flags.to_owned() };
        self.memory.substitution = Some(Substitution { pattern: source, with, flags });
        self.run_substitution(line, text)
    }

    /// `:&`, `:&&` and `&`.
    pub(super) fn substitute_once_more(&mut self, line: &Line, keep: bool, text: &mut Text) -> Outcome {
        let Some(mut last) = self.memory.substitution.clone() else {
            return Outcome::Say("nothing was substituted before".into());
        };
        let more = line.rest.trim_start();
        let (keep, more) = match more.strip_prefix('&') {
            Some(more) => (true, more),
            None => (keep, more),
        };
        last.flags = if keep { last.flags + more } else { more.to_owned() };
        if last.flags.contains('r')
            && let Some(search) = &self.memory.search
        {
            last.pattern.clone_from(&search.source);
        }
        self.memory.substitution = Some(last);
        self.run_substitution(line, text)
    }

    /// `:~`: with the pattern that was searched last.
    pub(super) fn substitute_searched(&mut self, line: &Line, text: &mut Text) -> Outcome {
        if let (Some(last), Some(search)) = (&mut self.memory.substitution, &self.memory.search) {
            last.pattern.clone_from(&search.source);
        }
        self.substitute_once_more(line, false, text)
    }

    fn run_substitution(&mut self, line: &Line, text: &mut Text) -> Outcome {
        match self.try_substitution(line, text) {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn try_substitution(&mut self, line: &Line, text: &mut Text) -> Result<Outcome, Outcome> {
        let it = self.memory.substitution.clone().ok_or(Outcome::Bell)?;
        let (flags, count) = split_flags(&it.flags)?;
        let rows = count.map_or(line.rows, |count| {
            (line.rows.1, (line.rows.1 + count - 1).min(line::count(text.as_str()) - 1))
        });
        let pattern = Pattern::new(&cased(&self.options.cased(&it.pattern), flags)).map_err(Outcome::Say)?;
        self.memory.search = Some(Search::pattern(&it.pattern, &self.options).map_err(Outcome::Say)?);
        if let Some(substitution) = &mut self.memory.substitution {
            flags.clone_into(&mut substitution.flags);
        }
        let edits = find(&pattern, text.as_str(), rows, flags.matches('g').count() % 2 == 1, &it.with)
            .map_err(Outcome::Say)?;
        if edits.is_empty() && flags.contains('e') {
            return Ok(Outcome::Done);
        }
        if edits.is_empty() {
            return Err(Outcome::Say(format!("pattern not found: {}", it.pattern)));
        }
        if flags.contains('n') {
            let at = line::first_nonblank(text.as_str(), text.cursor());
            text.set_cursor(at);
            return Ok(Outcome::Say(format!("{} matches", edits.len())));
        }
        if flags.contains('c') {
            return Ok(self.ask(edits, text));
        }
        self.replace_all(&it, &edits, rows, text);
        Ok(Outcome::Done)
    }

    /// Makes the replacements, and leaves cursor and marks where vim does.
    fn replace_all(&mut self, it: &Substitution, edits: &Edits, rows: (usize, usize), text: &mut Text) {
        let before = line::count(text.as_str());
        let joins = it.pattern == "\\n" && it.with.is_empty();
        self.memory.jump_from(text.as_str(), text.cursor());
        if !joins {
            // Undo brings the cursor back to here; where lines are joined, to where it is.
            let at = line::start(text.as_str(), edits[0].0.start);
            text.set_cursor(at);
        }
        self.apply(edits, text);
        let last = (rows.1 + line::count(text.as_str())).saturating_sub(before);
        for (mark, row) in [('[', rows.0), (']', last)] {
            self.memory.marks.put(mark, Place { row, column: 0 });
        }
        if joins {
            // Vim joins the lines then; the cursor stands where they meet.
            let joins = edits.iter().filter(|(range, _)| !range.is_empty());
            let ends: Vec<usize> = joins.map(|(range, _)| range.end).collect();
            text.set_cursor(ends.last().map_or(0, |end| end - ends.len()));
        }
    }

    fn apply(&mut self, edits: &Edits, text: &mut Text) {
        // From the last to the first, so that the places of those before stay right.
        for (range, with) in edits.iter().rev() {
            self.replace(text, range.clone(), with);
        }
        let row = line::row(text.as_str(), edits[0].0.start);
        self.memory.marks.put('.', Place { row, column: 0 });
        let grown: usize = edits.iter().map(|(_, with)| with.len()).sum();
        let gone: usize = edits.iter().map(|(range, _)| range.len()).sum();
        let end = edits.last().map_or(0, |(range, _)| range.end);
        text.set_cursor(end + grown - gone);
        let at = line::first_nonblank(text.as_str(), line::start(text.as_str(), text.cursor()));
        text.set_cursor(at);
    }
}

/// What the name of the command says of the pattern.
fn magic(name: &str) -> &'static str {
    match name {
        _ if name.starts_with("sm") => "\\m",
        _ if name.starts_with("sno") => "\\M",
        _ => "",
    }
}

/// Splits the flags from the count behind them.
fn split_flags(flags: &str) -> Result<(&str, Option<usize>), Outcome> {
    let digits = flags.find(|c: char| c.is_ascii_digit()).unwrap_or(flags.len());
    let (flags, count) = flags.split_at(digits);
    let count = count.trim();
    if flags.contains(|c: char| !" \t&cegiInpr#l".contains(c))
        || count.contains(|c: char| !c.is_ascii_digit())
    {
        return Err(Outcome::Say(format!("these are no flags of :s: {flags}{count}")));
    }
    Ok((flags, count.parse::<usize>().ok().map(|count| count.max(1))))
}

/// The pattern as the flags `i` and `I` want letters compared.
fn cased(pattern: &str, flags: &str) -> String {
    match () {
        () if flags.contains('i') => format!("{pattern}\\c"),
        () if flags.contains('I') => format!("{pattern}\\C"),
        () => pattern.to_owned(),
    }
}
