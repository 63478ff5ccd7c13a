use serde::{Deserialize, Serialize};

use super::{ArticleId, Image, Kind, SectionSlug};
use crate::time::Time;
use crate::url::SitePath;

/// An article as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The article's id.
    pub id: ArticleId,
    /// The article's page.
    pub path: SitePath,
    /// The headline.
    pub title: String,
    /// The line over the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The summary, without marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Time>,
    /// Its section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionSlug>,
    /// What kind of article it is.
    #[serde(default, skip_serializing_if = "Kind::is_article")]
    pub kind: Kind,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
}
