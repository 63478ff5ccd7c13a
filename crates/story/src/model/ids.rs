use std::fmt;

use serde::Serialize;

use crate::json::{Json, Mistake, Read, Told};

/// An article's id: `[A-Za-z0-9_]{1,64}`, never reused. It has no dash, so that in a URL's last
/// segment everything after the last dash is the id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ArticleId(String);

/// `[a-z0-9-]+`: what a URL's segment is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// The slug of a section, as `site.json` registers it, or `tin` for articles without a section.
pub type SectionSlug = Slug;

/// The slug of a tag.
pub type TagSlug = Slug;

/// Says what an id must look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId(pub String);

/// Says what a slug must look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSlug(pub String);

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an id has 1 to 64 letters, digits or underscores, found \"{}\"", self.0)
    }
}

impl fmt::Display for BadSlug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a slug has lower-case letters a–z, digits and dashes, found \"{}\"", self.0)
    }
}

impl std::error::Error for BadId {}
impl std::error::Error for BadSlug {}

impl ArticleId {
    /// Takes an id that follows the rule.
    ///
    /// # Errors
    /// [`BadId`] with the text when it does not.
    pub fn new(text: impl Into<String>) -> Result<Self, BadId> {
        let text = text.into();
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if fits { Ok(Self(text)) } else { Err(BadId(text)) }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Slug {
    /// Takes a slug that follows the rule.
    ///
    /// # Errors
    /// [`BadSlug`] with the text when it does not.
    pub fn new(text: impl Into<String>) -> Result<Self, BadSlug> {
        let text = text.into();
        let fits = !text.is_empty()
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text)) } else { Err(BadSlug(text)) }
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Read for ArticleId {
    fn read(json: Json, told: &mut Told) -> Self {
        Self::new(String::read(json, told)).unwrap_or_else(|bad| {
            told.tell(Mistake::said(&bad));
            Self(String::new())
        })
    }
}

impl Read for Slug {
    fn read(json: Json, told: &mut Told) -> Self {
        Self::new(String::read(json, told)).unwrap_or_else(|bad| {
            told.tell(Mistake::said(&bad));
            Self(String::new())
        })
    }
}
