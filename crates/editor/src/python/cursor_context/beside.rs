//! What stands beside a value and tells which values fit: what it is compared with, assigned
//! to or matched with, or the annotation of that.

use ruff_python_ast::token::TokenKind;

use super::reach::Reach;
use super::site::{Place, Site};

/// An expression that has such a value, or an annotation of it.
pub(super) struct Beside {
    pub(super) like: String,
    pub(super) annotation: bool,
}

/// What tells of the value that begins at the cursor.
pub(super) fn beside(site: &Site, reach: &Reach) -> Option<Beside> {
    let end = site.tokens.len().checked_sub(1)?;
    let like = |end| site.operand_source(end).map(|like| Beside { like: like.to_owned(), annotation: false });
    let declared = |annotation: String| Some(Beside { like: annotation, annotation: true });
    match site.kind(1) {
        TokenKind::EqEqual | TokenKind::NotEqual | TokenKind::Is => like(end),
        TokenKind::Not if site.kind(2) == TokenKind::Is => like(end - 1),
        TokenKind::Equal => annotation(site, end).and_then(declared).or_else(|| assigned(site, end)),
        TokenKind::Return => reach.returns.clone().and_then(declared),
        TokenKind::Case if site.code().len() == 1 => matched(site),
        TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::Comma => match membership(site) {
            Some(within) => like(within),
            None => annotation(site, displayed(site)?).and_then(declared),
        },
        _ => None,
    }
}

/// The `in` or `not in` before the bracket that the cursor is in.
fn membership(site: &Site) -> Option<usize> {
    let (_, open) = site.bracket()?;
    let within = site.before(open).filter(|&within| site.tokens[within].kind == TokenKind::In)?;
    let negated = site.before(within).filter(|&not| site.tokens[not].kind == TokenKind::Not);
    Some(negated.unwrap_or(within))
}

/// The target of an assignment.
fn assigned(site: &Site, end: usize) -> Option<Beside> {
    let whole = site.bracket().is_none() && site.operand(end) == Some(site.statement);
    whole.then(|| Beside { like: site.slice(site.statement..end).to_owned(), annotation: false })
}

/// The `=` before the braces, of a dict, in which the cursor is in a text.
fn displayed(site: &Site) -> Option<usize> {
    let (kind, open) = site.bracket()?;
    let in_dict = kind == TokenKind::Lbrace && matches!(site.place, Place::Text { .. });
    site.before(open).filter(|&equal| in_dict && site.tokens[equal].kind == TokenKind::Equal)
}

/// `annotation` of `name: annotation = `, a variable's or parameter's.
fn annotation(site: &Site, end: usize) -> Option<String> {
    let start = site.operand(end)?;
    let colon = site.before(start).filter(|&colon| site.tokens[colon].kind == TokenKind::Colon)?;
    let named = site.before(colon).is_some_and(|name| site.tokens[name].is_name());
    named.then(|| site.slice(start..end).to_owned())
}

/// The subject of the `match` whose `case` the cursor is in: the first line above that is
/// indented less. The tree has no `match` while its `case` is broken.
fn matched(site: &Site) -> Option<Beside> {
    let start = site.line_start();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (above, blanks) = site.source[..start].rsplit_once('\n')?;
    let head = above.lines().rev().find(|line| !line.trim().is_empty() && indent(line) < blanks.len())?;
    let subject = head.trim().strip_prefix("match ")?.split('#').next()?.trim().strip_suffix(':')?;
    Some(Beside { like: subject.trim().to_owned(), annotation: false })
}
