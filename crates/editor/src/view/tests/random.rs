//! Whatever the scene: the cursor is on the screen.

use proptest::prelude::*;
use ratatui_core::buffer::CellWidth;

use super::floats::everything;
use super::*;
use crate::scene::MenuView;

/// Letters that make trouble.
fn text() -> impl Strategy<Value = String> {
    const LETTERS: [&str; 13] = [
        "a",
        "b",
        " ",
        "\n",
        "\t",
        "漢",
        "e\u{301}",
        "\u{301}",
        "👩\u{200d}🔬",
        "🇺🇦",
        "\x1b",
        "\u{200b}",
        "❤\u{fe0f}",
    ];
    prop::collection::vec(prop::sample::select(&LETTERS[..]), 0..60).prop_map(|letters| letters.concat())
}

/// Some of the floats, one for each bit.
fn some(floats: u8, anchor: usize, columns: bool, scroll: usize) -> Floats<'static> {
    let has = |bit: u8| floats & (1 << bit) > 0;
    let all = everything();
    Floats {
        right: None,
        menu: all.menu.map(|menu| MenuView { anchor, columns, ..menu }).filter(|_| has(0)),
        signature: all.signature.filter(|_| has(1)),
        doc: all.doc.map(|doc| (doc.0, scroll)).filter(|_| has(2)),
        message: all.message.filter(|_| has(3)),
        line: all.line.map(|line| (line.0, has(7).then_some(5))).filter(|_| has(4)),
        status: all.status.filter(|_| has(5)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_cursor_is_always_on_the_screen(
        text in text(), tail in text(), suggestion in text(), size in (1u16..60, 1u16..30),
        at: prop::sample::Index, anchor: prop::sample::Index, top in 0usize..40,
        floats: u8, numbers: bool, columns: bool,
    ) {
        let prompt = Prompt::default();
        let offset = |index: prop::sample::Index| text.floor_char_boundary(index.index(text.len() + 1));
        let mut scene = scene(&text, offset(at), size.0, size.1, &prompt);
        scene.floats = some(floats, offset(anchor), columns, top);
        (scene.tails, scene.suggestion) = (vec![tail.as_str()], &suggestion);
        (scene.line_numbers, scene.top) = (numbers, top);
        let frame = render(&scene, &Theme::default());
        let area = frame.cells.area;
        prop_assert_eq!((area.width, frame.wrapped.len()), (size.0, usize::from(area.height)));
        prop_assert_eq!(frame.cells.content.len(), area.area() as usize);
        prop_assert!(area.height >= 1 && area.height <= size.1, "{} rows of {}", area.height, size.1);
        let (column, row) = frame.cursor.expect("a cursor");
        prop_assert!(column < area.width && row < area.height, "{:?} in {:?}", frame.cursor, area);
        for row in frame.cells.content.chunks(size.0.into()) {
            prop_assert!(row[row.len() - 1].symbol().cell_width() == 1, "a wide character at the edge");
        }
        for row in -1..i32::from(size.1) {
            hit(&scene, column, row);
        }
    }
}
