use serde::{Deserialize, Serialize};

use super::{ArticleId, Card, SectionSlug, Version, whole};
use crate::url::SitePath;

/// What the editors put first, as they hand it in (`home.json`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomePlan {
    /// The contract's version.
    pub version: Version,
    /// What leads the page.
    #[serde(default)]
    pub lead: Vec<ArticleId>,
    /// The zones under it.
    #[serde(default)]
    pub zones: Vec<ZonePlan>,
}

/// A zone as the editors ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZonePlan {
    /// Its heading, else the section's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Filled from this section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionSlug>,
    /// Filled with these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<ArticleId>,
    /// How many articles it has at most; 6 where nothing is said.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "whole::optional"
    )]
    pub count: Option<u32>,
}

/// The first page as it is published (`content/home.json`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Home {
    /// The contract's version.
    pub version: Version,
    /// What leads the page.
    pub lead: Vec<Card>,
    /// The zones under it, none of them empty.
    pub zones: Vec<Zone>,
}

/// A zone of the first page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// Its heading.
    pub title: String,
    /// The page that has more of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<SitePath>,
    /// Its cards.
    pub items: Vec<Card>,
}
