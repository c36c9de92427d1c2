//! Marks that tell a terminal where prompts, inputs and outputs begin (OSC 133), so that
//! it can jump from one to the next or select a whole output.

/// A prompt begins.
pub const PROMPT: &str = "\x1b]133;A\x1b\\";
/// The prompt ends and the input begins.
pub const INPUT: &str = "\x1b]133;B\x1b\\";
/// The output begins.
pub const OUTPUT: &str = "\x1b]133;C\x1b\\";

/// The output has ended: with exit state 0, or 1 where the evaluation raised.
pub fn end(succeeded: bool) -> String {
    format!("\x1b]133;D;{}\x1b\\", u8::from(!succeeded))
}
