//! The types of settings that take one of a few words.

use super::{Field, Value};

/// Declares a closed set of words, the type of one setting.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum $name { $($variant),+ }

        impl Field for $name {
            const EXPECTED: &'static str = concat!("one of", $(" \"", $word, "\"",)+);
            const CHOICES: &'static [&'static str] = &[$($word),+];
            fn get(&self) -> Value {
                Value::Word(match self { $(Self::$variant => $word.into()),+ })
            }
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    $(Value::Word(word) if word == $word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

choice!(
    /// Which keys edit.
    EditingMode { Emacs = "emacs", Vi = "vi" }
);
choice!(
    /// The mode of vi that a prompt begins in.
    ViStart { Insert = "insert", Normal = "normal", Last = "last" }
);
choice!(
    /// Whether names with an underscore at their beginning are offered before one is typed.
    PrivateNames { Always = "always", IfNoPublic = "if-no-public", Never = "never" }
);
choice!(
    /// What Alt-Enter does.
    AltEnter { Run = "run", Newline = "newline" }
);
choice!(
    /// Where candidates are shown.
    Completions { PopUp = "pop-up", Columns = "columns", None = "none" }
);
choice!(
    /// How far completion may go to know an object.
    Evaluate { Safe = "safe", None = "none", Full = "full" }
);
choice!(
    /// What stands before the input.
    PromptStyle { Classic = "classic", Numbered = "numbered" }
);
choice!(
    /// How many colours are used.
    ColorDepth { Auto = "auto", True = "true", Indexed = "256", Sixteen = "16", None = "none" }
);
choice!(
    /// How the cursor looks.
    Cursor { Terminal = "terminal", Block = "block", Underline = "underline", Beam = "beam", Modal = "modal" }
);
