//! The kind of text that the cursor stands in, by the last tokens before it.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;

use super::Site;
use crate::python::frames::Frame;
use crate::python::token::Token;

/// In what kind of text the cursor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Place {
    /// In code, behind a word that begins here, perhaps an empty one.
    Word(usize),
    /// In a string with this prefix and quote; its token is not among the site's.
    Text { quote: Range<usize> },
    /// In a comment, a number or the text of an f-string.
    Nowhere,
}

impl Site<'_> {
    pub(super) fn find_place(&mut self) {
        let innermost = self.frames.innermost().next();
        match innermost {
            Some(Frame::Literal { mark, .. }) if self.place != Place::Nowhere => {
                return self.in_literal(mark);
            }
            Some(Frame::FormatSpec) => self.place = Place::Nowhere,
            _ => {}
        }
        let Some(&last) = self.tokens.last() else { return };
        if self.place == Place::Nowhere || last.end != self.cursor {
            return;
        }
        let touches_number =
            |index: usize| self.tokens[index].is_number() && self.tokens[index].end == last.start;
        if last.kind == TokenKind::String && last.unclosed {
            self.place = Place::Text { quote: last.start..self.content(last) };
            self.tokens.pop();
        } else if last.is_number()
            || is_word(last) && self.tokens.len().checked_sub(2).is_some_and(touches_number)
        {
            self.place = Place::Nowhere;
        } else if is_word(last) {
            self.place = Place::Word(last.start);
            self.tokens.pop();
        }
        self.statement = self.statement.min(self.tokens.len());
    }

    /// In the text of an f-string, which is one as any other before its first field.
    fn in_literal(&mut self, opening: usize) {
        self.place = Place::Nowhere;
        let quote = self.tokens[opening];
        let rest = &self.source[quote.end..self.cursor];
        if self.tokens.len() <= opening + 2 && !rest.contains('{') {
            self.place = Place::Text { quote: quote.range() };
            self.tokens.truncate(opening);
            self.frames.close_string();
            self.statement = self.statement.min(opening);
        }
    }

    /// Where the text of a string begins.
    fn content(&self, string: Token) -> usize {
        let text = &self.source[string.range()];
        let prefix = text.find(['"', '\'']).unwrap_or(0);
        string.start + prefix + if string.triple { 3 } else { 1 }
    }
}

fn is_word(token: Token) -> bool {
    token.is_name() || token.kind.is_keyword()
}
