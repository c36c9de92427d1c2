//! The UI thread: reads keys, asks the editor, paints. It cannot name Python.

pub mod decode;
pub mod history_file;
mod keyboard;
pub mod mailbox;
mod messages;
pub mod paint;
pub mod pty;
pub mod raw;
pub mod reflow;
mod registry;
pub mod resize;
mod screen;
pub mod source;
pub mod suspend;
pub mod thread;
mod ui;
pub mod wake;
