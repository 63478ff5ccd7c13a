use serde::{Deserialize, Deserializer, Serialize, de};

use super::{ArticleId, Block, Card, Image, Rich, SectionSlug, Slug, TagSlug, Version};
use crate::time::Time;
use crate::url::SitePath;

/// An article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The contract's version.
    pub version: Version,
    /// Its id, never reused.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// The words of its address; made from the title where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /// Its page; in what is published only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<SitePath>,
    /// Where it once was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SitePath>,
    /// What kind of article it is.
    #[serde(default, skip_serializing_if = "Kind::is_article")]
    pub kind: Kind,
    /// The line over the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The opening, set before the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Rich>,
    /// Its section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionSlug>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Time>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Time>,
    /// For cards and shares; over the body only when its `src` is not in the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
    /// The story itself.
    pub body: Vec<Block>,
    /// The editors' picks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Pick>,
    /// The article read aloud.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audio: Vec<Audio>,
    /// Whom it was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What was put right since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// What kind of article it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A story.
    #[default]
    Article,
    /// A story told in pictures.
    Photo,
    /// A story told in a video.
    Video,
    /// A long read.
    Longform,
    /// Imprint, contact, privacy: in no list, linked in the footer.
    Page,
}

impl Kind {
    /// True for the kind that needs no saying.
    #[must_use]
    pub fn is_article(&self) -> bool {
        *self == Self::Article
    }
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Its slug.
    pub slug: TagSlug,
    /// Its name.
    pub name: String,
}

/// Who wrote an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name.
    pub name: String,
    /// What they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Their page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An editors' pick: an id as handed in, a card as published.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Pick {
    /// As handed in.
    Id(ArticleId),
    /// As published.
    Card(Box<Card>),
}

/// An article read aloud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audio {
    /// Whose voice.
    pub voice: String,
    /// The file.
    pub url: String,
    /// Seconds.
    pub duration: f64,
}

/// Whom an article was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name.
    pub name: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What was put right, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// When.
    pub time: Time,
    /// What.
    pub text: String,
}

impl<'de> Deserialize<'de> for Pick {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Pick;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an article's id or a card")
            }
            fn visit_str<E: de::Error>(self, id: &str) -> Result<Pick, E> {
                ArticleId::new(id).map(Pick::Id).map_err(E::custom)
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Pick, A::Error> {
                Card::deserialize(de::value::MapAccessDeserializer::new(map))
                    .map(|card| Pick::Card(Box::new(card)))
            }
        }
        input.deserialize_any(Visitor)
    }
}

impl Article {
    /// An article without anything, as a start for tests and for tools.
    ///
    /// # Panics
    /// Never: `0` is an id.
    #[must_use]
    pub fn empty() -> Self {
        #[expect(clippy::expect_used, reason = "the text is a good id")]
        let id = ArticleId::new("0").expect("a good id");
        Self {
            version: Version,
            id,
            title: String::new(),
            slug: None,
            path: None,
            aliases: Vec::new(),
            kind: Kind::Article,
            kicker: None,
            lead: None,
            section: None,
            tags: Vec::new(),
            authors: Vec::new(),
            published: None,
            updated: None,
            cover: None,
            body: Vec::new(),
            related: Vec::new(),
            audio: Vec::new(),
            source: None,
            corrections: Vec::new(),
        }
    }
}
