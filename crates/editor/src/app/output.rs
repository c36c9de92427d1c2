//! What others write while the prompt stands.

use super::App;
use crate::event::{Effect, Stream};
use crate::tail::Tail;

/// The half line of each stream.
#[derive(Debug, Default)]
pub struct Output {
    stdout: Tail,
    stderr: Tail,
}

impl Output {
    fn of(&mut self, stream: Stream) -> &mut Tail {
        match stream {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        }
    }

    /// The half lines, for the frame.
    pub fn tails(&self) -> Vec<&str> {
        [&self.stdout, &self.stderr].map(Tail::as_str).into_iter().filter(|tail| !tail.is_empty()).collect()
    }
}

impl App {
    /// Whole lines go above the prompt; half a line waits for its end.
    pub(super) fn write(&mut self, stream: Stream, bytes: &[u8]) {
        let lines = self.output.of(stream).push(bytes);
        if !lines.is_empty() {
            self.effects.push(Effect::Emit(lines));
        }
    }

    /// Ends half lines, because the terminal is given away.
    pub(super) fn flush_output(&mut self) {
        for stream in [Stream::Stdout, Stream::Stderr] {
            let half = self.output.of(stream).take();
            if !half.is_empty() {
                self.effects.push(Effect::Emit(half + "\n"));
            }
        }
    }
}
