//! The host on the session's other side: what it says and what it hears.

use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use editor::configuration::Configuration;
use editor::event::Stream;
use editor::protocol::{Prompt, ToHost, ToUi};
use editor::settings::Settings;
use terminal::mailbox::Receiver;
use terminal::pty::Pty;
use terminal::thread::{Handle, Options, spawn};

use super::{PATIENCE, Person, readable};

impl Person {
    pub fn host_says(&self, message: ToUi) {
        self.handle.as_ref().unwrap().to_ui.send(message).unwrap();
    }

    /// The next message that is no question about the text.
    pub fn host_gets(&self) -> ToHost {
        loop {
            let message = next(&self.handle.as_ref().unwrap().from_ui).expect("the session hung up");
            let question = |message: &ToHost| {
                matches!(
                    message,
                    ToHost::Complete { .. }
                        | ToHost::Prepare { .. }
                        | ToHost::Signature { .. }
                        | ToHost::Doc { .. }
                        | ToHost::Prompting
                )
            };
            if !question(&message) {
                return message;
            }
        }
    }

    pub fn ready(&mut self) {
        self.host_says(ToUi::Ready { prompt: Prompt::default(), succeeded: None });
        self.waits_until(|person| !person.is_cooked());
    }

    pub fn evaluates(&mut self, source: &str) {
        self.types(&format!("{source}\r"));
        assert_eq!(self.host_gets(), ToHost::Run { source: source.into() });
        self.host_says(ToUi::Accepted);
        assert_eq!(self.host_gets(), ToHost::Go);
    }

    pub fn writers(&self, count: usize, lines: usize) -> Vec<JoinHandle<()>> {
        let sender = self.handle.as_ref().unwrap().to_ui.clone();
        let write = |writer: usize| {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for n in 0..lines {
                    let text = format!("{writer}:{n}\n");
                    sender.send(ToUi::Print { stream: Stream::Stdout, text }).unwrap();
                }
            })
        };
        (0..count).map(write).collect()
    }

    pub fn host_closes(&mut self) {
        self.handle.take().unwrap().close();
        while !self.watch().is_empty() {}
    }

    pub fn host_goes_away(&mut self) {
        drop(self.handle.take());
    }

    /// The terminal's window is closed; the host's side and the history file stay.
    pub fn hangs_up(mut self) -> (Left, PathBuf) {
        (Left(self.handle.take().unwrap()), std::mem::take(&mut self.history))
    }
}

/// The host's side when the terminal is gone.
pub struct Left(Handle);

impl Left {
    pub fn waits_for_the_end(&mut self) {
        while next(&self.0.from_ui).is_some() {}
    }
}

pub fn session(pty: &Pty, history: &Path) -> Result<Handle, String> {
    spawn(Options {
        input: pty.slave.as_fd(),
        output: pty.slave.as_fd(),
        config: None,
        configuration: Configuration {
            settings: Settings { auto_suggest: false, ..Settings::default() },
            ..Configuration::default()
        },
        history: Some(history.to_owned()),
        term: "xterm-256color".into(),
        patch_stdout: true,
        nested: false,
    })
}

fn next(from_ui: &Receiver<ToHost>) -> Option<ToHost> {
    loop {
        assert!(readable(from_ui, PATIENCE), "the session says nothing");
        match from_ui.take() {
            Ok(Some(message)) => return Some(message),
            Ok(None) => {}
            Err(_) => return None,
        }
    }
}
