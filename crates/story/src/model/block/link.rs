use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::{ArticleId, Card, Image, Kind, SectionSlug};

/// A link to read on: an id as handed in, a card as published, or an address.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkItem {
    /// An article, as handed in.
    Article(ArticleId),
    /// An article, as published.
    Card(Box<Card>),
    /// Any address.
    Address {
        /// What it says.
        title: String,
        /// Where it leads.
        url: String,
    },
}

impl<'de> Deserialize<'de> for LinkItem {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        /// The fields of a card and of an address; which it is shows in `path` and `url`.
        #[derive(Deserialize)]
        struct Either {
            id: Option<ArticleId>,
            path: Option<crate::url::SitePath>,
            title: Option<String>,
            url: Option<String>,
            kicker: Option<String>,
            lead: Option<String>,
            published: Option<crate::time::Time>,
            section: Option<SectionSlug>,
            #[serde(default)]
            kind: Kind,
            cover: Option<Image>,
        }
        let link = Either::deserialize(input)?;
        match link {
            Either { id: Some(id), path: Some(path), title: Some(title), .. } => {
                Ok(Self::Card(Box::new(Card {
                    id,
                    path,
                    title,
                    kicker: link.kicker,
                    lead: link.lead,
                    published: link.published,
                    section: link.section,
                    kind: link.kind,
                    cover: link.cover,
                })))
            }
            Either { id: Some(id), .. } => Ok(Self::Article(id)),
            Either { title: Some(title), url: Some(url), .. } => Ok(Self::Address { title, url }),
            Either { title: Some(_), .. } => Err(de::Error::missing_field("url")),
            _ => Err(de::Error::custom("a link has an id, or a title and a url")),
        }
    }
}

impl Serialize for LinkItem {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Id<'a> {
            id: &'a ArticleId,
        }
        #[derive(Serialize)]
        struct Address<'a> {
            title: &'a str,
            url: &'a str,
        }
        match self {
            Self::Article(id) => Id { id }.serialize(out),
            Self::Card(card) => card.serialize(out),
            Self::Address { title, url } => Address { title, url }.serialize(out),
        }
    }
}
