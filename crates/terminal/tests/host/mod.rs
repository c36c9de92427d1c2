//! A host of one session on its own terminal, which acts by the word that it reads from
//! descriptor 3, whatever the prompt is doing.
#![allow(clippy::unwrap_used, unsafe_code, reason = "a test's own helper; fork")]

use std::io::{BufRead, BufReader, Write, stderr, stdin, stdout};
use std::os::fd::{AsFd, FromRawFd, OwnedFd};
use std::process::Command;

use editor::configuration::Configuration;
use editor::protocol::{Prompt, ToHost, ToUi};
use editor::settings::Settings;
use terminal::capture::after_fork_in_child;
use terminal::mailbox::Receiver;
use terminal::shared::HostSender;
use terminal::thread::{Options, spawn};

pub fn serve() {
    // SAFETY: no handler is installed. Whoever runs the tests may ignore it, as nohup does.
    unsafe { libc::signal(libc::SIGHUP, libc::SIG_DFL) };
    let handle = spawn(Options {
        input: stdin().as_fd(),
        output: stdout().as_fd(),
        config: None,
        configuration: Configuration {
            settings: Settings { auto_suggest: false, ..Settings::default() },
            ..Configuration::default()
        },
        history: None,
        term: "xterm-256color".into(),
        patch_stdout: true,
        nested: false,
    })
    .unwrap();
    let to_ui = handle.to_ui.clone();
    std::thread::scope(|scope| {
        scope.spawn(|| answer(&handle.from_ui, &to_ui));
        // SAFETY: the person's end of the wire, which nobody else uses.
        let wire = std::fs::File::from(unsafe { OwnedFd::from_raw_fd(3) });
        for word in BufReader::new(wire).lines().map_while(Result::ok) {
            act(&word);
            if word == "end" {
                to_ui.send(ToUi::Close).unwrap();
                break;
            }
        }
        to_ui.send(ToUi::Close).ok();
    });
    handle.close();
}

/// Evaluates whatever is run by saying so; to one input it has something to say before.
fn answer(from_ui: &Receiver<ToHost>, to_ui: &HostSender) {
    let ready = || to_ui.send(ToUi::Ready { prompt: Prompt::default(), succeeded: None }).ok();
    ready();
    loop {
        rustix::event::poll(&mut [rustix::event::PollFd::new(from_ui, rustix::event::PollFlags::IN)], None)
            .ok();
        match from_ui.take() {
            Ok(Some(ToHost::Run { source })) => {
                if source == "print and evaluate" {
                    println!("more\nand more");
                }
                to_ui.send(ToUi::Accepted).ok();
            }
            Ok(Some(ToHost::Go)) => {
                println!("evaluated");
                ready();
            }
            Ok(_) => {}
            Err(_) => break,
        }
    }
}

fn act(word: &str) {
    match word {
        "print" => println!("printed"),
        "write" => drop(rustix::io::write(stdout(), b"written\n")),
        "complain" => eprintln!("complaint"),
        "child" => drop(Command::new("sh").args(["-c", "stty size <&1; echo from a child"]).status()),
        "lines" => drop(std::thread::spawn(lines)),
        "fork" => fork(),
        "fork and kill" => fork_and_kill(),
        "end" => print!("last words\nhalf a line"),
        _ => eprintln!("what is {word:?}?"),
    }
    stdout().flush().unwrap();
    stderr().flush().unwrap();
}

fn lines() {
    let text: String = (0..100_000).fold(String::new(), |text, n| text + &format!("0:{n}\n"));
    stdout().write_all(text.as_bytes()).unwrap();
}

fn fork() {
    // SAFETY: the child makes system calls only and leaves at once.
    unsafe {
        if libc::fork() == 0 {
            after_fork_in_child();
            libc::write(1, c"from a fork\r\n".as_ptr().cast(), 13);
            libc::_exit(0);
        }
    }
}

fn fork_and_kill() {
    // SAFETY: the child makes system calls only and ends by its own signal.
    unsafe {
        let child = libc::fork();
        if child == 0 {
            after_fork_in_child();
            libc::raise(libc::SIGTERM);
            libc::_exit(0);
        }
        libc::waitpid(child, std::ptr::null_mut(), 0);
    }
    println!("killed");
}
