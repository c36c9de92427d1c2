//! Operands, found backwards from where they end.

use ruff_python_ast::token::TokenKind;

use super::Site;

impl<'a> Site<'a> {
    /// Where the operand that ends before the token `end` begins: a name or literal with
    /// its attributes, calls and indexes. `None` when there is none.
    pub(in super::super) fn operand(&self, end: usize) -> Option<usize> {
        let operand_before = |at: usize| self.before(at).filter(|&before| self.tokens[before].ends_operand());
        let mut at = self.before(end)?;
        loop {
            let token = self.tokens[at];
            let dot = self.before(at).filter(|&dot| self.tokens[dot].kind == TokenKind::Dot);
            if token.closes_bracket() {
                at = self.opening(at)?;
                let called = operand_before(at).filter(|_| self.tokens[at].kind != TokenKind::Lbrace);
                match called {
                    Some(called) => at = called,
                    None => return Some(at),
                }
            } else if token.closes_string() {
                return (self.statement..at).rev().find(|&opening| self.tokens[opening].opens_string());
            } else if let Some(dot) = dot.filter(|_| token.is_name()) {
                at = operand_before(dot)?;
            } else {
                return token.ends_operand().then_some(at);
            }
        }
    }

    /// The bracket that a closing one of the same statement belongs to.
    fn opening(&self, closing: usize) -> Option<usize> {
        let mut depth = 0usize;
        for at in (self.statement..=closing).rev() {
            if self.tokens[at].closes_bracket() {
                depth += 1;
            } else if self.tokens[at].opens_bracket() {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        None
    }

    /// The source of the operand that ends before the token `end`.
    pub(in super::super) fn operand_source(&self, end: usize) -> Option<&'a str> {
        Some(self.slice(self.operand(end)?..end))
    }
}
