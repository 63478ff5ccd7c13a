use serde::Serialize;

use super::{Card, Slug, Version};
use crate::json::{Fields, Json, Read, Told, read_by_serde};
use crate::url::ArchiveKey;

/// A file of a section's or a tag's list: the latest cards, or a part of the archive's tree.
///
/// Order: time, newest first; without a time last; ties by id descending, ids compared by length,
/// then by bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct List {
    /// The contract's version.
    pub version: Version,
    /// The section's or tag's slug.
    pub slug: Slug,
    /// The section's or tag's name.
    pub title: String,
    /// Which part of the list this is.
    pub key: ArchiveKey,
    /// The cards; empty where there are `parts`.
    pub items: Vec<Card>,
    /// What this part is cut into, newest first; of `archive` its months, and `undated`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// The neighbouring file with newer cards.
    pub newer: Option<ArchiveKey>,
    /// The neighbouring file with older cards. Of `latest` it is the file that its last card is
    /// in, and `None` when it holds the whole list.
    pub older: Option<ArchiveKey>,
    /// Of `latest` only: how many articles the whole list has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
}

/// A part of an archive and how many articles are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The part's key.
    pub key: ArchiveKey,
    /// How many articles it has.
    pub count: u32,
}

impl Read for List {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            version: fields.get("version"),
            slug: fields.get("slug"),
            title: fields.get("title"),
            key: fields.get("key"),
            items: fields.get("items"),
            parts: fields.or_default("parts"),
            newer: fields.get("newer"),
            older: fields.get("older"),
            total: fields.get("total"),
        }
    }
}

impl Read for Part {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { key: fields.get("key"), count: fields.get("count") }
    }
}

read_by_serde!(List);
