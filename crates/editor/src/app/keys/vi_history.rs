//! Vi goes through the history: `j` and `k` at the edges of the text, `/` beyond it.

use crate::app::App;
use crate::history::Direction;
use crate::input::Last;
use crate::vi;

impl App {
    /// `j` and `k` go on from one entry to the next, in the column that they aim at.
    pub(in crate::app) fn vi_history(&mut self, direction: vi::Direction, count: usize) {
        let column = self.keys.vi.wanted_column(&self.input.text);
        for _ in 0..count {
            if !self.input.history.step(&mut self.input.text, from_vi(direction), false) {
                self.ring();
                break;
            }
        }
        self.input.last = Last::Stepped;
        self.keys.vi.start(false, &mut self.input.text);
        self.keys.vi.arrive(direction, column, &mut self.input.text);
    }

    /// Goes to the next entry that has what is searched for. `false` when there is none.
    pub(in crate::app) fn vi_search(&mut self, direction: vi::Direction) -> bool {
        let (vi, input) = (&self.keys.vi, &mut self.input);
        // From the unfinished input there is one direction only.
        let direction = if input.history.visited().is_none() { Direction::Older } else { from_vi(direction) };
        let Some(at) = input.history.seek(&mut input.text, direction, |text| vi.finds(text)) else {
            return false;
        };
        input.last = Last::Stepped;
        self.keys.vi.start(false, &mut self.input.text);
        self.input.text.set_cursor(at);
        true
    }
}

fn from_vi(direction: vi::Direction) -> Direction {
    match direction {
        vi::Direction::Older => Direction::Older,
        vi::Direction::Newer => Direction::Newer,
    }
}
