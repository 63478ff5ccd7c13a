use std::fmt;

use serde::Serialize;

use crate::json::{Json, Mistake, Read, Told};

/// A path on the site, from its root, with a leading slash and without the sub-path
/// (`/chinh-tri/dien-chia-buon-400004/`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SitePath(String);

/// Says what a path must look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPath(pub String);

impl fmt::Display for BadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a path starts with one slash and has no query, found \"{}\"", self.0)
    }
}

impl std::error::Error for BadPath {}

impl SitePath {
    /// Takes a path that starts with exactly one slash and has neither query, fragment,
    /// backslash, control character nor a segment of dots.
    ///
    /// # Errors
    /// [`BadPath`] with the text when it does not.
    pub fn new(text: impl Into<String>) -> Result<Self, BadPath> {
        let text = text.into();
        let fits = text.starts_with('/')
            && !text.starts_with("//")
            && !text.contains(['?', '#', '\\'])
            && !text.chars().any(char::is_control)
            && !text.split('/').any(|segment| matches!(segment, "." | ".."));
        if fits { Ok(Self(text)) } else { Err(BadPath(text)) }
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Read for SitePath {
    fn read(json: Json, told: &mut Told) -> Self {
        Self::new(String::read(json, told)).unwrap_or_else(|bad| {
            told.tell(Mistake::said(&bad));
            Self(String::new())
        })
    }
}
