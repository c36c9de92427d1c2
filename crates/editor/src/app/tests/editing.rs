//! Every command, by its keys.

use super::{Bench, check};
use crate::event::Effect;

#[test]
fn moving() {
    check("ab|c", "ctrl-f", "abc|");
    check("abc|", "ctrl-f", "abc|");
    check("ab|c", "left ctrl-b ctrl-b", "|abc");
    check("|one.two x", "alt-f alt-f", "one.two| x");
    check("|one two", "ctrl-right alt-right alt-left", "one |two");
    check("one.two|", "alt-b", "one.|two");
    check("one two|", "ctrl-left", "one |two");
    check("a\nb|c\nd", "ctrl-a", "a\n|bc\nd");
    check("a\nb|c\nd", "home end", "a\nbc|\nd");
    check("a\nb|c\nd", "ctrl-home", "|a\nbc\nd");
    check("a\nb|c\nd", "ctrl-end", "a\nbc\nd|");
    check("One. Two|", "alt-a", "One. |Two");
    check("|One. Two", "alt-e", "One.| Two");
    check("|(a b) c", "ctrl-alt-f", "(a b)| c");
    check("(a b)|", "ctrl-alt-b", "|(a b)");
    check("|abcabc", "ctrl-] c", "ab|cabc");
    check("|abcabc", "alt-2 ctrl-] c", "abcab|c");
    check("abcabc|", "ctrl-alt-] b", "abca|bc");
    check("|abc", "ctrl-] x", "|abc");
    check("a|bc", "ctrl-x ctrl-x ctrl-x ctrl-x", "|abc");
}

#[test]
fn lines_keep_the_column() {
    check("abcd|\nx\nabcd", "down down", "abcd\nx\nabcd|");
    check("ab|cd\nx\nabcd", "ctrl-n ctrl-n", "abcd\nx\nab|cd");
    check("漢字|\nabcdef", "down", "漢字\nabcd|ef");
    check("漢字\nabc|def", "up", "漢|字\nabcdef");
    check("a\nb\nc|", "alt-2 up", "a|\nb\nc");
    check("a\nb|\nc", "alt-- up", "a\nb\nc|");
}

#[test]
fn a_selection_is_copied_to_the_clipboard_too() {
    for (keys, copied) in [
        ("ctrl-space alt-f alt-w", Some("one")),
        ("ctrl-space alt-f ctrl-w", Some("one")),
        ("ctrl-space alt-f ctrl-x r k", Some("one")),
        ("ctrl-e ctrl-w", None),
        ("alt-d", None),
    ] {
        let mut bench = Bench::new(&[]);
        bench.text("|one two").told();
        let expected = copied.map(|text| format!("{:?}", Effect::Copy(text.into())));
        let told = bench.press(keys).told();
        assert_eq!(told.into_iter().find(|word| word.starts_with("Copy")), expected, "{keys}");
    }
}

/// The terminal has 40 columns, of which the prompt takes 4 on a line's first row.
#[test]
fn wrapped_lines_are_walked_by_rows() {
    #[track_caller]
    fn check_rows(before: &str, keys: &str, after: &str) {
        let long = |text: &str| text.replace('A', &"a".repeat(34)).replace('B', &"b".repeat(34));
        check(&long(before), keys, &long(after));
    }
    check_rows("12A123456B123456|", "up", "12A123456|B123456");
    check_rows("12A123456B123456|", "up up", "12|A123456B123456");
    check_rows("12A123456B123456|", "up up down down", "12A123456B123456|");
    check_rows("12A123456B12|", "up up", "|12A123456B12");
    check_rows("12A123456B12|", "up up down", "12A12|3456B12");
    check_rows("12A12|3456B\n1234", "down", "12A123456B\n|1234");
    check_rows("12A12|\nx", "alt-2 up", "|12A12\nx");
}

#[test]
fn editing() {
    check("|", "'hi'", "hi|");
    check("a|b", "delete", "a|");
    check("ab|", "backspace ctrl-h", "|");
    check("x\n        |y", "backspace", "x\n    |y");
    check("e\u{301}|", "backspace", "|");
    check("a|bc", "ctrl-d", "a|c");
    check("a|", "ctrl-q ctrl-g", "a\x07|");
    check("a|", "ctrl-v tab", "a\t|");
    check("a|", "alt-tab", "a\t|");
    check("ab|c", "ctrl-t", "acb|");
    check("abc|", "ctrl-t", "acb|");
    check("|abc", "ctrl-t", "|abc");
    check("one| two", "alt-t", "two one|");
    check("one two|", "alt-t", "two one|");
    check("one, t|wo three", "alt-t", "two, one| three");
    check("a\nb|\nc", "ctrl-x ctrl-t", "b\na|\nc");
    check("one |two", "alt-u", "one TWO|");
    check("|ONE two", "alt-l", "one| two");
    check("|oNE two", "alt-2 alt-c", "One Two|");
    check("one|", "alt-- alt-u", "ONE|");
    check("a  | b", "alt-\\", "a|b");
    check("x = 1|", "alt-#", "# x = 1|");
    check("# x = 1|", "alt-#", "x = 1|");
    check("x|", "shift-enter 'y'", "x\ny|");
}

