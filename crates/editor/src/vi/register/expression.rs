//! The `=` register: arithmetic on whole numbers, and strings.

/// What a name with a text in parentheses stands for, as `submatch(1)`.
type Functions<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// Evaluates `1 + 2 * (3 - 4) / 5 % 6` and quoted strings, joined by `.`.
pub fn evaluate(source: &str) -> Result<String, String> {
    evaluate_with(source, &|_, _| None)
}

/// Evaluates also functions of one value: `toupper('a')`, `len('a')`, and those that are given.
pub fn evaluate_with(source: &str, functions: Functions) -> Result<String, String> {
    let mut parser = Parser { rest: source, functions };
    let value = parser.sum()?;
    parser.skip();
    if parser.rest.is_empty() { Ok(value) } else { Err(format!("cannot evaluate {source:?}")) }
}

struct Parser<'a> {
    rest: &'a str,
    functions: Functions<'a>,
}

impl<'a> Parser<'a> {
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
            return self.string(quote);
        }
        let digits = self.taken(|c| c.is_ascii_digit());
        if !digits.is_empty() {
            return Ok(digits.to_owned());
        }
        let name = self.taken(|c| c.is_ascii_alphabetic());
        self.call(name)
    }

    /// What is left up to the first character that does not belong to it.
    fn taken(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let (taken, rest) = self.rest.split_at(self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// A quoted string; backslashes mean something in double quotes.
    fn string(&mut self, quote: char) -> Result<String, String> {
        let (text, rest) = self.rest.split_once(quote).ok_or("a quote is missing")?;
        self.rest = rest;
        let plain = || text.to_owned();
        Ok(if quote == '"' { text.replace("\\t", "\t").replace("\\n", "\n") } else { plain() })
    }

    /// A function of one value.
    fn call(&mut self, name: &str) -> Result<String, String> {
        let unknown = || format!("cannot evaluate {name:?}");
        self.operator(&['(']).ok_or_else(unknown)?;
        let value = self.sum()?;
        self.operator(&[')']).ok_or("a ) is missing")?;
        match name {
            "toupper" => Ok(value.to_uppercase()),
            "tolower" => Ok(value.to_lowercase()),
            "len" | "strlen" => Ok(value.len().to_string()),
            name => (self.functions)(name, &value).ok_or_else(unknown),
        }
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
        for (source, value) in [
            ("1+1", "2"),
            ("2*(3-5)", "-4"),
            ("7/2 . 'a'", "3a"),
            ("toupper('a') . len(\"b\")", "A1"),
            (" - 4 % 3", "-1"),
        ] {
            assert_eq!(evaluate(source).as_deref(), Ok(value), "{source}");
        }
        for bad in ["", "1+", "(1", "1/0", "x"] {
            assert!(evaluate(bad).is_err(), "{bad:?}");
        }
    }
}
