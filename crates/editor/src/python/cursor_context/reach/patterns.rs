//! Names bound by the patterns of `match`.

use ruff_python_ast::{
    Expr, Pattern, PatternMatchAs, PatternMatchClass, PatternMatchMapping, PatternMatchSequence,
    PatternMatchStar, StmtMatch,
};

use super::Walker;
use crate::protocol::How;
use crate::python::bytes;

impl Walker<'_> {
    pub(super) fn in_match(&mut self, choice: &StmtMatch) {
        for case in &choice.cases {
            if bytes(&case.pattern).end <= self.cursor && self.holds(case) {
                self.pattern(&choice.subject, &case.pattern);
            }
            self.body(&case.body);
        }
        self.expressions_of(&choice.subject);
    }

    /// Binds a pattern's names, and narrows the subject.
    pub(super) fn pattern(&mut self, subject: &Expr, pattern: &Pattern) {
        let classes: Option<Vec<&str>> = match without_name(pattern) {
            Pattern::MatchClass(class) => Some(vec![self.text(&*class.cls)]),
            Pattern::MatchOr(either) => either.patterns.iter().map(|one| self.class_of(one)).collect(),
            _ => None,
        };
        if let Some(classes) = classes {
            self.narrow_to(subject, &classes.join(" | "));
        }
        let source = self.text(subject).to_owned();
        self.capture(pattern, &source, &[]);
    }

    /// The class of `Class()`.
    fn class_of(&self, pattern: &Pattern) -> Option<&str> {
        pattern.as_match_class().map(|class| self.text(&*class.cls))
    }

    /// Binds the names of a pattern that is matched with an element of `source`.
    fn capture(&mut self, pattern: &Pattern, source: &str, index: &[usize]) {
        match pattern {
            Pattern::MatchAs(capture) => self.capture_as(capture, source, index),
            Pattern::MatchSequence(sequence) => self.capture_sequence(sequence, source, index),
            Pattern::MatchStar(star) => self.capture_star(star, source, index),
            Pattern::MatchMapping(mapping) if index.is_empty() => self.capture_mapping(mapping, source),
            Pattern::MatchClass(class) if index.is_empty() => self.capture_class(class, source),
            _ => {}
        }
    }

    /// Behind a star the numbers of the elements are not known.
    fn capture_sequence(&mut self, sequence: &PatternMatchSequence, source: &str, index: &[usize]) {
        for (number, pattern) in sequence.patterns.iter().enumerate() {
            self.capture(pattern, source, &[index, &[number]].concat());
            if pattern.is_match_star() {
                break;
            }
        }
    }

    fn capture_star(&mut self, star: &PatternMatchStar, source: &str, index: &[usize]) {
        let Some(name) = &star.name else { return };
        let (_, of) = index.split_last().unwrap_or((&0, &[]));
        self.bind_element(name.as_str(), How::Rest, source, of.to_vec());
    }

    fn capture_mapping(&mut self, mapping: &PatternMatchMapping, source: &str) {
        for (key, pattern) in mapping.keys.iter().zip(&mapping.patterns) {
            let value = format!("{source}[{}]", self.text(key));
            self.capture(pattern, &value, &[]);
        }
        mapping.rest.iter().for_each(|name| self.bind(name.as_str(), How::Annotation, "dict"));
    }

    fn capture_class(&mut self, class: &PatternMatchClass, source: &str) {
        let cls = self.text(&*class.cls).to_owned();
        for (number, pattern) in class.arguments.patterns.iter().enumerate() {
            if let Pattern::MatchAs(PatternMatchAs { pattern: None, name: Some(name), .. }) = pattern {
                self.bind_element(name.as_str(), How::Matched, &cls, vec![number]);
            }
        }
        for keyword in &class.arguments.keywords {
            self.capture(&keyword.pattern, &format!("{source}.{}", keyword.attr.as_str()), &[]);
        }
    }

    fn capture_as(&mut self, capture: &PatternMatchAs, source: &str, index: &[usize]) {
        if let Some(pattern) = &capture.pattern {
            self.capture(pattern, source, index);
        }
        let Some(name) = &capture.name else { return };
        match capture.pattern.as_deref() {
            Some(Pattern::MatchClass(class)) => {
                let class = self.text(&*class.cls).to_owned();
                self.bind(name.as_str(), How::Annotation, &class);
            }
            _ => self.bind_element(name.as_str(), How::Assign, source, index.to_vec()),
        }
    }
}

/// `A()` of `A() as name`.
fn without_name(pattern: &Pattern) -> &Pattern {
    match pattern {
        Pattern::MatchAs(capture) => capture.pattern.as_deref().unwrap_or(pattern),
        _ => pattern,
    }
}
