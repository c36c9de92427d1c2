//! The settings' reference, made from the table.

use std::fmt::Write;

use super::{ROWS, Row, Settings};
use crate::theme::Role;

/// What the reference says before its tables.
const INTRODUCTION: &str = "\
# Settings

They stand in one TOML file, which the command line and `embed()` read alike:
`$XDG_CONFIG_HOME/sideloop/config.toml`, by default `~/.config/sideloop/config.toml`; on macOS
`~/Library/Application Support/sideloop/config.toml`. The variable `SIDELOOP_CONFIG` names another
file. A keyword argument of `embed()` wins over the file: `embed(editing_mode=\"vi\")`.

What is wrong in the file is told with its line, and the rest counts. `sideloop --config-check`
prints what is in force and where each value comes from. F2 opens a menu of all settings, and
saves them.
";

/// What it says behind them; the roles of themes follow.
const KEYS_AND_THEMES: &str = "
## Keys

Any sequence runs any command of [the key reference](keys.md). `[keys]` counts in all modes, a
table of its own in one. An empty name frees the key; a sequence that begins another one is
refused and told.

```toml
[keys]
\"f12\" = \"clear-screen\"

[keys.emacs]
\"ctrl-x ctrl-k\" = \"kill-whole-line\"
\"ctrl-o\" = \"\"

[keys.vi-insert]
\"ctrl-a\" = \"beginning-of-line\"

[keys.vi-normal]
\"g h\" = \"describe\"
```

## Themes

A theme of your own says how each role looks: a colour, `on` another, and `bold`, `dim`, `italic`,
`underline`, `reverse` or `strike`. Roles left out look as in `monochrome`.

```toml
[colors]
theme = \"mine\"

[themes.mine]
colors.pink = \"#ff79c6\"
roles.keyword = \"pink bold\"
roles.menu-selected = \"black on pink\"
```
";

/// What comes last.
const IN_PYTHON: &str = "
## In Python

A file `startup.py` beside the settings file may add what TOML cannot say: its function `configure`
is called with each session's handle, which `embed(configure=...)` and, at the prompt,
`sideloop.repl()` give as well. Commands and completers run on the session's own thread.

```python
def shout(event):
    \"\"\"Makes the input upper case.\"\"\"
    event.text = event.text.upper()  # event.cursor, event.insert(text) and event.run(), too


def planets(question):
    return [\"mercury\", \"venus\", {\"text\": \"earth\", \"detail\": \"here\"}]


def configure(repl):
    repl.bind(\"ctrl-x g\", shout)
    repl.bind(\"g s\", \"save-session\", mode=\"vi-normal\")
    repl.completers.append(planets)
    repl.prompts.primary = lambda number: f\"{number}> \"
    repl.prompts.continuation = \"| \"
    repl.prompts.out = \"= \"
    repl.theme(\"mine\", {\"keyword\": \"pink bold\"}, colors={\"pink\": \"#ff79c6\"})
    repl.settings.theme = \"mine\"
```
";

/// All settings, as Markdown.
pub fn reference() -> String {
    let mut page = INTRODUCTION.to_owned();
    let mut group = "";
    for row in ROWS {
        if row.group != group {
            group = row.group;
            let _ = write!(
                page,
                "\n## [{group}]\n\n| Setting | Takes | Default | |\n| --- | --- | --- | --- |\n"
            );
        }
        line(&mut page, row);
    }
    let roles: Vec<_> = Role::ALL.iter().map(|role| format!("`{}`", role.name())).collect();
    page + KEYS_AND_THEMES + "\nThe roles are " + &roles.join(", ") + ".\n" + IN_PYTHON
}

fn line(page: &mut String, row: &Row) {
    let takes = row.expected.replace('|', "\\|");
    let default = (row.get)(&Settings::default());
    let _ = writeln!(page, "| `{}` | {takes} | `{default}` | {} |", row.name, row.doc);
}
