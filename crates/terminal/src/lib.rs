//! The UI thread: reads keys, asks the editor, paints. It cannot name Python.

pub mod capture;
mod clipboard;
mod config_file;
pub mod decode;
mod editor_program;
mod errand;
mod fatal;
mod features;
pub mod history_file;
mod keyboard;
pub mod mailbox;
mod memory;
mod messages;
pub mod paint;
mod panic;
pub mod pty;
pub mod raw;
pub mod reflow;
mod registry;
pub mod resize;
mod saved_file;
mod screen;
pub mod source;
pub mod suspend;
pub mod thread;
mod ui;
pub mod wake;
