use serde::{Serialize, Serializer};

use crate::json::{Fields, Json, Read, Told};
use crate::model::{ArticleId, Card};

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

impl Read for LinkItem {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        if fields.has("id") && fields.has("path") && fields.has("title") {
            return Self::Card(Box::read(fields.rest(), told));
        }
        if fields.has("id") {
            return Self::Article(fields.get("id"));
        }
        Self::Address { title: fields.get("title"), url: fields.get("url") }
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
