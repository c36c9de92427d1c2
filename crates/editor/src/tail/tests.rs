//! What a stream writes, and what comes out.

use super::*;
use proptest::prelude::*;

/// What was written, in pieces; the lines that came out; the half line that is left.
#[track_caller]
fn check(pieces: &[&[u8]], lines: &str, half: &str) {
    let mut tail = Tail::default();
    let out: String = pieces.iter().map(|piece| tail.push(piece)).collect();
    assert_eq!((out.as_str(), tail.as_str()), (lines, half), "{pieces:?}");
}

#[test]
fn lines_come_out_whole() {
    check(&[b"one\r\ntwo\nth", b"ree"], "one\ntwo\n", "three");
    check(&[b"th", b"ree\n"], "three\n", "");
    check(&[b"\n\n"], "\n\n", "");
    check(&["h\u{e9}".as_bytes(), b"llo\n"], "h\u{e9}llo\n", "");
}

#[test]
fn progress_bars_redraw_in_place() {
    check(&[b"10%\r20%", b"\r30%"], "", "30%");
    check(&[b"100%\r99%"], "", "99%%");
    check(&[b"100%\r\x1b[K99%"], "", "99%");
    check(&[b"abc\x08\x08X"], "", "aXc");
    check(&[b"abc\x1b[2K\rx\n"], "x\n", "");
    check(&[b"ab\tc\r\t-"], "", "ab      -");
    check(&["漢字\r.".as_bytes()], "", ". 字");
    check(&["漢字\x08.".as_bytes()], "", "漢 .");
    check(&[b"abc\x1b[1Gx\x1b[Cy\x1b[2Dz"], "", "xzy");
}

#[test]
fn colours_never_leak() {
    check(&[b"\x1b[31mred\nstill\n"], "\x1b[31mred\x1b[m\n\x1b[31mstill\x1b[m\n", "");
    check(&[b"\x1b[3", b"1mred\x1b[0m"], "", "\x1b[31mred\x1b[m");
    check(&[b"\x1b[1mb\x1b[0m plain\n"], "\x1b[1mb \x1b[mplain\n", "");
    check(&[b"\x1b[31m\nx\n"], "\n\x1b[31mx\x1b[m\n", "");
}

#[test]
fn nothing_moves_the_cursor() {
    check(&[b"a\x1b[2J\x1b[H\x1b[5Ab\x1b[?1049h\x1bc\x1b]0;title\x07\x1b7\n"], "ab\n", "");
    check(&[b"a\x1bP0;1|q\x1b\\b\x0b\x0c\x07\x00\n"], "ab\n", "");
    check(&[b"\xc2\x9b5Aa\n"], "5Aa\n", "");
}

#[test]
fn links_stay() {
    let link = b"\x1b]8;;http://x.y/a;b\x1b\\text\x1b]8;;\x1b\\ more\n";
    check(&[link], "\x1b]8;;http://x.y/a;b\x1b\\text\x1b]8;;\x1b\\ more\n", "");
}

#[test]
fn broken_text_is_shown_as_such() {
    check(&[b"a\xffb\n"], "a\u{10f0ff}b\n", "");
    check(&[b"a\xffb"], "", "a\u{fffd}b");
    check(&[b"\xe6\xbc", b"\xa2\n"], "漢\n", "");
    check(&[b"e\xcc\x81\n"], "e\u{301}\n", "");
    check(&[b"\xc3", b"\xbcx\xc3\xb6"], "", "üxö");
    check(&[b"\xf0", b"\x9f", b"\x94", b"\xac\xe6\n"], "\u{1f52c}\u{10f0e6}\n", "");
}

#[test]
fn a_line_that_never_ends_is_cut() {
    let mut tail = Tail::default();
    let out = tail.push(&b"x".repeat(3 * LIMIT + 5));
    assert_eq!(out.lines().map(str::len).collect::<Vec<_>>(), [LIMIT; 3]);
    assert_eq!(tail.as_str(), "xxxxx");
    let marks = "\u{301}".repeat(9 * LIMIT);
    assert!(tail.push(marks.as_bytes()).is_empty());
    assert!(tail.as_str().len() < 100);
}

#[test]
fn the_half_line_can_be_taken() {
    let mut tail = Tail::default();
    tail.push(b"ab\x1b[1mc");
    assert_eq!(tail.take(), "ab\x1b[1mc\x1b[m");
    tail.push(b"caf\xc3");
    assert_eq!(tail.as_str(), "caf");
    assert_eq!(tail.take(), "caf\u{10f0c3}");
    assert_eq!((tail.push(b"d\n").as_str(), tail.as_str()), ("d\n", ""));
}

proptest! {
    #[test]
    fn cuts_do_not_matter(bytes in bytes(), cuts in prop::collection::vec(0usize..80, 0..6)) {
        let mut whole = Tail::default();
        let mut lines = whole.push(&bytes);
        lines.push_str(whole.as_str());
        let mut tail = Tail::default();
        let mut cut_lines = String::new();
        let mut rest = &bytes[..];
        for cut in cuts {
            let (piece, after) = rest.split_at(cut.min(rest.len()));
            cut_lines.push_str(&tail.push(piece));
            rest = after;
        }
        cut_lines.push_str(&tail.push(rest));
        cut_lines.push_str(tail.as_str());
        prop_assert_eq!(lines, cut_lines);
    }
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        &b"\x1b[31m"[..],
        b"\x1b[m",
        b"\x1b[K",
        b"\x1b]8;;x\x07",
        b"\n",
        b"\r\n",
        b"\r",
        b"\x08",
        b"\t",
        b"plain",
        b"line\n",
        b"\xff",
        b"\xc3",
        b"\x1b",
        b"\x1b[",
        "漢".as_bytes(),
        "\u{301}".as_bytes(),
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}
