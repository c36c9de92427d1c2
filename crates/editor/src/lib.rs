//! The pure core: `Event` in, `Effect`s and a `Frame` out.
//!
//! Invariant: nothing in this crate does I/O, reads a clock, starts a thread
//! or knows an interpreter. Time comes in as an argument.
//!
//! - How it hangs together: `app`, with `event` and `protocol`.
//! - The text and what changes it: `text`, `undo`, `killring`, `input`, `motion`, `command`, `vi`.
//! - Keys on their way to a command: `key`, `keymap`, `keyboard`, `macros`, `minibuffer`.
//! - What a person chose: `settings`, `configuration`, `theme`.
//! - What is found: `history`, `search`, `suggest`, `menu`, `filter`, `nearest`, `python`.
//! - What is seen: `scene`, `view`, `layout`, `glyph`, `frame`; `page` and `panel` over it; above
//!   it `tail` and `transcript`, with `sgr`, `marks` and `foreign`.

pub mod app;
pub mod command;
pub mod configuration;
pub mod event;
mod filter;
pub mod foreign;
pub mod frame;
mod glyph;
pub mod history;
mod input;
pub mod key;
mod keyboard;
mod keymap;
mod killring;
mod layout;
mod macros;
pub mod marks;
pub mod menu;
mod minibuffer;
mod motion;
mod nearest;
pub mod page;
mod panel;
pub mod protocol;
pub mod python;
mod saving;
pub mod scene;
mod search;
pub mod settings;
pub mod sgr;
mod suggest;
pub mod tail;
pub mod text;
pub mod theme;
pub mod transcript;
mod undo;
pub mod vi;
pub mod view;
