//! The cursor is drawn as `|`.

fn split(drawn: &str) -> (String, usize) {
    let cursor = drawn.find('|').expect("a cursor");
    (drawn.replacen('|', "", 1), cursor)
}

fn enter(drawn: &str, expected: &str) {
    let (source, cursor) = split(drawn);
    assert_eq!(super::after_enter(&source, cursor), expected, "{drawn:?}");
}

fn colon(drawn: &str, expected: &str) {
    let (mut source, mut cursor) = split(drawn);
    if let Some((range, blanks)) = super::after_colon(&source, cursor) {
        cursor = cursor - range.len() + blanks.len();
        source.replace_range(range, &blanks);
    }
    source.insert(cursor, '|');
    assert_eq!(source, expected, "{drawn:?}");
}

#[test]
fn enter_steps_in_behind_a_colon_and_out_behind_a_leave() {
    enter("x = 1|", "");
    enter("if x:|", "    ");
    enter("if x:  # why|", "    ");
    enter("if x:\n    y|", "    ");
    enter("def f():\n    if x:\n        return 1|", "    ");
    enter("while x:\n    break|", "");
    enter("while x:\n    a = 1; continue|", "");
    enter("if x:\n    if y: return|", "    ");
    enter("    x = 1|", "    ");
    enter("if x:| y", "    ");
    enter("x: int|", "");
    enter("d = {1:|", "     ");
    enter("lambda:|", "    ");
    enter("returned = 1|", "");
}

#[test]
fn enter_keeps_to_brackets_strings_and_backslashes() {
    enter("f(|", "    ");
    enter("f(|)", "    ");
    enter("f(a,|", "  ");
    enter("é = f(a,|", "      ");
    enter("f(\n  a,|", "  ");
    enter("f(\n    g(1,\n      2),|", "    ");
    enter("if x:\n    f([|", "        ");
    enter("if x:\n    f(\n        a)|", "    ");
    enter("if f(a,\n     b):|", "    ");
    enter("x = '''\n  a|", "  ");
    enter("x = f'''\n  a{b|", "  ");
    enter("x = 1 + \\|", "    ");
    enter("x = 1 + \\\n  2 + \\|", "  ");
    enter("x = '('|", "");
    enter("x = 1  # (|", "");
}

#[test]
fn enter_keeps_the_step_of_the_block() {
    enter("if x:\n  if y:|", "    ");
    enter("if x:\n\tif y:|", "\t\t");
    enter("if x:\n   y\nif z:|", "   ");
    enter("class A:\n  def f(self):\n    return 1|", "  ");
}

#[test]
fn enter_among_blanks_moves_the_rest_as_it_is() {
    enter("|x = 1", "");
    enter("if x:\n    |y", "    ");
    enter("if x:\n|    y", "");
    enter("if x:\n    y\n    |", "    ");
}

#[test]
fn a_clause_goes_back_to_its_statement() {
    colon("if x:\n    y\n    else:|", "if x:\n    y\nelse:|");
    colon("if x:\n    y\nelse:|", "if x:\n    y\nelse:|");
    colon("if a:\n    if b:\n        c\n        else:|", "if a:\n    if b:\n        c\n    else:|");
    colon("if a:\n    if b:\n        c\nelse:|", "if a:\n    if b:\n        c\nelse:|");
    colon("try:\n  x\n  except (A, B):|", "try:\n  x\nexcept (A, B):|");
    colon("try:\n  x\nexcept A:\n  y\n  finally:|", "try:\n  x\nexcept A:\n  y\nfinally:|");
    colon("for x in y:\n    z\n    else:|", "for x in y:\n    z\nelse:|");
    colon("if x:\n    y\n    elif z > 1:|", "if x:\n    y\nelif z > 1:|");
    colon(
        "match x:\n    case 1:\n        y\n        case 2:|",
        "match x:\n    case 1:\n        y\n    case 2:|",
    );
    colon("match x:\n        case 1:|", "match x:\n        case 1:|");
}

#[test]
fn other_colons_move_nothing() {
    colon("if x:\n    y\n    elif z[1:|", "if x:\n    y\n    elif z[1:|");
    colon("if x:\n    y\n    else_:|", "if x:\n    y\n    else_:|");
    colon("x = '''\n    else:|", "x = '''\n    else:|");
    colon("    else:|", "    else:|");
    colon("if x:\n    f(\n    else:|", "if x:\n    f(\n    else:|");
    colon("|", "|");
}

#[test]
fn backspace_takes_a_step() {
    let check = |drawn: &str, expected: Option<usize>| {
        let (source, cursor) = split(drawn);
        assert_eq!(super::backspace(&source, cursor), expected, "{drawn:?}");
    };
    check("if x:\n    |", Some(4));
    check("if x:\n    if y:\n        |z", Some(4));
    check("if x:\n      |", Some(2));
    check("if x:\n  if y:\n    |", Some(2));
    check("f(a,\n          |", Some(2));
    check("x|", None);
    check("|", None);
    check("\t|", None);
    check("    x |", None);
}

#[test]
fn tab_fills_up_to_the_next_step() {
    let check = |drawn: &str, expected: Option<&str>| {
        let (source, cursor) = split(drawn);
        assert_eq!(super::tab(&source, cursor).as_deref(), expected, "{drawn:?}");
    };
    check("|", Some("    "));
    check("  |", Some("  "));
    check("if x:\n  a\n |", Some(" "));
    check("if x:\n\ta\n|", Some("\t"));
    check("x|", None);
}
