//! The signature of the call that the cursor is in.

use crate::app::App;
use crate::event::Effect;
use crate::protocol::{Call, ParameterKind, Signature, ToHost};
use crate::scene::SignatureView;

/// The call at the cursor, and what is known of it.
#[derive(Debug, Default)]
pub struct Signatures {
    seq: u64,
    call: Option<Call>,
    known: Vec<Signature>,
    /// How far the person went on from the signature that fits.
    turned: usize,
}

impl Signatures {
    /// The signature that the arguments fit, or the one that the person turned to.
    pub fn shown(&self) -> Option<SignatureView<'_>> {
        let (call, count) = (self.call.as_ref()?, self.known.len());
        let fitting = self.known.iter().position(|signature| fits(signature, call)).unwrap_or(0);
        let index = (fitting + self.turned).checked_rem(count)?;
        let signature = &self.known[index];
        Some(SignatureView { signature, current: parameter(signature, call), number: index + 1, count })
    }

    /// Turns to the next signature of the call.
    pub fn turn(&mut self) {
        self.turned += 1;
    }

    /// The answer to the last question; others are ignored.
    pub fn answer(&mut self, seq: u64, signatures: Vec<Signature>) {
        if seq == self.seq {
            self.known = signatures;
        }
    }
}

impl App {
    /// Finds the call at the cursor, and asks when it is another one. In vi's normal mode
    /// nothing is typed into it.
    pub(in crate::app) fn follow_call(&mut self) {
        let (text, at) = (self.input.as_str(), self.input.at());
        let typing = !self.is_vi() || self.keys.vi.mode().is_insert();
        let call = if self.settings.signature && typing && text[..at].contains('(') {
            self.drawn.reader.call(text, at)
        } else {
            None
        };
        let Some((callee, call)) = call else { return self.assist.signatures = Signatures::default() };
        let same = self.assist.signatures.call.as_ref().is_some_and(|before| before.callee == call.callee);
        if !same {
            let seq = self.next_seq();
            self.assist.signatures = Signatures { seq, ..Signatures::default() };
            self.effects.push(Effect::Ask(ToHost::Signature { seq, callee }));
        }
        self.assist.signatures.call = Some(call);
    }
}

/// Whether the arguments that are there can all be given, and the cursor's one more.
fn fits(signature: &Signature, call: &Call) -> bool {
    let named = |name: &String| named(signature, name).is_some();
    let goes_somewhere = || parameter(signature, call).is_some() || takes_keyword(signature, call);
    call.given.iter().all(named) && (!call.keyword.is_empty() || goes_somewhere())
}

/// Whether a parameter that nothing was given for, neither by place nor by name, has a name to give it by.
fn takes_keyword(signature: &Signature, call: &Call) -> bool {
    let mut by_place = call.positional;
    signature.parameters.iter().any(|parameter| match parameter.kind {
        ParameterKind::PositionalOnly | ParameterKind::PositionalOrKeyword if by_place > 0 => {
            by_place -= 1;
            false
        }
        ParameterKind::PositionalOnly | ParameterKind::VarPositional => {
            by_place = 0;
            false
        }
        _ => by_place == 0 && !call.given.contains(&parameter.name),
    })
}

/// The index of the parameter that the cursor's argument goes to.
fn parameter(signature: &Signature, call: &Call) -> Option<usize> {
    if !call.keyword.is_empty() {
        return named(signature, &call.keyword);
    }
    let of_kind = |kinds: &'static [ParameterKind]| {
        let parameters = signature.parameters.iter().enumerate();
        parameters.filter(move |(_, parameter)| kinds.contains(&parameter.kind)).map(|(index, _)| index)
    };
    let mut positional = of_kind(&[ParameterKind::PositionalOnly, ParameterKind::PositionalOrKeyword]);
    positional.nth(call.positional).or_else(|| of_kind(&[ParameterKind::VarPositional]).next())
}

