//! What is open at a token: brackets, f-strings and t-strings, and their fields.

use ruff_python_ast::token::TokenKind;

/// One open thing; `mark` is what the caller wants to know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    Bracket { kind: TokenKind, mark: usize },
    Literal { mark: usize, triple: bool },
    Field { mark: usize },
    FormatSpec,
}

/// What a token is for the strings around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Code, outside of strings or in a field.
    Code,
    /// The brace, conversion or format of a field.
    Field,
    /// A closing bracket that closes nothing, or the wrong thing.
    Stray,
}

/// The open things, outermost first.
#[derive(Debug, Default)]
pub(super) struct Frames(Vec<Frame>);

impl Frames {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The open things, innermost first.
    pub(super) fn innermost(&self) -> impl Iterator<Item = Frame> + '_ {
        self.0.iter().rev().copied()
    }

    /// Whether the tokens here are a field's own code, not inside brackets of it.
    pub(super) fn in_field(&self) -> bool {
        matches!(self.0.last(), Some(Frame::Field { .. }))
    }

    pub(super) fn in_parentheses(&self) -> bool {
        matches!(self.0.last(), Some(Frame::Bracket { kind: TokenKind::Lpar, .. }))
    }

    pub(super) fn in_format(&self) -> bool {
        self.0.last() == Some(&Frame::FormatSpec)
    }

    pub(super) fn open_string(&mut self, mark: usize, triple: bool) {
        self.0.push(Frame::Literal { mark, triple });
    }

    pub(super) fn close_string(&mut self) {
        while let Some(frame) = self.0.pop() {
            if matches!(frame, Frame::Literal { .. }) {
                return;
            }
        }
    }

    /// Ends the line for good and gives the marks of strings that had to end on it.
    pub(super) fn end_line(&mut self) -> impl Iterator<Item = usize> + '_ {
        self.0.drain(..).filter_map(|frame| match frame {
            Frame::Literal { mark, triple: false } => Some(mark),
            _ => None,
        })
    }

    pub(super) fn operator(&mut self, kind: TokenKind, mark: usize) -> Place {
        match kind {
            TokenKind::Lbrace => self.open_brace(mark),
            TokenKind::Lpar | TokenKind::Lsqb => self.push(Frame::Bracket { kind, mark }, Place::Code),
            TokenKind::Rbrace => self.close_brace(),
            TokenKind::Rpar => self.close(TokenKind::Lpar),
            TokenKind::Rsqb => self.close(TokenKind::Lsqb),
            TokenKind::Colon if self.in_field() => self.push(Frame::FormatSpec, Place::Field),
            TokenKind::Exclamation | TokenKind::Equal if self.in_field() => Place::Field,
            _ => Place::Code,
        }
    }

    fn push(&mut self, frame: Frame, place: Place) -> Place {
        self.0.push(frame);
        place
    }

    fn open_brace(&mut self, mark: usize) -> Place {
        match self.0.last() {
            Some(Frame::Literal { .. } | Frame::FormatSpec) => self.push(Frame::Field { mark }, Place::Field),
            _ => self.push(Frame::Bracket { kind: TokenKind::Lbrace, mark }, Place::Code),
        }
    }

    fn close_brace(&mut self) -> Place {
        if self.in_format() {
            self.0.pop();
        }
        if self.in_field() {
            self.0.pop();
            return Place::Field;
        }
        self.close(TokenKind::Lbrace)
    }

    fn close(&mut self, opening: TokenKind) -> Place {
        match self.0.last() {
            Some(&Frame::Bracket { kind: open, .. }) => {
                self.0.pop();
                if open == opening { Place::Code } else { Place::Stray }
            }
            _ => Place::Stray,
        }
    }
}
