//! Random sessions on real emulators: after each frame every cell and the cursor are
//! right, there is one prompt, and no printed line is lost.
//!
//! `PAINT_CASES` sets the number of sessions.

mod screen;
mod session;

use std::cell::Cell;

use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use screen::{Alacritty, Screen, Vt100};
use session::{Session, steps};

fn check<S: Screen>() {
    let cases = std::env::var("PAINT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(3000);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let fitted = Cell::new(0);
    let run = |steps| {
        let mut session = Session::<S>::new();
        for step in steps {
            session.take(&step)?;
        }
        fitted.set(fitted.get() + u32::from(session.fitted));
        Ok(())
    };
    if let Err(failure) = TestRunner::new_with_rng(config, rng).run(&vec(steps(), 1..12), run) {
        panic!("{failure}");
    }
    assert!(fitted.get() > cases / 2, "only {fitted:?} of {cases} sessions stayed on the screen");
}

#[test]
fn a_terminal_that_wraps_again_shows_every_frame() {
    check::<Alacritty>();
}

#[test]
fn a_terminal_that_cuts_shows_every_frame() {
    check::<Vt100>();
}