/// The index of the parameter that takes a keyword.
fn named(signature: &Signature, name: &str) -> Option<usize> {
    let takes = |kind| matches!(kind, ParameterKind::PositionalOrKeyword | ParameterKind::KeywordOnly);
    let parameters = &signature.parameters;
    let exact = parameters.iter().position(|parameter| takes(parameter.kind) && parameter.name == name);
    exact.or_else(|| parameters.iter().position(|parameter| parameter.kind == ParameterKind::VarKeyword))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Parameter;

    /// Parameters as `a`, `a/` (positional only), `*a`, `a!` (keyword only), `**a`.
    fn signature(parameters: &str) -> Signature {
        let parameter = |text: &str| {
            let (kind, name) = match text {
                _ if text.starts_with("**") => (ParameterKind::VarKeyword, &text[2..]),
                _ if text.starts_with('*') => (ParameterKind::VarPositional, &text[1..]),
                _ if text.ends_with('!') => (ParameterKind::KeywordOnly, &text[..text.len() - 1]),
                _ if text.ends_with('/') => (ParameterKind::PositionalOnly, &text[..text.len() - 1]),
                _ => (ParameterKind::PositionalOrKeyword, text),
            };
            Parameter { name: name.into(), kind, annotation: String::new(), default: None }
        };
        let parameters = parameters.split_whitespace().map(parameter).collect();
        Signature { name: "f".into(), parameters, returns: String::new() }
    }

    fn call(positional: usize, keyword: &str) -> Call {
        Call {
            callee: "f".into(),
            positional,
            given: Vec::new(),
            keyword: keyword.into(),
            first: String::new(),
        }
    }

    #[test]
    fn the_parameter_that_an_argument_goes_to() {
        for (parameters, positional, keyword, index) in [
            ("a b", 1, "", Some(1)),
            ("a b", 2, "", None),
            ("a *b c!", 5, "", Some(1)),
            ("a *b c!", 1, "c", Some(2)),
            ("a/ b", 0, "a", None),
            ("a/ **k", 0, "a", Some(1)),
        ] {
            let found = parameter(&signature(parameters), &call(positional, keyword));
            assert_eq!(found, index, "{parameters} {positional} {keyword}");
        }
    }

    #[test]
    fn the_overload_that_fits_is_shown() {
        let known = vec![signature("a"), signature("a b")];
        let shown = |call| {
            let signatures = Signatures { call: Some(call), known: known.clone(), ..Signatures::default() };
            signatures.shown().map(|shown| (shown.signature.parameters.len(), shown.current))
        };
        assert_eq!(shown(call(0, "")), Some((1, Some(0))));
        assert_eq!(shown(call(1, "")), Some((2, Some(1))));
        assert_eq!(shown(call(2, "")), Some((1, None)));
        assert_eq!(shown(Call { given: vec!["b".into()], ..call(0, "") }), Some((2, Some(0))));
        let mut signatures =
            Signatures { call: Some(call(1, "")), known: known.clone(), ..Signatures::default() };
        for expected in [(2, 2), (1, 2), (2, 2)] {
            let shown = signatures.shown().unwrap();
            assert_eq!((shown.number, shown.count), expected);
            signatures.turn();
        }
    }
    #[test]
    fn an_overload_fits_by_what_was_given_and_has_room_for_one_more() {
        let known = [signature("a"), signature("a b"), signature("a key! other!")];
        for (positional, given, index) in [
            (1, "", Some(1)),
            (1, "key", Some(2)),
            (1, "key other", None),
            (0, "a key", Some(2)),
            (0, "b", Some(1)),
            (2, "key", None),
        ] {
            let given = given.split_whitespace().map(str::to_owned).collect();
            let call = Call { given, ..call(positional, "") };
            let found = known.iter().position(|one| fits(one, &call));
            assert_eq!(found, index, "{positional} {:?}", call.given);
        }
    }
}
