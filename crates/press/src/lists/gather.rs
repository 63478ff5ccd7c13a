use std::collections::BTreeMap;

use story::model::{Card, Kind, Language, Slug};
use story::url::{ListKind, NO_SECTION};

use super::ancestors;
use crate::edition::Edition;

/// A list: what it is of, its name, and its cards in order.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// A section or a tag.
    pub kind: ListKind,
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// Newest first.
    pub cards: Vec<Card>,
}

/// Every list of the edition. A section has one even when it is empty: its page is linked. The list
/// of a parent holds its descendants' articles; articles without a section make the list `tin`.
#[must_use]
pub fn gather(edition: &Edition) -> Vec<Gathered> {
    let mut lists: BTreeMap<(ListKind, Slug), Gathered> = BTreeMap::new();
    let mut list = |kind, slug: &Slug, title: &str, card: Option<&Card>| {
        let list = lists.entry((kind, slug.clone())).or_insert_with(|| Gathered {
            kind,
            slug: slug.clone(),
            title: title.to_owned(),
            cards: Vec::new(),
        });
        list.cards.extend(card.cloned());
    };
    for section in &edition.site.sections {
        list(ListKind::Section, &section.slug, &section.name, None);
    }
    let name_of = |slug: &Slug| {
        let section = edition.site.sections.iter().find(|section| section.slug == *slug);
        section.map_or_else(|| slug.to_string(), |section| section.name.clone())
    };
    let no_section = match edition.site.language {
        Language::Vi => "Tin",
        Language::En => "News",
    };
    for article in edition.articles.iter().filter(|article| article.kind != Kind::Page) {
        let card = edition.cards.get(&article.id);
        match &article.section {
            Some(section) => {
                for slug in ancestors(&edition.site, section) {
                    list(ListKind::Section, &slug, &name_of(&slug), card);
                }
            }
            None => {
                if let Ok(slug) = Slug::new(NO_SECTION) {
                    list(ListKind::Section, &slug, no_section, card);
                }
            }
        }
        for tag in &article.tags {
            list(ListKind::Tag, &tag.slug, &tag.name, card);
        }
    }
    lists.into_values().collect()
}
