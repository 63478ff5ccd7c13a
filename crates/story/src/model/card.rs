use serde::Serialize;

use super::{ArticleId, Image, Kind, SectionSlug};
use crate::json::{Fields, Json, Read, Told, read_by_serde};
use crate::time::Time;
use crate::url::SitePath;

/// An article as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// The article's id.
    pub id: ArticleId,
    /// The article's page.
    pub path: SitePath,
    /// The headline.
    pub title: String,
    /// The line over the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The summary, without marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Time>,
    /// Its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionSlug>,
    /// What kind of article it is.
    #[serde(skip_serializing_if = "Kind::is_article")]
    pub kind: Kind,
    /// The picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
}

impl Read for Card {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            id: fields.get("id"),
            path: fields.get("path"),
            title: fields.get("title"),
            kicker: fields.get("kicker"),
            lead: fields.get("lead"),
            published: fields.get("published"),
            section: fields.get("section"),
            kind: fields.or_default("kind"),
            cover: fields.get("cover"),
        }
    }
}

read_by_serde!(Card);
