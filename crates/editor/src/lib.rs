//! The pure core: `Event` in, `Effect`s and a `Frame` out.
//!
//! Invariant: nothing in this crate does I/O, reads a clock, starts a thread
//! or knows an interpreter. Time comes in as an argument.

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
