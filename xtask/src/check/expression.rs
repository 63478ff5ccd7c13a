//! Licence expressions as packages state them: `MIT OR Apache-2.0`, `(A OR B) AND C`, `A WITH B`,
//! and the old `MIT/Apache-2.0`.

/// Whether somebody who accepts some licences can accept an expression; nothing where it cannot be
/// understood.
pub fn accepted(expression: &str, allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let words = words(expression);
    let mut reader = Reader { words: &words, at: 0, allowed };
    let accepted = reader.either()?;
    (reader.at == words.len()).then_some(accepted)
}

fn words(expression: &str) -> Vec<String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

struct Reader<'a> {
    words: &'a [String],
    at: usize,
    allowed: &'a dyn Fn(&str) -> bool,
}

impl Reader<'_> {
    fn either(&mut self) -> Option<bool> {
        let mut accepted = self.all()?;
        while self.took("OR") {
            // Read in any case: what follows must be understood, too.
            let other = self.all()?;
            accepted = accepted || other;
        }
        Some(accepted)
    }

    fn all(&mut self) -> Option<bool> {
        let mut accepted = self.one()?;
        while self.took("AND") {
            let other = self.one()?;
            accepted = accepted && other;
        }
        Some(accepted)
    }

    fn one(&mut self) -> Option<bool> {
        if self.took("(") {
            let accepted = self.either()?;
            return self.took(")").then_some(accepted);
        }
        let mut name = self.name()?;
        if self.took("WITH") {
            name = format!("{name} WITH {}", self.name()?);
        }
        Some((self.allowed)(&name))
    }

    fn name(&mut self) -> Option<String> {
        let word = self.words.get(self.at)?;
        if ["OR", "AND", "WITH", "(", ")"].contains(&word.as_str()) {
            return None;
        }
        self.at += 1;
        Some(word.clone())
    }

    fn took(&mut self, word: &str) -> bool {
        let next = self.words.get(self.at).is_some_and(|next| next == word);
        self.at += usize::from(next);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_weighed() {
        let table = [
            ("MIT", Some(true)),
            ("GPL-3.0", Some(false)),
            ("GPL-3.0 OR MIT", Some(true)),
            ("GPL-3.0/MIT", Some(true)),
            ("GPL-3.0 AND MIT", Some(false)),
            ("(MIT OR GPL-3.0) AND Zlib", Some(true)),
            ("MIT OR GPL-3.0 AND GPL-3.0", Some(true)),
            ("Apache-2.0 WITH LLVM-exception", Some(true)),
            ("Apache-2.0", Some(false)),
            ("", None),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT Zlib", None),
        ];
        let allowed =
            |name: &str| ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].contains(&name);
        for (expression, expected) in table {
            assert_eq!(accepted(expression, &allowed), expected, "{expression}");
        }
    }
}
