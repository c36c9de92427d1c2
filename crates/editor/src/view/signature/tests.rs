//! Signatures at widths.

use super::*;

/// Parameters are written as `name:annotation=default`; a lone `/` or `*` tells the kinds.
fn parsed(parameters: &str) -> Signature {
    let mut signature = Signature { name: "f".into(), parameters: Vec::new(), returns: "int".into() };
    let mut kind = ParameterKind::PositionalOrKeyword;
    for text in parameters.split_whitespace() {
        if text == "/" {
            signature.parameters.iter_mut().for_each(|before| before.kind = ParameterKind::PositionalOnly);
            continue;
        }
        let (head, default) =
            text.split_once('=').map_or((text, None), |(head, value)| (head, Some(value.into())));
        let (name, annotation) = head.split_once(':').unwrap_or((head, ""));
        let own = match name.bytes().take_while(|&byte| byte == b'*').count() {
            0 => kind,
            1 => ParameterKind::VarPositional,
            _ => ParameterKind::VarKeyword,
        };
        if name.starts_with('*') {
            kind = ParameterKind::KeywordOnly;
        }
        let name = name.trim_start_matches('*');
        if !name.is_empty() {
            let parameter =
                Parameter { name: name.into(), kind: own, annotation: annotation.into(), default };
            signature.parameters.push(parameter);
        }
    }
    signature
}

/// The current parameter is drawn in brackets.
#[track_caller]
fn check(parameters: &str, current: usize, columns: usize, expected: &str) {
    let theme = Theme::default();
    let row = signature(&parsed(parameters), Some(current), columns, &theme);
    assert!(row.width() <= columns);
    let (mut text, mut inside) = (String::new(), false);
    let strong = theme.style(Role::CurrentParameter).add_modifier;
    row.each(|symbol, style| {
        if style.add_modifier.contains(strong) != inside {
            text.push(if inside { ']' } else { '[' });
            inside = !inside;
        }
        text.push_str(symbol);
    });
    assert_eq!(text, expected);
}

#[test]
fn parameters_are_spelt_as_in_python() {
    check("", 0, 60, "f() -> int");
    check("a b:int=1", 1, 60, "f(a, [b: int = 1]) -> int");
    check("a / b", 0, 60, "f([a], /, b) -> int");
    check("a /", 0, 60, "f([a], /) -> int");
    check("a / * b=2", 1, 60, "f(a, /, *, [b=2]) -> int");
    check("a *rest b **more", 1, 60, "f(a, [*rest], b, **more) -> int");
}

#[test]
fn a_long_one_is_cut_around_the_current_parameter() {
    let long = "alpha:int=1 beta:str='two' gamma:float=3.0 delta:bool=True";
    check(long, 1, 60, "f(alpha=1, [beta: str = 'two'], gamma=3.0, delta=True)");
    check(long, 1, 50, "f(alpha, [beta='two'], gamma, delta)");
    check(long, 1, 31, "f(alpha, [beta='two'], gamma, …)");
    check(long, 3, 20, "f(…, [delta=True])");
    check(long, 0, 8, "f([alpha…");
}
