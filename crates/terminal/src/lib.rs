//! The UI thread: reads keys, asks the editor, paints. It cannot name Python.
//!
//! - One session: `thread` begins it, `ui` has it, `shared` and `source` tell who sleeps and takes
//!   turns, `mailbox` and `wake` who is told what.
//! - In: `keyboard`, with `decode` and `burst`. Out: `screen`, with `paint`, `reflow`, `features`.
//! - The terminal itself: `raw`, `pty`, `registry`; others' output to it: `capture`.
//! - What ends or stops a process: `fatal`, `panic`, `suspend`; `resize` and `mask` are signals, too.
//! - Files and programs: `memory` and `history_file`, `config_file`, `saved_file`, `editor_program`,
//!   `clipboard`; `errand` has them wait on threads of their own.

mod burst;
pub mod capture;
mod clipboard;
mod config_file;
mod decode;
mod editor_program;
mod errand;
mod fatal;
mod features;
pub mod history_file;
mod keyboard;
pub mod mailbox;
pub mod mask;
mod memory;
mod messages;
pub mod paint;
mod panic;
pub mod pty;
mod raw;
mod reason;
pub mod reflow;
mod registry;
mod resize;
mod saved_file;
mod screen;
pub mod shared;
mod source;
mod suspend;
pub mod thread;
mod ui;
pub mod wake;
