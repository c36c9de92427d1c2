//! What Enter will need, worked out while the person looks at the text: Rust's verdict is kept,
//! and the host compiles what would run.

use crate::app::App;
use crate::event::Effect;
use crate::protocol::ToHost;
use crate::python::complete_check::{Completeness, check};

/// Longer inputs are not compiled at each pause in typing: that takes a millisecond.
const LONGEST: usize = 1000;

/// What is known of an input.
#[derive(Debug)]
pub struct Prepared {
    source: String,
    verdict: Completeness,
    /// Whether the host has it.
    told: bool,
}

impl App {
    /// The verdict on the input as it is.
    pub(in crate::app) fn verdict(&self) -> Completeness {
        let source = self.source();
        let known = self.assist.prepared.as_ref().filter(|known| known.source == source);
        known.map_or_else(|| check(&source), |known| known.verdict)
    }

    /// Prepares for Enter, as far as that was not done for this text.
    pub(in crate::app) fn prepare(&mut self) {
        let source = self.source();
        if source.is_empty() || source.len() > LONGEST || self.reading.is_some() {
            return;
        }
        let known = self.assist.prepared.take().filter(|known| known.source == source);
        let known = known.unwrap_or_else(|| Prepared { verdict: check(&source), source, told: false });
        let wanted = !known.told && known.verdict != Completeness::Invalid && self.enter_runs();
        if wanted {
            self.effects.push(Effect::Ask(ToHost::Prepare { source: known.source.clone() }));
        }
        self.assist.prepared = Some(Prepared { told: known.told || wanted, ..known });
    }
}
