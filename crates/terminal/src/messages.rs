//! What a mailbox does with each message of the protocol.

use editor::protocol::{ToHost, ToUi};

use crate::mailbox::Message;

impl Message for ToHost {
    /// Questions: the answer to the older one would be ignored anyway.
    fn is_overwritten(&self) -> bool {
        matches!(self, Self::Complete { .. } | Self::Signature { .. } | Self::Doc { .. })
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
