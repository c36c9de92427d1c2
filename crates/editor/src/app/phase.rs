//! Whose turn it is.

use std::time::{Duration, Instant};

use crate::text::Text;
use crate::theme::Span;

/// So long the next prompt is held back while an input is being checked: a verdict
/// within that time spares the eye a prompt that comes and goes.
pub const PATIENCE: Duration = Duration::from_millis(100);

/// So long nothing is drawn after Enter: the verdict mostly comes sooner, and a frame that
/// nobody sees holds it up.
pub const VERDICT: Duration = Duration::from_millis(3);

/// Where a session stands between two prompts.
#[derive(Debug)]
pub enum Phase {
    /// No prompt has been asked for yet.
    Starting,
    /// A person types.
    Prompting,
    /// An input was sent and the verdict is awaited; the person may type the next one.
    Checking(Submitted),
    /// The evaluation has the terminal.
    Away,
    /// The host was told that the person wants to leave.
    Leaving,
    /// The session is over.
    Over,
}

/// An input that was sent.
#[derive(Debug)]
pub struct Submitted {
    /// As it was typed, with its past, in case it comes back.
    pub text: Text,
    /// Its highlighting.
    pub spans: Vec<Span>,
    /// Blanks that were taken off the start of each line.
    pub indent: usize,
    /// When it is drawn as it was sent; `None` once it is.
    pub draw: Option<Instant>,
    /// When the next prompt appears below it; `None` once it is there.
    pub reveal: Option<Instant>,
}

impl Phase {
    /// Is there an input that keys go to?
    pub fn takes_keys(&self) -> bool {
        matches!(self, Self::Prompting | Self::Checking(_))
    }

    /// When something changes by itself.
    pub fn deadline(&self) -> Option<Instant> {
        if let Self::Checking(submitted) = self { submitted.draw.or(submitted.reveal) } else { None }
    }

    /// Whether what is on the screen is about to give way to something else.
    pub fn is_fleeting(&self) -> bool {
        matches!(self, Self::Checking(Submitted { draw: Some(_), .. }))
    }

    /// So late it is.
    pub fn go_on(&mut self, now: Instant) {
        if let Self::Checking(submitted) = self {
            submitted.draw.take_if(|draw| *draw <= now);
            submitted.reveal.take_if(|reveal| *reveal <= now);
        }
    }

    /// The verdict has come: what was submitted, and on to the phase that follows. `None`,
    /// and no change, when nothing was being checked.
    pub fn end_check(&mut self, then: Self) -> Option<Submitted> {
        match std::mem::replace(self, then) {
            Self::Checking(submitted) => Some(submitted),
            other => {
                *self = other;
                None
            }
        }
    }

    /// Shows the prompt below the input that is being checked.
    pub fn reveal(&mut self) {
        if let Self::Checking(submitted) = self {
            (submitted.draw, submitted.reveal) = (None, None);
        }
    }
}
