use serde::{Deserialize, Deserializer, Serialize, de};

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
    #[serde(deserialize_with = "base_url")]
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
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "hosts")]
    pub img: Vec<String>,
    /// For video and sound.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "hosts")]
    pub media: Vec<String>,
    /// For embeds.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "hosts")]
    pub frame: Vec<String>,
    /// Gets one beacon a page view, with the path and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "host")]
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

fn base_url<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    let text = String::deserialize(input)?;
    if is_base_url(&text) {
        Ok(text)
    } else {
        Err(de::Error::custom(format_args!("an address starts with https://, found \"{text}\"")))
    }
}

fn hosts<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    let hosts = Vec::<String>::deserialize(input)?;
    hosts.iter().try_for_each(|host| good_host(host))?;
    Ok(hosts)
}

fn host<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    let host = Option::<String>::deserialize(input)?;
    host.iter().try_for_each(|host| good_host(host))?;
    Ok(host)
}

fn good_host<E: de::Error>(text: &str) -> Result<(), E> {
    if is_host(text) {
        Ok(())
    } else {
        Err(E::custom(format_args!("a host is written like img.example.com, found \"{text}\"")))
    }
}
