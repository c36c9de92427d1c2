//! `gq` and `gw`: paragraphs are filled to a width.

use crate::text::Text;
use crate::vi::mark::Place;
use crate::vi::operator::region::{Region, Tail};
use crate::vi::{Vi, line};

impl Vi {
    /// Fills the lines; the cursor goes to the last one, or to where a motion went from it.
    pub(in crate::vi) fn format(&mut self, region: &Region, text: &mut Text) {
        let lines = Region::lines(text.as_str(), region.range.start, region.range.end);
        let filled = fill(&text.as_str()[lines.range.clone()], self.options.fill_width());
        let end = lines.range.start + filled.len();
        let joined = line::count(&filled) < lines.rows(text.as_str());
        self.memory.marks.set(text.as_str(), '[', region.cursor);
        self.replace(text, lines.range, &filled);
        let last = line::start(text.as_str(), end);
        if joined {
            let row = line::row(text.as_str(), end) + 1;
            self.memory.marks.put('.', Place { row, column: 0 });
        }
        let below = line::below(text.as_str(), end).filter(|_| region.tail == Tail::MovedBack);
        let at = line::first_nonblank(text.as_str(), below.unwrap_or(last));
        self.memory.marks.set(text.as_str(), ']', at);
        text.set_cursor(at);
    }

    /// Fills the lines; the cursor stays on its character.
    pub(in crate::vi) fn format_in_place(&mut self, region: &Region, text: &mut Text) {
        let start = line::start(text.as_str(), region.range.start);
        let before = text.cursor().max(start);
        let letters = text.as_str()[start..before].chars().filter(|c| !c.is_whitespace()).count();
        self.format(region, text);
        let mut behind = text.as_str()[start..].char_indices().filter(|(_, c)| !c.is_whitespace());
        let at = behind.nth(letters).map_or(text.as_str().len(), |(at, _)| start + at);
        text.set_cursor(line::clamp(text.as_str(), at));
    }
}

/// Fills every paragraph: lines that are not blank, and are all code or all comments alike.
fn fill(text: &str, width: usize) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let same = |one: &&str, other: &&str| {
        !is_blank(one) && !is_blank(other) && leader(one).trim() == leader(other).trim()
    };
    let paragraphs = lines.chunk_by(same).map(|lines| match lines {
        [blank] if is_blank(blank) => (*blank).to_owned(),
        lines => wrap(leader(lines[0]), &joined(lines), width),
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// Whether there is nothing in a line, or nothing behind the sign of a comment.
fn is_blank(line: &str) -> bool {
    line[leader(line).len()..].trim().is_empty()
}

/// What a comment begins with, with the blanks around it; nothing of other lines.
fn leader(line: &str) -> &str {
    let behind = line.trim_start();
    let sign = ["//", "%", ">"].into_iter().find(|sign| behind.starts_with(sign)).map(str::len);
    let hash = behind.strip_prefix('#').filter(|rest| rest.is_empty() || rest.starts_with(line::is_blank));
    let Some(sign) = sign.or(hash.map(|_| 1)) else { return "" };
    let text = behind[sign..].trim_start();
    &line[..line.len() - text.len()]
}

/// The lines of a paragraph as one, joined as `J` joins.
fn joined(lines: &[&str]) -> String {
    let mut all = lines[0].to_owned();
    for line in &lines[1..] {
        let more = line[leader(line).len()..].trim_start();
        if !all.ends_with(' ') && !more.starts_with(')') {
            all.push(' ');
        }
        all.push_str(more);
    }
    all
}

/// Breaks a line at blanks; each further one begins with the leader.
fn wrap(leader: &str, line: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut rest = line.to_owned();
    while let Some((end, next)) = break_point(&rest, leader.len(), width) {
        wrapped.extend([&rest[..end], "\n"]);
        rest = format!("{leader}{}", &rest[next..]);
    }
    wrapped + &rest
}

/// Where a line that is too long ends, and where the next one begins: at the last blank that
/// leaves it within the width, or at the first one there is.
fn break_point(line: &str, leader: usize, width: usize) -> Option<(usize, usize)> {
    if line::columns(line, line.len()).start <= width {
        return None;
    }
    let indent = leader.max(line.len() - line.trim_start().len());
    let blanks = line.match_indices(line::is_blank).map(|(at, _)| at).filter(|at| *at > indent);
    let ends: Vec<usize> = blanks.filter(|at| !line[..*at].ends_with(line::is_blank)).collect();
    let fits = |at: &&usize| line::columns(line, **at).start <= width;
    let end = *ends.iter().rfind(fits).or_else(|| ends.first())?;
    let behind = line[end..].trim_start_matches(line::is_blank);
    (!behind.is_empty()).then(|| (end, line.len() - behind.len()))
}
