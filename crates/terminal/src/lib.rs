//! The UI thread: reads keys, asks the editor, paints. It cannot name Python.

pub mod decode;
pub mod mailbox;
mod messages;
pub mod wake;
