//! The UI thread: reads keys, asks the editor, paints. It cannot name Python.

pub mod decode;
mod keyboard;
pub mod mailbox;
mod messages;
pub mod pty;
pub mod raw;
mod registry;
mod screen;
pub mod source;
pub mod thread;
mod ui;
pub mod paint;
pub mod reflow;
pub mod wake;
