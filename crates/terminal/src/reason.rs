//! Why the system refused something, in words for a person.

use std::io;

/// The system's words, as the end of a sentence; its number tells a person nothing.
pub fn reason(error: &io::Error) -> String {
    let message = error.to_string();
    message.split(" (os error").next().unwrap_or_default().to_owned()
}
