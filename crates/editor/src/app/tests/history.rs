//! Former inputs: walked through, searched, suggested.

use super::check_with;

#[test]
fn words_of_former_inputs() {
    let history = ["f(a) b", "g x y"];
    check_with(&history, "|", "alt-.", "y|");
    check_with(&history, "|", "alt-. alt-.", "b|");
    check_with(&history, "|", "alt-. alt-_ alt-.", "b|");
    check_with(&history, "|", "alt-0 alt-.", "g|");
    check_with(&history, "|", "ctrl-alt-y", "x|");
    check_with(&history, "|", "alt-2 ctrl-alt-y", "y|");
    check_with(&history, "|", "alt-. ctrl-_", "|");
}

#[test]
fn walking_through_history() {
    let history = ["one", "two\nlines", "three"];
    check_with(&history, "|", "up", "three|");
    check_with(&history, "|", "up up up", "two|\nlines");
    check_with(&history, "|", "up up up up", "one|");
    check_with(&history, "|", "up up up up down", "two|\nlines");
    check_with(&history, "dra|ft", "ctrl-up ctrl-up ctrl-up ctrl-down ctrl-down ctrl-down", "dra|ft");
    check_with(&history, "|", "pageup pageup pagedown", "three|");
    check_with(&history, "t|", "up", "three|");
    check_with(&history, "t|", "up up up", "two|\nlines");
    check_with(&history, "x|", "up", "x|");
    check_with(&history, "on|", "alt-p", "one|");
    check_with(&history, "on|", "alt-p alt-n", "on|");
    check_with(&history, "x|", "alt-<", "one|");
    check_with(&history, "x|", "alt-< alt->", "x|");
    check_with(&history, "|", "up '!' ctrl-up ctrl-down", "three!|");
}

#[test]
fn searching_history() {
    let history = ["import os", "print(1)", "import sys"];
    check_with(&history, "|", "ctrl-r 'imp'", "|import sys");
    check_with(&history, "|", "ctrl-r 'imp' ctrl-r", "|import os");
    check_with(&history, "|", "ctrl-r 'imp' up down", "|import sys");
    check_with(&history, "|", "ctrl-r 'imp' ctrl-r backspace", "|import sys");
    check_with(&history, "|", "ctrl-r 'os'", "import |os");
    check_with(&history, "|", "ctrl-r 'os' ctrl-s", "import |os");
    check_with(&history, "|", "ctrl-r 'imp' enter 'x'", "x|import sys");
    check_with(&history, "|", "ctrl-r 'imp' escape end", "import sys|");
    check_with(&history, "|", "ctrl-r 'imp' end", "import sys|");
    check_with(&history, "dra|ft", "ctrl-r 'imp' ctrl-g", "dra|ft");
    check_with(&history, "dra|ft", "ctrl-r 'imp' ctrl-c", "dra|ft");
    check_with(&history, "|", "ctrl-r 'PRINT'", "|");
    check_with(&["Print"], "|", "ctrl-r 'print'", "|Print");
    check_with(&history, "|", "ctrl-r 'os' ctrl-g ctrl-r ctrl-r", "import |os");
    check_with(&history, "a b a|", "ctrl-r 'a' ctrl-r", "|a b a");
}

#[test]
fn suggestions() {
    let history = ["import os.path"];
    check_with(&history, "|", "'imp' right", "import os.path|");
    check_with(&history, "|", "'imp' ctrl-e", "import os.path|");
    check_with(&history, "|", "'imp' end", "import os.path|");
    check_with(&history, "|", "'imp' ctrl-f ctrl-_", "imp|");
    check_with(&history, "|", "'imp' alt-f", "import|");
    check_with(&history, "|", "'imp' alt-f alt-f", "import os|");
    check_with(&history, "|", "'imp' left right", "imp|");
    check_with(&history, "|", "'x' ctrl-e", "x|");
}
