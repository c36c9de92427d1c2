//! The messages between the UI thread and the thread that called `embed()`.
//!
//! Plain data, so that the two could live in different processes. In Python each
//! message is a dict: `{"type": "run", "source": "1 + 1"}`.
//!
//! | message | answered by | rule |
//! |---|---|---|
//! | `Run` | `Accepted`, then `Go`, then `Ready`; or `Invalid`, `Incomplete` | never dropped |
//! | `Prepare` | nothing | a newer one replaces one still queued |
//! | `Complete`, `Signature`, `Doc` | same name, same `seq` | a newer one replaces one still queued; an old `seq` is ignored |
//! | `Command` | `Replace`, same `seq` | an old `seq` is ignored |
//! | `Calling`, `Called` | `Called` | between the two Ctrl-C interrupts the person's own code |
//! | `Page` | `More`, to which `PageText` answers; in the end `Paged` | the caller waits on its descriptor |
//! | `Print` | nothing | a full mailbox makes the writer wait, with the GIL released |

mod answer;
mod question;
mod to_host;
mod to_ui;

pub use answer::{Candidate, Doc, Kind, Parameter, ParameterKind, Signature};
pub use question::{Binding, Call, Expression, How, Question, Wanted};
pub use to_host::ToHost;
pub use to_ui::{NewPage, Prompt, ToUi};
