//! What the cursor is in: which question completion has to ask, which call a
//! signature is for, which expression documentation is for.
//!
//! The place comes from the tokens before the cursor, since the tree of broken code
//! cannot be trusted there; the names in reach come from the tree.

mod beside;
mod bindings;
mod calls;
mod imports;
mod keywords;
mod quoted;
mod reach;
mod reader;
mod site;
mod strings;
mod wanted;

use std::ops::Range;

use ruff_python_ast::token::TokenKind;

use crate::protocol::{Call, Expression, Question};
pub use reader::Reader;
use site::{Place, Site};

/// As [`Reader::question`], of a text seen once.
pub fn question(source: &str, cursor: usize) -> Option<(Question, Range<usize>)> {
    Reader::default().question(source, cursor)
}

/// As [`Reader::call`], of a text seen once.
pub fn call(source: &str, cursor: usize) -> Option<(Expression, Call)> {
    Reader::default().call(source, cursor)
}

/// As [`Reader::subject`], of a text seen once.
pub fn subject(source: &str, cursor: usize) -> Option<Expression> {
    Reader::default().subject(source, cursor)
}

impl Reader {
    /// What is to be completed at the cursor, and the bytes that a candidate replaces.
    /// `None` where nothing can be: in comments, numbers, new names.
    pub fn question(&mut self, source: &str, cursor: usize) -> Option<(Question, Range<usize>)> {
        let site = self.site(source, cursor);
        if let Some(unquoted) = quoted::unquoted(&site) {
            return self.question(&unquoted, cursor);
        }
        let start = match &site.place {
            Place::Word(start) => *start,
            Place::Text { quote } => quote.end,
            Place::Nowhere => return None,
        };
        let reach = self.reach(&site);
        let kind = match &site.place {
            Place::Text { quote } => strings::wanted(&site, &reach, &source[quote.clone()])?,
            _ => wanted::wanted(&site, &reach)?,
        };
        let bindings = bindings::needed(reach.bindings, &kind);
        let prefix = source[start..site.cursor].to_owned();
        Some((Question { kind, prefix, bindings }, start..site.cursor))
    }

    /// The call whose argument the cursor is in, innermost first: what is called, and
    /// where in its arguments the cursor stands.
    pub fn call(&mut self, source: &str, cursor: usize) -> Option<(Expression, Call)> {
        let site = self.site(source, cursor);
        let call = calls::enclosing(&site)?;
        Some((self.expression(&site, &call.callee), call))
    }

    /// The expression under the cursor, up to the end of its word; between words, what is called there.
    pub fn subject(&mut self, source: &str, cursor: usize) -> Option<Expression> {
        let cursor = source.floor_char_boundary(cursor);
        let word = |char: char| char.is_alphanumeric() || char == '_';
        let rest = &source[cursor..];
        let end = cursor + rest.find(|char| !word(char)).unwrap_or(rest.len());
        let site = self.site(source, end);
        if let Place::Word(start) = site.place
            && start < end
        {
            return self.word_subject(&site, start..end);
        }
        let site = self.site(source, cursor);
        if let Some(of) = site.operand_source(site.tokens.len()).filter(|_| site.touches_operand()) {
            return Some(self.expression(&site, of));
        }
        calls::enclosing(&site).map(|call| self.expression(&site, &call.callee))
    }

    /// The word with what stands before its dot.
    fn word_subject(&mut self, site: &Site, word: Range<usize>) -> Option<Expression> {
        let dotted = site.kind(1) == TokenKind::Dot;
        let owner = dotted.then(|| site.operand(site.tokens.len() - 1)).flatten();
        let start = owner.map_or(word.start, |owner| site.tokens[owner].start);
        let text = &site.source[word.clone()];
        let keyword = keywords::is_keyword(text) && !dotted;
        (!keyword).then(|| self.expression(site, &site.source[start..word.end]))
    }

    fn expression(&mut self, site: &Site, source: &str) -> Expression {
        let bindings = bindings::of_names_in(self.reach(site).bindings, source);
        Expression { source: source.to_owned(), bindings }
    }
}

#[cfg(test)]
mod tests;
