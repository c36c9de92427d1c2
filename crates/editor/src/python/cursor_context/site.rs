//! What stands around the cursor: the tokens before it, what of them is open, and
//! the word being typed.

mod operand;
mod place;

use std::ops::Range;

use ruff_python_ast::token::TokenKind;

use crate::python::frames::{Frame, Frames};
use crate::python::token::{Token, lex};
pub(super) use place::Place;

/// The cursor's surroundings.
pub(super) struct Site<'a> {
    pub(super) source: &'a str,
    pub(super) cursor: usize,
    /// Before the word at the cursor, without comments, newlines and indentation.
    pub(super) tokens: Vec<Token>,
    /// Index of the first token of the statement.
    pub(super) statement: usize,
    /// Index of the first token of the logical line.
    line: usize,
    /// Brackets, strings and fields that are open; their marks are indices of tokens.
    pub(super) frames: Frames,
    pub(super) place: Place,
}

impl<'a> Site<'a> {
    /// Looks from `start` on, where a logical line begins, to the cursor behind it.
    pub(super) fn new(source: &'a str, start: usize, cursor: usize) -> Self {
        let mut site = Self {
            source,
            cursor,
            tokens: Vec::new(),
            statement: 0,
            line: 0,
            frames: Frames::default(),
            place: Place::Word(cursor),
        };
        let mut next = Some(start);
        while let Some(start) = next {
            next = site.read(start);
        }
        site.find_place();
        site
    }

    /// Adds the tokens from `start` on. Gives where the lexer has to begin anew: behind a line
    /// that ended inside of a string, which the lexer would go on with.
    fn read(&mut self, start: usize) -> Option<usize> {
        for token in lex(&self.source[start..self.cursor]) {
            let token = Token { start: token.start + start, end: token.end + start, ..token };
            let ends = token.kind == TokenKind::Newline && !token.is_empty();
            let broken = ends && !self.frames.is_empty();
            self.add(token);
            if broken {
                return Some(token.end);
            }
        }
        None
    }

    fn add(&mut self, token: Token) {
        let mark = self.tokens.len();
        match token.kind {
            TokenKind::Newline if token.is_empty() => return,
            TokenKind::Newline => {
                self.frames.end_line().for_each(drop);
                (self.statement, self.line) = (mark, mark);
                return;
            }
            TokenKind::Semi if self.frames.is_empty() => {
                self.statement = mark;
                return;
            }
            TokenKind::Comment if token.end == self.cursor => self.place = Place::Nowhere,
            _ if token.opens_string() => self.frames.open_string(mark, token.triple),
            _ if token.closes_string() => self.frames.close_string(),
            kind => drop(self.frames.operator(kind, mark)),
        }
        // Blanks of a strange width are a token too.
        let blank = |char: char| char.is_whitespace() || char == '\\';
        if !token.is_trivia() && !self.text(token).chars().all(blank) {
            self.tokens.push(token);
        }
    }

    /// Where the code of the logical line begins: its first token, or else the word or cursor.
    pub(super) fn line_start(&self) -> usize {
        let at = match self.place {
            Place::Word(start) => start,
            Place::Text { ref quote } => quote.start,
            Place::Nowhere => self.cursor,
        };
        self.tokens.get(self.line).map_or(at, |first| first.start)
    }

    /// The tokens of the expression or statement that the cursor is in; in a field of an
    /// f-string that field's.
    pub(super) fn code(&self) -> &[Token] {
        &self.tokens[self.code_start()..]
    }

    fn code_start(&self) -> usize {
        let field = self.frames.innermost().find_map(|frame| match frame {
            Frame::Field { mark } => Some(mark + 1),
            _ => None,
        });
        self.statement.max(field.unwrap_or(0)).min(self.tokens.len())
    }

    pub(super) fn in_field(&self) -> bool {
        self.code_start() > self.statement
    }

    /// The kind of the token `back` places before the word; a newline at the beginning.
    pub(super) fn kind(&self, back: usize) -> TokenKind {
        let code = self.code();
        code.len()
            .checked_sub(back)
            .and_then(|index| code.get(index))
            .map_or(TokenKind::Newline, |token| token.kind)
    }

    /// The token before one, in the same statement.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| before >= self.statement)
    }

    /// Whether the cursor stands right behind an operand.
    pub(super) fn touches_operand(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.end == self.cursor && last.ends_operand())
    }

    /// The innermost open bracket of the code here: its kind, and the index of its token.
    pub(super) fn bracket(&self) -> Option<(TokenKind, usize)> {
        match self.frames.innermost().next()? {
            Frame::Bracket { kind, mark } => Some((kind, mark)),
            _ => None,
        }
    }

    pub(super) fn text(&self, token: Token) -> &'a str {
        &self.source[token.range()]
    }

    /// The source of the tokens of a range of indices.
    pub(super) fn slice(&self, tokens: Range<usize>) -> &'a str {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => &self.source[first.start..last.end],
            Some([only]) => self.text(*only),
            _ => "",
        }
    }
}
