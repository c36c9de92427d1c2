//! One session, as Python sees it: a file descriptor to wait for, and messages as dicts.

use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::ThreadId;

use editor::configuration::Configuration;
use editor::protocol::{Prompt, ToHost, ToUi};
use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pythonize::{depythonize, pythonize};
use terminal::thread::{Handle, Options, spawn};

use crate::settings::highlighted;
use crate::sleep::{sleep, wait};

/// A prompt on a terminal, drawn by a thread of its own that never needs the interpreter.
///
/// To be used in the thread that made it, but for `send` and `close`.
#[pyclass(frozen, module = "sideloop._native")]
pub struct Session {
    handle: Mutex<Option<Handle>>,
    thread: ThreadId,
    fd: RawFd,
    process: u32,
}

#[pymethods]
impl Session {
    /// Starts the thread; nothing is written before the first "ready".
    ///
    /// Of the TOML texts in `settings` the later ones win. `nested` tells that the session
    /// that has this terminal now waits for this one to end. Raises `OSError` when the terminal cannot be used.
    #[new]
    #[pyo3(signature = (input, output, settings = vec![], *, history = None, config = None, term = "", patch_stdout = true, nested = false))]
    #[allow(unsafe_code, reason = "Python's descriptors are plain numbers")]
    #[allow(clippy::needless_pass_by_value, clippy::too_many_arguments, reason = "as Python gives them")]
    fn new(
        py: Python<'_>,
        input: RawFd,
        output: RawFd,
        settings: Vec<String>,
        history: Option<PathBuf>,
        config: Option<PathBuf>,
        term: &str,
        patch_stdout: bool,
        nested: bool,
    ) -> PyResult<Self> {
        if input < 0 || output < 0 {
            return Err(PyValueError::new_err("a file descriptor is not negative"));
        }
        // SAFETY: neither is -1; a closed one makes the duplication fail, which is told.
        let (input, output) = unsafe { (BorrowedFd::borrow_raw(input), BorrowedFd::borrow_raw(output)) };
        let options = Options {
            input,
            output,
            configuration: Configuration::of(settings.iter().map(String::as_str)).0,
            history,
            config,
            term: term.into(),
            patch_stdout,
            nested,
        };
        let handle = py.detach(|| spawn(options)).map_err(PyOSError::new_err)?;
        let fd = handle.from_ui.as_fd().as_raw_fd();
        Ok(Self {
            handle: Mutex::new(Some(handle)),
            thread: std::thread::current().id(),
            fd,
            process: std::process::id(),
        })
    }

    /// Whether the prompt is drawn: there is a pager, and text can be shown anew.
    #[classattr]
    fn draws() -> bool {
        true
    }

    /// The file descriptor that is readable exactly when `take` has something to give.
    fn fileno(&self) -> PyResult<RawFd> {
        self.here()?.as_ref().map(|_| self.fd).ok_or_else(over)
    }

    /// The oldest message, or None when there is none now.
    ///
    /// Raises `RuntimeError` when the session is over.
    fn take<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let message = self.here()?.as_ref().ok_or_else(over)?.from_ui.take().map_err(|_| over())?;
        message.map(|message| Ok(pythonize(py, &message)?)).transpose()
    }

    /// Waits as the function `wait` does. For the session's own descriptor, and without a limit,
    /// this thread answers keys meanwhile, so that Enter wakes no other.
    ///
    /// Raises `RuntimeError` when the session is over.
    #[pyo3(signature = (fd, timeout = None))]
    fn wait(&self, py: Python<'_>, fd: RawFd, timeout: Option<f64>) -> PyResult<bool> {
        if fd != self.fd || timeout.is_some() || self.process != std::process::id() {
            return wait(py, fd, timeout);
        }
        let idle = self.here()?.as_ref().ok_or_else(over)?.idle.clone();
        while !sleep(py, |blocked| idle.wait(blocked))? {}
        Ok(true)
    }

    /// Sends a message. Text to print waits for room when much of it is queued. Any thread.
    ///
    /// A prompt that failed hears nothing any more: `take` tells why it failed.
    ///
    /// Raises `ValueError` when it is no message, `RuntimeError` when the session is over.
    fn send(&self, py: Python<'_>, message: &Bound<'_, PyAny>) -> PyResult<()> {
        let message: ToUi = depythonize(message).map_err(|error| PyValueError::new_err(error.to_string()))?;
        let to_ui = self.lock().as_ref().ok_or_else(over)?.to_ui.clone();
        let _ = py.detach(|| to_ui.send(message));
        Ok(())
    }

    /// The input is to be evaluated. True when the terminal is the evaluation's on return; else a
    /// "go" is to come.
    ///
    /// Raises `RuntimeError` when the session is over.
    fn accept(&self, py: Python<'_>) -> PyResult<bool> {
        self.exchange(py, [ToUi::Accepted], &ToHost::Go)
    }

    /// Prompts for the next input; `shown` is what the last one showed. True when the prompt
    /// stands on return; else a "prompting" is to come.
    ///
    /// Raises `RuntimeError` when the session is over.
    #[pyo3(signature = (primary, continuation, succeeded = None, shown = String::new()))]
    fn prompt(
        &self,
        py: Python<'_>,
        primary: String,
        continuation: String,
        succeeded: Option<bool>,
        shown: String,
    ) -> PyResult<bool> {
        let prompt = Prompt { primary, continuation };
        let messages = [ToUi::Shown { text: shown }, ToUi::Ready { prompt, succeeded }];
        let first = usize::from(matches!(&messages[0], ToUi::Shown { text } if text.is_empty()));
        self.exchange(py, messages.into_iter().skip(first), &ToHost::Prompting)
    }

    /// A piece of Python with SGR sequences, in the prompt's colours. Any thread.
    fn highlight(&self, text: &str) -> String {
        let theme = self.lock().as_ref().map(Handle::theme).unwrap_or_default();
        highlighted(text, &theme)
    }

    /// Lets the prompt fail, for tests: what follows is what follows a bug of its own. Any thread.
    ///
    /// Raises `RuntimeError` when the session is over.
    fn fail(&self, py: Python<'_>) -> PyResult<()> {
        let to_ui = self.lock().as_ref().ok_or_else(over)?.to_ui.clone();
        py.detach(|| to_ui.fail());
        Ok(())
    }

    /// Ends the session; the terminal is as it was when this returns. Any thread, any number of times.
    fn close(&self, py: Python<'_>) {
        let handle = self.lock().take();
        py.detach(|| handle.map(Handle::close));
    }
}

impl Session {
    /// Never held while waiting, so a signal handler may call back in.
    fn lock(&self) -> MutexGuard<'_, Option<Handle>> {
        self.handle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends messages; whether the answer that they want came meanwhile, and was taken.
    fn exchange(
        &self,
        py: Python<'_>,
        messages: impl IntoIterator<Item = ToUi> + Send,
        answer: &ToHost,
    ) -> PyResult<bool> {
        let to_ui = self.here()?.as_ref().ok_or_else(over)?.to_ui.clone();
        // A prompt that failed tells so by itself, to who waits for the answer.
        let _ = py.detach(|| messages.into_iter().try_for_each(|message| to_ui.send(message)));
        Ok(self.here()?.as_ref().ok_or_else(over)?.from_ui.take_this(answer))
    }

    fn here(&self) -> PyResult<MutexGuard<'_, Option<Handle>>> {
        if std::thread::current().id() != self.thread {
            return Err(PyRuntimeError::new_err("a session belongs to the thread that made it"));
        }
        Ok(self.lock())
    }
}

fn over() -> PyErr {
    PyRuntimeError::new_err("the session is over")
}
