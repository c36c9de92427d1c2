//! Completion in import statements.

use ruff_python_ast::token::TokenKind;

use super::site::Site;
use crate::protocol::Wanted;
use crate::python::token::Token;

/// After `import`.
pub(super) fn import(site: &Site) -> Option<Wanted> {
    match site.kind(1) {
        TokenKind::Import | TokenKind::Comma => Some(module(String::new(), 0)),
        TokenKind::Dot => Some(module(package(site, 1), 0)),
        TokenKind::As => None,
        _ if site.kind(2) == TokenKind::As => None,
        _ => Some(keyword("as")),
    }
}

/// After `from`.
pub(super) fn from(site: &Site) -> Option<Wanted> {
    let code = site.code();
    let import = code.iter().position(|token| token.kind == TokenKind::Import);
    let (level, start) = level(code);
    let Some(import) = import else {
        return match site.kind(1) {
            TokenKind::From => Some(module(String::new(), 0)),
            TokenKind::Ellipsis | TokenKind::Dot if start == code.len() => Some(module(String::new(), level)),
            TokenKind::Dot => Some(module(package(site, start), level)),
            _ => Some(keyword("import")),
        };
    };
    match site.kind(1) {
        TokenKind::Import | TokenKind::Comma | TokenKind::Lpar => Some(Wanted::ImportName {
            module: dotted(site, &code[start..import]),
            level,
            given: given(site, &code[import + 1..]),
        }),
        TokenKind::As | TokenKind::Star | TokenKind::Rpar => None,
        _ if site.kind(2) == TokenKind::As => None,
        _ => Some(keyword("as")),
    }
}

fn module(package: String, level: u32) -> Wanted {
    Wanted::Module { package, level }
}

fn keyword(word: &str) -> Wanted {
    Wanted::Keyword { keywords: vec![word.to_owned()] }
}

/// The leading dots of `from ..a`, and where the name behind them begins.
fn level(code: &[Token]) -> (u32, usize) {
    let dots = |token: &Token| match token.kind {
        TokenKind::Dot => Some(1),
        TokenKind::Ellipsis => Some(3),
        _ => None,
    };
    let levels: Vec<u32> = code.iter().skip(1).map_while(dots).collect();
    (levels.iter().sum(), 1 + levels.len())
}

/// `a.b` of `import x, a.b.`, not reaching back before the token `start`.
fn package(site: &Site, start: usize) -> String {
    let code = &site.code()[..site.code().len() - 1];
    let part = |token: &&Token| token.is_name() || token.kind == TokenKind::Dot;
    let length = code[start.min(code.len())..].iter().rev().take_while(part).count();
    dotted(site, &code[code.len() - length..])
}

fn dotted(site: &Site, tokens: &[Token]) -> String {
    tokens.iter().map(|&token| site.text(token)).collect()
}

/// The names already listed.
fn given(site: &Site, tokens: &[Token]) -> Vec<String> {
    let names = tokens.split(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Lpar));
    names.filter_map(|name| name.first().map(|&first| site.text(first).to_owned())).collect()
}
