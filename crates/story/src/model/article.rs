use serde::Serialize;

use super::{ArticleId, Block, Card, Image, Rich, SectionSlug, Slug, TagSlug, Version};
use crate::json::{Fields, Json, Read, Told, one_of, read_by_serde};
use crate::time::Time;
use crate::url::{Route, SitePath};

/// An article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// The contract's version.
    pub version: Version,
    /// Its id, never reused.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// The words of its address; made from the title where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /// Its page; in what is published only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<SitePath>,
    /// Where it once was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<SitePath>,
    /// What kind of article it is.
    #[serde(skip_serializing_if = "Kind::is_article")]
    pub kind: Kind,
    /// The line over the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The opening, set before the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Rich>,
    /// Its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionSlug>,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Time>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Time>,
    /// For cards and shares; over the body only when its `src` is not in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
    /// The story itself.
    pub body: Vec<Block>,
    /// The editors' picks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Pick>,
    /// The article read aloud.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audio: Vec<Audio>,
    /// Whom it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What was put right since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// What kind of article it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// Its slug.
    pub slug: TagSlug,
    /// Its name.
    pub name: String,
}

/// Who wrote an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Author {
    /// The name.
    pub name: String,
    /// What they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Their page.
    #[serde(skip_serializing_if = "Option::is_none")]
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Audio {
    /// Whose voice.
    pub voice: String,
    /// The file.
    pub url: String,
    /// Seconds.
    pub duration: f64,
}

/// Whom an article was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The name.
    pub name: String,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What was put right, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// When.
    pub time: Time,
    /// What.
    pub text: String,
}

impl Read for Pick {
    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Object(_) => Self::Card(Box::read(json, told)),
            _ => Self::Id(ArticleId::read(json, told)),
        }
    }
}

impl Article {
    /// Its page, as published. The press works it out and nobody else: of an article that it has
    /// not seen yet, the first page is all that is known.
    #[must_use]
    pub fn page(&self) -> SitePath {
        self.path.clone().unwrap_or_else(|| Route::Home.path())
    }

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

impl Read for Article {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            version: fields.get("version"),
            id: fields.get("id"),
            title: fields.get("title"),
            slug: fields.get("slug"),
            path: fields.get("path"),
            aliases: fields.or_default("aliases"),
            kind: fields.or_default("kind"),
            kicker: fields.get("kicker"),
            lead: fields.get("lead"),
            section: fields.get("section"),
            tags: fields.or_default("tags"),
            authors: fields.or_default("authors"),
            published: fields.get("published"),
            updated: fields.get("updated"),
            cover: fields.get("cover"),
            body: fields.get("body"),
            related: fields.or_default("related"),
            audio: fields.or_default("audio"),
            source: fields.get("source"),
            corrections: fields.or_default("corrections"),
        }
    }
}

impl Read for Tag {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { slug: fields.get("slug"), name: fields.get("name") }
    }
}

impl Read for Author {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { name: fields.get("name"), role: fields.get("role"), url: fields.get("url") }
    }
}

impl Read for Audio {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            voice: fields.get("voice"),
            url: fields.get("url"),
            duration: fields.get("duration"),
        }
    }
}

impl Read for Source {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { name: fields.get("name"), url: fields.get("url") }
    }
}

impl Read for Correction {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { time: fields.get("time"), text: fields.get("text") }
    }
}

impl Read for Kind {
    fn read(json: Json, told: &mut Told) -> Self {
        let words = &[
            ("article", Self::Article),
            ("photo", Self::Photo),
            ("video", Self::Video),
            ("longform", Self::Longform),
            ("page", Self::Page),
        ];
        one_of(json, told, words, "a kind of article")
    }
}

read_by_serde!(Article);
