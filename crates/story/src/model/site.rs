use serde::Serialize;

use super::{SectionSlug, Version};
use crate::json::{Fields, Json, Read, Told, one_of, read_by_serde};

/// A newspaper: `site.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// The contract's version.
    pub version: Version,
    /// The paper's name.
    pub name: String,
    /// The line under the name.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub social: Vec<Social>,
    /// Lines of the footer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<String>,
    /// The line about the paper's licence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The only other hosts that a page may ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hosts: Option<Hosts>,
    /// Whether pictures are offered for download.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub download: bool,
    /// Articles of kind `page`, for the footer. Written by the press.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<PageLink>,
}

/// A footer link to an article of kind `page`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageLink {
    /// Where it is.
    pub path: crate::url::SitePath,
    /// Its title.
    pub title: String,
}

/// The languages of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its slug.
    pub slug: SectionSlug,
    /// Its name.
    pub name: String,
    /// The section it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<SectionSlug>,
}

/// An account of the paper elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Social {
    /// Where.
    pub network: Network,
    /// The account's page, `https://…`.
    pub url: String,
}

/// The networks a paper can name an account of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hosts {
    /// For pictures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub img: Vec<String>,
    /// For video and sound.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<String>,
    /// For embeds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub frame: Vec<String>,
    /// Gets one beacon a page view, with the path and nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
}

/// Whether this can be a `base_url`.
pub(crate) fn is_base_url(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
}

/// Whether this can be one of [`Hosts`]. It goes into each page's policy: nothing that would end a
/// directive there may be in it.
pub(crate) fn is_host(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b))
}

/// An address or a host, held to its rule.
struct Held<const HOST: bool>(String);

impl<const HOST: bool> Read for Held<HOST> {
    fn read(json: Json, told: &mut Told) -> Self {
        let text = String::read(json, told);
        if HOST && !is_host(&text) {
            told.expected("a host like img.example.com");
        }
        if !HOST && !is_base_url(&text) {
            told.expected("an address that starts with https://");
        }
        Self(text)
    }
}

impl Read for Site {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            version: fields.get("version"),
            name: fields.get("name"),
            tagline: fields.get("tagline"),
            language: fields.get("language"),
            timezone: fields.get("timezone"),
            base_url: fields.get::<Held<false>>("base_url").0,
            sections: fields.get("sections"),
            social: fields.or_default("social"),
            contact: fields.or_default("contact"),
            licence: fields.get("licence"),
            hosts: fields.get("hosts"),
            download: fields.or_default("download"),
            pages: fields.or_default("pages"),
        }
    }
}

impl Read for PageLink {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { path: fields.get("path"), title: fields.get("title") }
    }
}

impl Read for Section {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { slug: fields.get("slug"), name: fields.get("name"), parent: fields.get("parent") }
    }
}

impl Read for Social {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { network: fields.get("network"), url: fields.get("url") }
    }
}

impl Read for Hosts {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        let mut hosts = |name| {
            let hosts: Vec<Held<true>> = fields.or_default(name);
            hosts.into_iter().map(|host| host.0).collect()
        };
        Self {
            img: hosts("img"),
            media: hosts("media"),
            frame: hosts("frame"),
            count: fields.get::<Option<Held<true>>>("count").map(|host| host.0),
        }
    }
}

impl Read for Language {
    fn read(json: Json, told: &mut Told) -> Self {
        let words = &[("vi", Self::Vi), ("en", Self::En)];
        one_of(json, told, words, "vi or en")
    }
}

impl Read for Network {
    fn read(json: Json, told: &mut Told) -> Self {
        let words = &[
            ("facebook", Self::Facebook),
            ("youtube", Self::Youtube),
            ("zalo", Self::Zalo),
            ("x", Self::X),
        ];
        one_of(json, told, words, "a network")
    }
}

read_by_serde!(Site);
