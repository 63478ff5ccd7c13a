use std::fmt;

/// Whether a reader would miss something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page cannot be made.
    Error,
    /// The page is good enough; something in it is not.
    Warning,
}

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The file, as it was named to whoever read it.
    pub file: String,
    /// Where in the file: a JSON path (`$.body[3].src`), or `line:column` for what is no JSON.
    pub path: String,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
    /// How bad it is.
    pub severity: Severity,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, path, expected, found, severity } = self;
        let word = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{word}: {file}: {path}: expected {expected}, found {found}")
    }
}
