//! The `=` register: arithmetic on whole numbers, and strings.

/// Evaluates `1 + 2 * (3 - 4) / 5 % 6` and quoted strings, joined by `.`.
pub fn evaluate(source: &str) -> Result<String, String> {
    let mut parser = Parser { rest: source };
    let value = parser.sum()?;
    parser.skip();
    if parser.rest.is_empty() { Ok(value) } else { Err(format!("cannot evaluate {source:?}")) }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn operator(&mut self, any: &[char]) -> Option<char> {
        self.skip();
        let c = self.rest.chars().next().filter(|c| any.contains(c))?;
        self.rest = &self.rest[1..];
        Some(c)
    }

    fn sum(&mut self) -> Result<String, String> {
        let mut left = self.product()?;
        while let Some(operator) = self.operator(&['+', '-', '.']) {
            let right = self.product()?;
            left = if operator == '.' { left + &right } else { calculate(operator, &left, &right)? };
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<String, String> {
        let mut left = self.atom()?;
        while let Some(operator) = self.operator(&['*', '/', '%']) {
            left = calculate(operator, &left, &self.atom()?)?;
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<String, String> {
        if let Some(sign) = self.operator(&['-', '+']) {
            return calculate(sign, "0", &self.atom()?);
        }
        if self.operator(&['(']).is_some() {
            let value = self.sum()?;
            return self.operator(&[')']).map(|_| value).ok_or_else(|| "a ) is missing".into());
        }
        if let Some(quote) = self.operator(&['\'', '"']) {
            let (text, rest) = self.rest.split_once(quote).ok_or("a quote is missing")?;
            self.rest = rest;
            return Ok(text.to_owned());
        }
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        if number.is_empty() { Err(format!("cannot evaluate {rest:?}")) } else { Ok(number.to_owned()) }
    }
}

fn calculate(operator: char, left: &str, right: &str) -> Result<String, String> {
    let number = |text: &str| text.parse::<i64>().map_err(|_| format!("{text:?} is not a whole number"));
    let (left, right) = (number(left)?, number(right)?);
    let value = match operator {
        '+' => left.checked_add(right),
        '-' => left.checked_sub(right),
        '*' => left.checked_mul(right),
        '/' => left.checked_div(right),
        _ => left.checked_rem(right),
    };
    value.map(|value| value.to_string()).ok_or_else(|| "the result is no number".into())
}

#[cfg(test)]
mod tests {
    use super::evaluate;

    #[test]
    fn arithmetic_and_strings() {
        for (source, value) in [("1+1", "2"), ("2*(3-5)", "-4"), ("7/2 . 'a'", "3a"), (" - 4 % 3", "-1")] {
            assert_eq!(evaluate(source).as_deref(), Ok(value), "{source}");
        }
        for bad in ["", "1+", "(1", "1/0", "x"] {
            assert!(evaluate(bad).is_err(), "{bad:?}");
        }
    }
}
