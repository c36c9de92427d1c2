//! The pure core: `Event` in, `Effect`s and a `Frame` out.
//!
//! Invariant: nothing in this crate does I/O, reads a clock, starts a thread
//! or knows an interpreter. Time comes in as an argument.

pub mod app;
pub mod command;
pub mod configuration;
pub mod event;
pub mod filter;
pub mod foreign;
pub mod frame;
pub mod glyph;
pub mod history;
pub mod input;
pub mod key;
pub mod keyboard;
pub mod keymap;
pub mod keys;
pub mod killring;
pub mod layout;
pub mod macros;
pub mod marks;
pub mod menu;
pub mod minibuffer;
pub mod motion;
pub mod nearest;
pub mod page;
pub mod panel;
pub mod protocol;
pub mod python;
pub mod saving;
pub mod scene;
pub mod search;
pub mod settings;
pub mod sgr;
pub mod suggest;
pub mod tail;
pub mod text;
pub mod theme;
pub mod transcript;
pub mod undo;
pub mod vi;
pub mod view;