#[test]
fn blocks_are_indented_and_commented() {
    check("if x:\n    a|", "home tab", "if x:\n    |    a");
    check("if x:\n        |a", "shift-tab", "if x:\n    |a");
    check("|a\nb", "shift-down shift-end tab", "    ^a\n    b|");
    check("    a\n    b|", "shift-up shift-home ctrl-x <", "|a\nb^");
    check("a|\nb", "ctrl-space down ctrl-c >", "    a^\n    b|");
    check("a|\n\n  b", "ctrl-x h alt-;", "# |a\n\n#   b^");
    check("if x:\n    a = 1\n    else|", "':'", "if x:\n    a = 1\nelse:|");
}

#[test]
fn killing_and_yanking() {
    check("one| two", "ctrl-k", "one|");
    check("a|\nb", "ctrl-k", "a|b");
    check("one two|", "ctrl-u", "|");
    check("a\n|b", "ctrl-u", "a|b");
    check("|one two", "alt-d", "| two");
    check("one.two|", "alt-backspace", "one.|");
    check("one two|", "ctrl-w", "one |");
    check("a.b one.two|", "ctrl-w", "a.b |");
    check("|f(a) b", "ctrl-delete ctrl-alt-k", "| b");
    check("one two|", "ctrl-w ctrl-w ctrl-y", "one two|");
    check("one two|", "ctrl-w left ctrl-y", "onetwo| ");
    check("a b|", "ctrl-w left right ctrl-w ctrl-y alt-y", "b|");
    check("a b|", "ctrl-w left right ctrl-w ctrl-y alt-y alt-y", "a |");
    check("a|", "alt-y", "a|");
    check("a|b", "alt-3 ctrl-y", "a|b");
    check("ab|", "ctrl-u alt-3 ctrl-y", "ababab|");
    check("one two|", "ctrl-space alt-b alt-w ctrl-y", "one two|two");
    check("one two|", "ctrl-space alt-b ctrl-x r k ctrl-x r y ctrl-y", "one twotwo|");
    check("one two|", "ctrl-space alt-b ctrl-w", "one |");
}

#[test]
fn undo_goes_by_words_and_commands() {
    check("|", "'one two' ctrl-_", "one|");
    check("|", "'one two' ctrl-_ ctrl-x ctrl-u", "|");
    check("|", "'one two' ctrl-_ ctrl-alt-_", "one two|");
    check("|", "'ab' left 'c' ctrl-_", "a|b");
    check("abc|", "backspace backspace ctrl-_", "abc|");
    check("|", "'ab' ctrl-u 'c' ctrl-_ ctrl-_", "ab|");
    check("|", "'ab c d' alt-r", "|");
    let mut bench = Bench::new(&[]);
    bench.press("'ab'").wait(2000).press("'cd' ctrl-_");
    assert_eq!(bench.drawn(), "ab|");
    bench.text("a b|").press("ctrl-w left right ctrl-w ctrl-y").wait(5000).press("alt-y");
    assert_eq!(bench.drawn(), "b|");
}

#[test]
fn numbers_repeat() {
    check("|", "alt-5 x", "xxxxx|");
    check("|", "alt-1 2 x", "xxxxxxxxxxxx|");
    check("abc|", "alt-- ctrl-f", "ab|c");
    check("abc|", "alt-2 backspace", "a|");
    check("abc|", "alt-- alt-2 ctrl-f", "a|bc");
    check("a b c|", "alt-2 alt-backspace", "a |");
    check("abc|", "alt-5 ctrl-g 'x'", "abcx|");
}

#[test]
fn macros_are_recorded_and_replayed() {
    check("|", "ctrl-x ( 'ab' ctrl-x ) ctrl-x e", "abab|");
    check("|", "ctrl-x ( 'a' ctrl-x ) alt-3 ctrl-x e", "aaaa|");
    check("|", "ctrl-x ( 'a' ctrl-g 'b' ctrl-x ) ctrl-x e", "ab|");
    check("|", "ctrl-x e", "|");
    check("|", "ctrl-x ( 'a' ctrl-k ' b ' ctrl-x ) ctrl-x e ctrl-x e ctrl-_", "a b a b |");
    check("|", "ctrl-x ( 'a' ctrl-k ' b ' ctrl-x ) alt-3 ctrl-x e ctrl-_ ctrl-x ctrl-r", "a b a b a b a b |");
    check("|", "'xy' ctrl-x ( ctrl-_ 'z' ctrl-x ) 'v' ctrl-x e ctrl-_", "z|");
}

#[test]
fn shift_selects() {
    check("ab|c", "shift-left", "a|b^c");
    check("one |two", "ctrl-shift-right 'x'", "one x|");
    check("ab|c", "shift-left backspace", "a|c");
    check("ab|c", "shift-home delete", "|c");
    check("ab|c", "shift-left left", "|abc");
    check("a\nb|", "shift-up", "a|\nb^");
    check("ab|c", "ctrl-k left shift-left ctrl-y", "c|b");
    check("ab|c", "shift-end ctrl-g", "abc|");
    check("ab|c", "ctrl-shift-home", "|ab^c");
    check("ab|c", "ctrl-space left", "a|b^c");
    check("ab|c", "ctrl-space left ctrl-x ctrl-x", "a^b|c");
    check("ab|c", "ctrl-space left 'x'", "ax|bc");
}

#[test]
fn escape_is_alt() {
    check("one two|", "escape b", "one |two");
    check("one two|", "escape 2 escape b", "|one two");
}
