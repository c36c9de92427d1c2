//! Reading a text again and again as it is typed.
//!
//! What stands outside of the cursor's logical line is read once and remembered. The
//! line stands for itself: it is put in place of a lone name, and its own tree, with a
//! name put in at the cursor so that it is less broken, adds what it binds.

use ruff_python_ast::token::TokenKind;

use super::reach::Reach;
use super::site::Site;
use crate::python::token::lex;

/// Answers about a text that is being edited; remembers what the lines around the cursor's bind.
#[derive(Debug, Default)]
pub struct Reader {
    /// Text before the line, with its blanks.
    before: String,
    /// Text behind the line.
    behind: String,
    /// What the two give the line; `None` before they are asked.
    around: Option<Reach>,
}

impl Reader {
    /// The surroundings of the cursor.
    pub(super) fn site<'a>(&self, source: &'a str, cursor: usize) -> Site<'a> {
        let cursor = source.floor_char_boundary(cursor);
        let known = source[..cursor].starts_with(&self.before);
        let start = if known { self.before.rfind('\n').map_or(0, |newline| newline + 1) } else { 0 };
        Site::new(source, start, cursor)
    }

    /// What the input gives the cursor.
    pub(super) fn reach(&mut self, site: &Site) -> Reach {
        let start = site.line_start();
        let end = line_end(site.source, start, site.cursor);
        let mut reach = self.around(&site.source[..start], &site.source[end..]).clone();
        let line = [&site.source[start..site.cursor], "_", &site.source[site.cursor..end]].concat();
        reach.extend(&line, site.cursor - start);
        reach
    }

    fn around(&mut self, before: &str, behind: &str) -> &Reach {
        if self.before != before || self.behind != behind {
            *self = Self { before: before.to_owned(), behind: behind.to_owned(), around: None };
        }
        self.around.get_or_insert_with(|| {
            let mut reach = Reach::default();
            reach.extend(&[before, "_\n", behind].concat(), before.len());
            reach
        })
    }
}

/// Where the logical line that begins at `start` ends, behind the cursor.
fn line_end(source: &str, start: usize, cursor: usize) -> usize {
    let ends = |text: &str| {
        let ends = |end: usize| start + end > cursor;
        lex(text)
            .into_iter()
            .find(|token| token.kind == TokenKind::Newline && !token.is_empty() && ends(token.end))
    };
    let Some(newline) = source[cursor..].find('\n') else { return source.len() };
    let line = ends(&source[start..=cursor + newline]).or_else(|| ends(&source[start..]));
    line.map_or(source.len(), |newline| start + newline.end)
}
