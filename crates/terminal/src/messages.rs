//! What a mailbox does with each message of the protocol.

use editor::protocol::{ToHost, ToUi};

use crate::mailbox::Message;

impl Message for ToHost {
    /// What is of no use once the text has changed.
    fn is_overwritten(&self) -> bool {
        use ToHost::{Complete, Doc, Prepare, Signature};
        matches!(self, Complete { .. } | Doc { .. } | Prepare { .. } | Signature { .. })
    }
}

impl Message for ToUi {
    /// The bytes of printed text; even an empty print stands in line.
    fn weight(&self) -> usize {
        match self {
            Self::Print { text, .. } => text.len().max(1),
            _ => 0,
        }
    }
}
