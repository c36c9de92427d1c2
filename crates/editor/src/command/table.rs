//! The table of commands.

use super::{Act, Argument, Await, Command, Completing, Content, Group, Macro, Mode};
use super::{editing, history, killing, lines, moving, transpose};
use crate::history::Direction;
use crate::input::Input;

/// Every command. A row: name, default keys, what it does, how.
#[rustfmt::skip]
pub const TABLE: &[Command] = &{
    use Group::{Completion, Editing, History, Killing, Moving, Repeating, Selecting, Session};
    [
        row(Moving, "forward-char", "ctrl-f, right", "Move forward a character; at the end, take the suggestion.", moving::forward_char),
        row(Moving, "backward-char", "ctrl-b, left", "Move back a character.", moving::backward_char),
        row(Moving, "forward-word", "alt-f, ctrl-right, alt-right", "Move to the end of the word; at the end, take a word of the suggestion.", moving::forward_word),
        row(Moving, "backward-word", "alt-b, ctrl-left, alt-left", "Move to the start of the word.", moving::backward_word),
        row(Moving, "beginning-of-line", "ctrl-a, home", "Move to the start of the line.", moving::beginning_of_line),
        row(Moving, "end-of-line", "ctrl-e, end", "Move to the end of the line; at the end, take the suggestion.", moving::end_of_line),
        row(Moving, "beginning-of-buffer", "ctrl-home", "Move to the start of the input.", moving::beginning_of_buffer),
        row(Moving, "end-of-buffer", "ctrl-end", "Move to the end of the input.", moving::end_of_buffer),
        row(Moving, "up-line-or-history", "up, ctrl-p", "Move up a line; on the first one, to the entry before.", moving::up),
        row(Moving, "down-line-or-history", "down, ctrl-n", "Move down a line; on the last one, to the entry behind.", moving::down),
        row(Moving, "backward-sentence", "alt-a", "Move to the start of the sentence.", moving::backward_sentence),
        row(Moving, "forward-sentence", "alt-e", "Move to the end of the sentence.", moving::forward_sentence),
        row(Moving, "forward-sexp", "ctrl-alt-f", "Move behind the next name or bracketed group.", moving::forward_sexp),
        row(Moving, "backward-sexp", "ctrl-alt-b", "Move before the last name or bracketed group.", moving::backward_sexp),
        row(Moving, "character-search", "ctrl-]", "Move to the next place of the character typed next.", moving::find_forward),
        row(Moving, "character-search-backward", "ctrl-alt-]", "Move to the last place of the character typed next.", moving::find_backward),
        row(Editing, "self-insert", "", "Insert the character that was typed.", |_, _| Act::SelfInsert),
        row(Editing, "delete-char", "delete", "Delete the selection, or the character at the cursor.", editing::delete_char),
        row(Editing, "backward-delete-char", "backspace, ctrl-h, shift-backspace", "Delete the selection, the character before the cursor, or a level of indentation.", editing::backward_delete_char),
        row(Editing, "quoted-insert", "ctrl-q, ctrl-v", "Insert the next key as it is.", editing::quoted_insert),
        row(Editing, "tab-insert", "alt-tab", "Insert a tab.", editing::tab_insert),
        row(Editing, "insert-newline", "shift-enter, ctrl-enter", "Insert a newline and indent.", |_, _| Act::Newline),
        row(Editing, "transpose-chars", "ctrl-t", "Swap the characters around the cursor.", transpose::chars),
        row(Editing, "transpose-words", "alt-t", "Swap the words around the cursor.", transpose::words),
        row(Editing, "transpose-lines", "ctrl-x ctrl-t", "Swap the line with the one above.", transpose::lines),
        row(Editing, "upcase-word", "alt-u", "Make the rest of the word upper case.", editing::upcase_word),
        row(Editing, "downcase-word", "alt-l", "Make the rest of the word lower case.", editing::downcase_word),
        row(Editing, "capitalize-word", "alt-c", "Capitalise the rest of the word.", editing::capitalize_word),
        row(Editing, "delete-horizontal-space", "alt-\\", "Delete the blanks around the cursor.", editing::delete_horizontal_space),
        row(Editing, "insert-comment", "alt-#, alt-;", "Comment the line or the selected lines, or uncomment them.", lines::insert_comment),
        row(Editing, "indent-region", "ctrl-x >, ctrl-x tab, ctrl-c >", "Indent the line or the selected lines.", lines::indent_region),
        row(Editing, "dedent-region", "ctrl-x <, ctrl-x shift-tab, ctrl-c <", "Dedent the line or the selected lines.", lines::dedent_region),
        row(Editing, "undo", "ctrl-_, ctrl-/, ctrl-x ctrl-u, ctrl-x u", "Take back the last change.", editing::undo),
        row(Editing, "redo", "ctrl-alt-_, ctrl-alt-/, ctrl-x ctrl-r", "Make the change again that was taken back.", editing::redo),
        row(Editing, "revert-line", "alt-r", "Take back all changes.", editing::revert_line),
        row(Killing, "kill-line", "ctrl-k", "Kill to the end of the line; there, the newline.", killing::kill_line),
        row(Killing, "unix-line-discard", "ctrl-u, ctrl-x backspace", "Kill to the start of the line; there, the newline before.", killing::unix_line_discard),
        row(Killing, "kill-whole-line", "", "Kill the line.", killing::kill_whole_line),
        row(Killing, "kill-word", "alt-d, ctrl-delete", "Kill to the end of the word.", killing::kill_word),
        row(Killing, "backward-kill-word", "alt-backspace, ctrl-alt-h, ctrl-backspace", "Kill to the start of the word.", killing::backward_kill_word),
        row(Killing, "unix-word-rubout", "ctrl-w", "Kill the selection, or back to a blank.", killing::unix_word_rubout),
        row(Killing, "kill-sexp", "ctrl-alt-k", "Kill the next name or bracketed group.", killing::kill_sexp),
        row(Killing, "kill-region", "ctrl-x r k", "Kill the selection, onto the system's clipboard as well.", killing::kill_region),
        row(Killing, "copy-region-as-kill", "alt-w", "Copy the selection: to the kill ring and the system's clipboard.", killing::copy_region),
        row(Killing, "yank", "ctrl-y, ctrl-x r y", "Insert what was killed last.", killing::yank),
        row(Killing, "yank-pop", "alt-y", "After a yank: put the kill before it in its place.", killing::yank_pop),
        row(Killing, "yank-clipboard", "ctrl-x ctrl-y", "Insert what is on the system's clipboard.", |_, _| Act::YankClipboard),
        row(Killing, "yank-last-arg", "alt-., alt-_", "Insert the last word of the last input; again, of the one before.", killing::yank_last_arg),
        row(Killing, "yank-nth-arg", "ctrl-alt-y", "Insert the second word of the last input, or the one of the argument.", killing::yank_nth_arg),
        row(History, "previous-history", "ctrl-up, pageup", "Show the entry before.", history::previous),
        row(History, "next-history", "ctrl-down, pagedown", "Show the entry behind.", history::next),
        row(History, "history-search-backward", "alt-p", "Show the last entry that begins as the input before the cursor.", history::search_backward),
        row(History, "history-search-forward", "alt-n", "Show the next entry that begins as the input before the cursor.", history::search_forward),
        row(History, "beginning-of-history", "alt-<", "Show the oldest entry.", history::first),
        row(History, "end-of-history", "alt->", "Go back to the unfinished input.", history::last),
        row(History, "reverse-search-history", "ctrl-r", "Search history backwards as you type.", |_, _| Act::Search(Direction::Older)),
        row(History, "forward-search-history", "ctrl-s", "Search history forwards as you type.", |_, _| Act::Search(Direction::Newer)),
        row(History, "browse-history", "f3", "Open the history browser: look for inputs, mark, insert, copy and delete them.", |_, _| Act::Browse),
        row(History, "operate-and-get-next", "ctrl-o", "Run the entry and offer the one behind it next.", |_, _| Act::RunAndNext),
        row(Completion, "menu-complete", "tab", "Indent at the start of a line; else complete, and step through the candidates.", lines::tab),
        row(Completion, "menu-complete-backward", "shift-tab", "Dedent at the start of a line; else step back through the candidates.", lines::back_tab),
        row(Completion, "complete", "alt-/", "Show the candidates.", |_, _| Act::Complete(Completing::List)),
        row(Completion, "insert-completions", "alt-*", "Insert all candidates.", |_, _| Act::Complete(Completing::All)),
        row(Completion, "describe", "f1, alt-h", "Show the documentation of what stands at the cursor.", |_, _| Act::Describe),
        row(Completion, "next-signature", "alt-s", "Show the next signature of the call, where it has several.", |_, _| Act::NextSignature),
        row(Completion, "scroll-documentation-down", "alt-pagedown, alt-down", "Scroll the documentation down.", |_, _| Act::ScrollDocumentation(4)),
        row(Completion, "scroll-documentation-up", "alt-pageup, alt-up", "Scroll the documentation up.", |_, _| Act::ScrollDocumentation(-4)),
        row(Selecting, "set-mark", "ctrl-space, ctrl-@", "Start a selection at the cursor; motions extend it.", set_mark),
        row(Selecting, "exchange-point-and-mark", "ctrl-x ctrl-x", "Go to the other end of the selection, or of the line.", moving::exchange_point_and_mark),
        row(Selecting, "mark-whole-buffer", "ctrl-x h", "Select the whole input.", mark_whole_buffer),
        row(Repeating, "digit-argument", "alt-0, alt-1, alt-2, alt-3, alt-4, alt-5, alt-6, alt-7, alt-8, alt-9, alt--", "Begin the number of times that the next command runs.", |_, _| Act::Digit),
        row(Repeating, "start-kbd-macro", "ctrl-x (", "Record the keys that follow.", |_, _| Act::Macro(Macro::Start)),
        row(Repeating, "end-kbd-macro", "ctrl-x )", "End the recording.", |_, _| Act::Macro(Macro::End)),
        row(Repeating, "call-last-kbd-macro", "ctrl-x e", "Replay the recorded keys.", |_, argument| Act::Macro(Macro::Call(argument.count))),
        row(Repeating, "print-last-kbd-macro", "", "Show the recorded keys.", |_, _| Act::Macro(Macro::Show)),
        row(Session, "accept-line", "enter, ctrl-j", "Run the input when it is complete; else insert a newline.", |_, _| Act::Enter),
        row(Session, "accept-or-newline", "alt-enter", "Run the input, or insert a newline: the setting `alt_enter` says which.", |_, _| Act::AltEnter),
        row(Session, "interrupt", "ctrl-c", "Drop the input.", |_, _| Act::Interrupt),
        row(Session, "end-of-file", "ctrl-d", "Leave when the input is empty; else delete the character at the cursor.", editing::end_of_file),
        row(Session, "abort", "ctrl-g", "Leave what is pending: candidates, selection, argument.", |_, _| Act::Abort),
        row(Session, "clear-screen", "ctrl-l", "Clear the screen.", |_, _| Act::Clear),
        row(Session, "redraw-current-line", "", "Draw the input again.", |_, _| Act::Clear),
        row(Session, "suspend", "ctrl-z", "Suspend the program, where the setting `suspend` allows it.", |_, _| Act::Suspend),
        row(Session, "edit-and-execute-command", "ctrl-x ctrl-e", "Edit the input in $VISUAL or $EDITOR; it comes back to the prompt.", |_, _| Act::Edit),
        row(Session, "save-session", "ctrl-x ctrl-s", "Write the inputs that this session ran to a file.", |_, _| Act::SaveSession(Content::Inputs)),
        row(Session, "save-session-with-results", "ctrl-x s", "The same, with results and errors as comments; what was printed is not in it.", |_, _| Act::SaveSession(Content::Results)),
        row(Session, "emacs-editing-mode", "", "Edit with emacs's keys.", |_, _| Act::Mode(Mode::Emacs)),
        row(Session, "vi-editing-mode", "ctrl-alt-j", "Edit with vi's keys.", |_, _| Act::Mode(Mode::Vi)),
        row(Session, "settings-menu", "f2", "Show all settings, to be changed and saved.", |_, _| Act::Settings),
        row(Session, "vi-movement-mode", "", "Go from vi's insert mode to its normal mode, as Escape does.", |_, _| Act::Mode(Mode::Movement)),
        row(Session, "toggle-editing-mode", "f4", "Change between emacs's keys and vi's.", |_, _| Act::Mode(Mode::Other)),
        row(Session, "prefix-meta", "escape", "The next key counts as with Alt.", |_, _| Act::Await(Await::Meta)),
    ]
};

const fn row(
    group: Group,
    name: &'static str,
    keys: &'static str,
    doc: &'static str,
    run: fn(&mut Input, Argument) -> Act,
) -> Command {
    Command { name, keys, doc, group, run }
}

fn set_mark(input: &mut Input, _: Argument) -> Act {
    let at = input.at();
    input.deselect();
    input.text.set_anchor(Some(at));
    Act::Done
}

fn mark_whole_buffer(input: &mut Input, _: Argument) -> Act {
    input.text.set_cursor(0);
    input.text.set_anchor(Some(input.as_str().len()));
    input.shifted = false;
    Act::Done
}
