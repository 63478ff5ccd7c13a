use serde::Serialize;

use super::{ArticleId, Card, SectionSlug, Version};
use crate::json::{Fields, Json, Read, Told, read_by_serde};
use crate::url::SitePath;

/// What the editors put first, as they hand it in (`home.json`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HomePlan {
    /// The contract's version.
    pub version: Version,
    /// What leads the page.
    pub lead: Vec<ArticleId>,
    /// The zones under it.
    pub zones: Vec<ZonePlan>,
}

/// A zone as the editors ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ZonePlan {
    /// Its heading, else the section's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Filled from this section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionSlug>,
    /// Filled with these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<ArticleId>,
    /// How many articles it has at most; 6 where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// The first page as it is published (`content/home.json`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Home {
    /// The contract's version.
    pub version: Version,
    /// What leads the page.
    pub lead: Vec<Card>,
    /// The zones under it, none of them empty.
    pub zones: Vec<Zone>,
}

/// A zone of the first page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Zone {
    /// Its heading.
    pub title: String,
    /// The page that has more of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<SitePath>,
    /// Its cards.
    pub items: Vec<Card>,
}

impl Read for HomePlan {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            version: fields.get("version"),
            lead: fields.or_default("lead"),
            zones: fields.or_default("zones"),
        }
    }
}

impl Read for ZonePlan {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            title: fields.get("title"),
            section: fields.get("section"),
            ids: fields.or_default("ids"),
            count: fields.get("count"),
        }
    }
}

impl Read for Home {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            version: fields.get("version"),
            lead: fields.get("lead"),
            zones: fields.get("zones"),
        }
    }
}

impl Read for Zone {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { title: fields.get("title"), path: fields.get("path"), items: fields.get("items") }
    }
}

read_by_serde!(HomePlan, Home);
