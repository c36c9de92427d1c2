//! Candidates are written as `text` or `text:kind`, a likely one with `+`, an unlikely one with `-` behind it.

use super::Menu;
use crate::protocol::{Candidate, Kind};
use crate::settings::PrivateNames;

fn candidate(drawn: &str) -> Candidate {
    let (drawn, likely) = match (drawn.strip_suffix('+'), drawn.strip_suffix('-')) {
        (Some(drawn), _) => (drawn, 1),
        (_, Some(drawn)) => (drawn, -1),
        _ => (drawn, 0),
    };
    let (text, kind) = drawn.split_once(':').unwrap_or((drawn, "variable"));
    let kind = match kind {
        "variable" => Kind::Variable,
        "method" => Kind::Method,
        "function" => Kind::Function,
        "key" => Kind::Key,
        "keyword" => Kind::Keyword,
        "parameter" => Kind::Parameter,
        _ => panic!("no such kind: {kind}"),
    };
    Candidate { text: text.into(), kind, detail: String::new(), suffix: String::new(), likely }
}

fn menu(candidates: &str, prefix: &str) -> Menu {
    let mut menu = Menu::new(candidates.split(' ').map(candidate).collect(), 0);
    menu.narrow(prefix, true, &|text| u32::from(text.starts_with("often")));
    menu
}

fn texts(menu: &mut Menu) -> String {
    let rows = menu.view(100, false).rows;
    rows.iter().map(|(candidate, _)| candidate.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn check(candidates: &str, prefix: &str, expected: &str) {
    assert_eq!(texts(&mut menu(candidates, prefix)), expected, "{candidates:?} {prefix:?}");
}

#[test]
fn order() {
    check("xab bab AB abc ab_long", "ab", "abc ab_long AB bab xab");
    check("f:function b c:method a d:keyword", "", "a b c f d");
    check("seldom often", "", "often seldom");
    check("aaa often_c oftenb", "", "oftenb often_c aaa");
    check("ccc bb B a aa", "", "a B aa bb ccc");
    check("é Éa", "é", "é Éa");
    check("a- b c+ d:function+", "", "c d b a");
    check("ab- abcd", "ab", "abcd ab");
    check("xab+ abc-", "ab", "abc xab");
    check("speed=:parameter on=:parameter x=:parameter", "", "speed= on= x=");
}

#[test]
fn private_names_come_last_and_dunders_when_asked() {
    check("_a __b__ c", "", "c _a");
    check("_a __b__ c", "_", "_a __b__");
    check("_a __b__ c", "__", "__b__");
    check("my_a _a", "a", "my_a _a");
    check("_id:key id:key", "", "id _id");
}

#[test]
fn private_names_are_hidden_as_the_setting_says() {
    let check = |private, candidates: &str, prefix: &str, expected: &str| {
        let candidates = candidates.split(' ').map(candidate).collect();
        let mut menu = Menu::with_private(candidates, 0, private);
        menu.narrow(prefix, true, &|_| 0);
        assert_eq!(texts(&mut menu), expected, "{private:?} {prefix:?}");
    };
    check(PrivateNames::Never, "_a b", "", "b");
    check(PrivateNames::Never, "_a b", "_", "_a");
    check(PrivateNames::Never, "_a", "", "");
    check(PrivateNames::IfNoPublic, "_a b", "", "b");
    check(PrivateNames::IfNoPublic, "_a", "", "_a");
    check(PrivateNames::Always, "_a b", "", "b _a");
}

#[test]
fn letters_between() {
    check("read_csv read_excel to_csv", "rcsv", "read_csv");
    check("read_csv to_csv", "csv", "to_csv read_csv");
    check("xa bya", "a", "xa bya");
    check("xa bya ab", "a", "ab");
    let mut exact = menu("read_csv", "rcsv");
    exact.narrow("rcsv", false, &|_| 0);
    assert!(exact.is_empty() && !exact.is_open());
}

#[test]
fn doubles_are_one() {
    check("a a:function a:keyword", "", "a");
}

#[test]
fn matched_letters() {
    let check = |text: &str, prefix: &str, expected: &[usize]| {
        assert_eq!(menu(text, prefix).view(1, false).rows[0].1, expected, "{text:?} {prefix:?}");
    };
    check("read_csv", "rea", &[0, 1, 2]);
    check("READ", "re", &[0, 1]);
    check("read_csv", "rcsv", &[0, 5, 6, 7]);
    check("éa_b", "éb", &[0, 4]);
    check("x", "", &[]);
}

#[test]
fn what_is_typed_completely_needs_no_menu() {
    assert!(!menu("print property", "print").is_open());
    assert!(menu("print printer", "print").is_open());
    assert!(!menu("print sprint", "print").is_open());
    assert!(menu("print", "prin").is_open());
    assert!(menu("print", "Print").is_open());
    assert!(!menu("print", "zzz").is_open());
}

#[test]
fn common_prefix_is_of_those_that_begin_with_what_was_typed() {
    let check = |candidates: &str, prefix: &str, expected: &str| {
        assert_eq!(menu(candidates, prefix).common_prefix(), expected, "{candidates:?} {prefix:?}");
    };
    check("read_csv read_clip to_r", "re", "read_c");
    check("read_csv Read_clip", "re", "re");
    check("Abc", "ab", "Abc");
    check("a b", "", "");
    check("to_csv", "csv", "to_csv");
    check("to_csv ab_csv", "csv", "csv");
    check("é1 é2", "é", "é");
}

#[test]
fn the_selection_goes_around_and_pages_stop() {
    let mut menu = menu("a b c d e", "");
    assert_eq!(menu.accept(), None);
    let mut check = |step: &dyn Fn(&mut Menu), expected: &str| {
        step(&mut menu);
        assert_eq!(menu.accept(), Some((expected, "")));
    };
    check(&|menu| menu.select_previous(), "e");
    check(&|menu| menu.select_next(), "a");
    check(&|menu| menu.select_next(), "b");
    check(&|menu| menu.select_page(2), "d");
    check(&|menu| menu.select_page(2), "e");
    check(&|menu| menu.select_page(-9), "a");
    check(&|menu| menu.select_row(3), "d");
    menu.narrow("c", true, &|_| 0);
    assert_eq!(menu.selected(), None);
}

#[test]
fn the_first_visible_row_moves_only_when_the_selected_one_would_leave() {
    let mut menu = menu("a b c d e", "");
    let mut check = |step: &dyn Fn(&mut Menu), expected: usize| {
        step(&mut menu);
        assert_eq!(menu.view(3, false).top, expected);
    };
    check(&|menu| menu.select_row(2), 0);
    check(&|menu| menu.select_next(), 1);
    check(&|menu| menu.select_previous(), 1);
    check(&|menu| menu.select_previous(), 1);
    check(&|menu| menu.select_previous(), 0);
    check(&|menu| menu.select_previous(), 2);
    check(&|menu| menu.select_next(), 0);
}
