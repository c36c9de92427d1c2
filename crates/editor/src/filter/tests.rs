use super::*;

const TEXTS: &[&str] =
    &["print(x)", "import numpy as np", "np.zeros(3)", "Größe = 1", "x = np.random.rand(5)", "p(r)int"];

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    let mut at_once = Filter::new(TEXTS.iter().copied());
    at_once.narrow(query);
    let mut typed = Filter::new(TEXTS.iter().copied());
    for end in 1..=query.len() {
        if let Some(part) = query.get(..end) {
            typed.narrow(part);
        }
    }
    for filter in [at_once, typed] {
        let found: Vec<&str> = filter.hits().iter().map(|&number| TEXTS[number as usize]).collect();
        assert_eq!(found, expected, "{query:?}");
    }
}

#[test]
fn words_first_and_letters_then() {
    check("", TEXTS);
    check("print", &["print(x)", "p(r)int"]);
    check("NP", &["import numpy as np", "np.zeros(3)", "x = np.random.rand(5)"]);
    check("np ran", &["x = np.random.rand(5)", "import numpy as np"]);
    check("as imp", &["import numpy as np"]);
    check("nprand", &["x = np.random.rand(5)"]);
    check("GRÖSSE", &[]);
    check("größe", &["Größe = 1"]);
    check("nothing", &[]);
}

#[test]
fn a_query_that_shrinks_finds_what_it_found_before() {
    let mut filter = Filter::new(TEXTS.iter().copied());
    filter.narrow("np");
    let before = filter.hits().to_vec();
    filter.narrow("npz");
    filter.narrow("np");
    assert_eq!(filter.hits(), before);
}

#[test]
fn the_letters_that_fit_are_known() {
    let mut filter = Filter::new(TEXTS.iter().copied());
    filter.narrow("ran np");
    assert_eq!(filter.letters("x = np.random"), [4, 5, 7, 8, 9]);
    filter.narrow("zs");
    assert_eq!(filter.letters("np.Zeros"), [3, 7]);
}
