use serde::{Deserialize, Serialize};

use super::{SectionSlug, Version};

/// A newspaper: `site.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The contract's version.
    pub version: Version,
    /// The paper's name.
    pub name: String,
    /// The line under the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// The language of the paper and of the interface.
    pub language: Language,
    /// An IANA name, such as `Asia/Ho_Chi_Minh`.
    pub timezone: String,
    /// Where the paper is, `https://…`; its path is the sub-path.
    pub base_url: String,
    /// In menu order.
    pub sections: Vec<Section>,
    /// The paper's accounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub social: Vec<Social>,
    /// Lines of the footer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<String>,
    /// The line about the paper's licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The only other hosts that a page may ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hosts: Option<Hosts>,
    /// Whether pictures are offered for download.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub download: bool,
    /// Articles of kind `page`, for the footer. Written by the press.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PageLink>,
}

/// A footer link to an article of kind `page`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLink {
    /// Where it is.
    pub path: crate::url::SitePath,
    /// Its title.
    pub title: String,
}

/// The languages of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Language {
    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// A section of the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its slug.
    pub slug: SectionSlug,
    /// Its name.
    pub name: String,
    /// The section it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<SectionSlug>,
}

/// An account of the paper elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Social {
    /// Where.
    pub network: Network,
    /// The account's page, `https://…`.
    pub url: String,
}

/// The networks a paper can name an account of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// Facebook.
    Facebook,
    /// YouTube.
    Youtube,
    /// Zalo.
    Zalo,
    /// X.
    X,
}

/// The only other hosts that a page may ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hosts {
    /// For pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub img: Vec<String>,
    /// For video and sound.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<String>,
    /// For embeds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frame: Vec<String>,
    /// Gets one beacon a page view, with the path and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
}
