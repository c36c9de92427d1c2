//! What is open at a token: brackets, f-strings and t-strings, and their fields.

use ruff_python_ast::token::TokenKind;

/// One open thing. `Literal` holds the index of the span of the string's opening quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Bracket(TokenKind),
    Literal { opening: usize, triple: bool },
    Field,
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

    /// Whether the tokens here are a field's own code, not inside brackets of it.
    pub(super) fn in_field(&self) -> bool {
        self.0.last() == Some(&Frame::Field)
    }

    pub(super) fn in_parentheses(&self) -> bool {
        self.0.last() == Some(&Frame::Bracket(TokenKind::Lpar))
    }

    pub(super) fn in_format(&self) -> bool {
        self.0.last() == Some(&Frame::FormatSpec)
    }

    pub(super) fn open_string(&mut self, opening: usize, triple: bool) {
        self.0.push(Frame::Literal { opening, triple });
    }

    pub(super) fn close_string(&mut self) {
        while let Some(frame) = self.0.pop() {
            if matches!(frame, Frame::Literal { .. }) {
                return;
            }
        }
    }

    /// Ends the line for good and gives the opening quotes of strings that had to end on it.
    pub(super) fn end_line(&mut self) -> impl Iterator<Item = usize> + '_ {
        self.0.drain(..).filter_map(|frame| match frame {
            Frame::Literal { opening, triple: false } => Some(opening),
            _ => None,
        })
    }

    pub(super) fn operator(&mut self, kind: TokenKind) -> Place {
        match kind {
            TokenKind::Lbrace => self.open_brace(),
            TokenKind::Lpar | TokenKind::Lsqb => self.push(Frame::Bracket(kind), Place::Code),
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

    fn open_brace(&mut self) -> Place {
        match self.0.last() {
            Some(Frame::Literal { .. } | Frame::FormatSpec) => self.push(Frame::Field, Place::Field),
            _ => self.push(Frame::Bracket(TokenKind::Lbrace), Place::Code),
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
            Some(&Frame::Bracket(open)) => {
                self.0.pop();
                if open == opening { Place::Code } else { Place::Stray }
            }
            _ => Place::Stray,
        }
    }
}
