//! The names of the published files, relative to the site's folder.

use super::ArchiveKey;
use crate::model::{ArticleId, Slug};

/// The paper itself.
pub const SITE: &str = "content/site.json";

/// The first page.
pub const HOME: &str = "content/home.json";

/// What has a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListKind {
    /// A section, or `tin`.
    Section,
    /// A tag.
    Tag,
}

/// An article.
#[must_use]
pub fn article(id: &ArticleId) -> String {
    format!("content/articles/{id}.json")
}

/// A file of a list.
#[must_use]
pub fn list(kind: ListKind, slug: &Slug, key: &ArchiveKey) -> String {
    let folder = match kind {
        ListKind::Section => "sections",
        ListKind::Tag => "tags",
    };
    format!("content/{folder}/{slug}/{key}.json")
}
