//! Ctrl-Z: stop as a shell's job does when the terminal sends the signal.
//!
//! The terminal would signal its whole foreground process group, so that the other
//! commands of a pipeline stop too; so do we. A signal to this process may reach any of
//! its threads, though, and then this one would run on for a moment and take the
//! terminal back too early. So the group is signalled while this process ignores it,
//! and this very thread afterwards: when that returns, the process has been stopped
//! and continued, once. In an orphaned process group, or for a session leader, nothing
//! stops, as no shell could continue it.
#![allow(unsafe_code, reason = "no safe form exists of pthread_kill and sigaction")]

use std::mem::MaybeUninit;

use crate::mask::change;

/// Stops the process group; returns when it goes on. The terminal must be given back.
pub fn suspend() {
    let mut stop = MaybeUninit::uninit();
    // SAFETY: set and action are made whole first, and the signal exists.
    unsafe {
        let mut ignore: libc::sigaction = MaybeUninit::zeroed().assume_init();
        ignore.sa_sigaction = libc::SIG_IGN;
        let mut before = MaybeUninit::zeroed();
        libc::sigaction(libc::SIGTSTP, &raw const ignore, before.as_mut_ptr());
        libc::kill(0, libc::SIGTSTP);
        // A thread that blocks the signal kept it pending; ignoring it anew discards that.
        libc::sigaction(libc::SIGTSTP, &raw const ignore, std::ptr::null_mut());
        libc::sigaction(libc::SIGTSTP, before.as_ptr(), std::ptr::null_mut());

        libc::sigemptyset(stop.as_mut_ptr());
        libc::sigaddset(stop.as_mut_ptr(), libc::SIGTSTP);
        let mask = change(libc::SIG_UNBLOCK, &stop.assume_init());
        libc::pthread_kill(libc::pthread_self(), libc::SIGTSTP);
        change(libc::SIG_SETMASK, &mask);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    /// The stop is seen by the parent, as a shell would see it; then it is continued.
    /// The child is a process group of its own whose parent lives: not orphaned.
    #[test]
    #[allow(clippy::zombie_processes, reason = "waitpid sees stops, `Child::wait` does not")]
    fn the_parent_sees_a_stopped_job_that_goes_on() {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "suspend::tests::child", "--include-ignored", "--nocapture"])
            .env("SUSPEND_ITSELF", "1")
            .stdout(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap();
        let pid = child.id().cast_signed();
        let stopped = wait(pid);
        assert!(libc::WIFSTOPPED(stopped), "{stopped}");
        // SAFETY: our own child, which nobody has waited for yet.
        unsafe { libc::kill(pid, libc::SIGCONT) };
        let ended = wait(pid);
        assert!(libc::WIFEXITED(ended) && libc::WEXITSTATUS(ended) == 0, "{ended}");
    }

    /// Waits until a child stops or ends. Other tests raise signals, which end the wait early.
    fn wait(pid: i32) -> i32 {
        let mut status = 0;
        // SAFETY: waits for our own child.
        while unsafe { libc::waitpid(pid, &raw mut status, libc::WUNTRACED) } != pid {
            let error = std::io::Error::last_os_error();
            assert_eq!(error.kind(), std::io::ErrorKind::Interrupted, "{error}");
        }
        status
    }

    /// Run by the test above, in a process of its own.
    #[test]
    #[ignore = "stops the process that runs it"]
    fn child() {
        if std::env::var_os("SUSPEND_ITSELF").is_some() {
            let blocked = crate::mask::Blocked::all();
            suspend();
            drop(blocked);
        }
    }
}
