use std::fmt;

/// Whether a reader would miss something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page cannot be made.
    Error,
    /// The page is good enough; something in it is not.
    Warning,
}

/// A place in a text, as editors count: both from 1 on, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The character in it.
    pub column: u32,
}

impl Place {
    /// After so many lines, and so many characters of the next.
    pub(super) fn counted(lines: usize, characters: usize) -> Self {
        let from_one =
            |count| u32::try_from(count).map_or(u32::MAX, |count| count.saturating_add(1));
        Self { line: from_one(lines), column: from_one(characters) }
    }

    /// Where in a text a byte is. A byte-order mark takes no place.
    #[must_use]
    pub fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self::counted(before.matches('\n').count(), line.chars().count())
    }
}

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The file, as it was named to whoever read it.
    pub file: String,
    /// Where in the file's text, once that has been looked for.
    pub place: Option<Place>,
    /// Where in the file's JSON: a path (`$.body[3].src`); `$` for the whole of it.
    pub path: String,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
    /// How bad it is.
    pub severity: Severity,
}

impl Problem {
    /// Something that stops a build; nobody has looked for its line yet.
    #[must_use]
    pub fn error(
        file: &str,
        path: &str,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self {
            file: file.to_owned(),
            place: None,
            path: path.to_owned(),
            expected: expected.into(),
            found: found.into(),
            severity: Severity::Error,
        }
    }

    /// Something that a reader survives.
    #[must_use]
    pub fn warning(
        file: &str,
        path: &str,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, path, expected, found) }
    }

    /// The same, at this place of its text.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }
}

/// `articles/a.json:14:9 body[3].width: expected …, found …`: editors and terminals find the line
/// by how it begins.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, path, expected, found, severity } = self;
        f.write_str(file)?;
        if let Some(Place { line, column }) = place {
            write!(f, ":{line}:{column}")?;
        }
        let path = path.trim_start_matches('$').trim_start_matches('.');
        if !path.is_empty() {
            write!(f, " {path}")?;
        }
        let word = match severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        write!(f, ": {word}expected {expected}, found {found}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_what_editors_look_for() {
        let width = "a whole number of pixels";
        let problem = Problem::error("a.json", "$.body[3].width", width, "\"1600\"");
        let line = ": expected a whole number of pixels, found \"1600\"";
        assert_eq!(problem.to_string(), format!("a.json body[3].width{line}"));
        let problem = problem.at(Place { line: 14, column: 9 });
        assert_eq!(problem.to_string(), format!("a.json:14:9 body[3].width{line}"));
        let whole = Problem::warning("a.json", "$", "JSON", "none");
        assert_eq!(whole.to_string(), "a.json: warning: expected JSON, found none");
    }

    #[test]
    fn places_count_characters_from_one_and_no_byte_order_mark() {
        let text = "\u{feff}ả\r\nđời\n";
        let table = [("\u{feff}", (1, 1)), ("ả", (1, 1)), ("\r", (1, 2)), ("ời", (2, 2))];
        for (at, (line, column)) in table {
            let byte = text.find(at).expect("is there");
            assert_eq!(Place::of(text, byte), Place { line, column }, "{at:?}");
        }
        assert_eq!(Place::of(text, text.len()), Place { line: 3, column: 1 });
        assert_eq!(Place::of("", 7), Place { line: 1, column: 1 });
    }
}
