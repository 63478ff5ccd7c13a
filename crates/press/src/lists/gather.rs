use std::collections::HashMap;

use story::model::{Language, Site, Slug};
use story::url::{ListKind, NO_SECTION};

use super::Families;
use crate::index::Index;

/// A list: what it is of, its name, and its articles in order.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// A section or a tag.
    pub kind: ListKind,
    /// Its slug.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// Newest first, by their places in the index.
    pub items: Vec<u32>,
}

/// Every list, sections before tags and each by its slug. A section has one even when it is empty:
/// its page is linked. The list of a parent holds its descendants' articles; articles without a
/// section make the list `tin`.
#[must_use]
pub fn gather(index: &Index, site: &Site, families: &Families<'_>) -> Vec<Gathered> {
    let mut lists = Lists::default();
    for section in &site.sections {
        lists.of(ListKind::Section, section.slug.as_str(), &section.name);
    }
    let no_section = match site.language {
        Language::Vi => "Tin",
        Language::En => "News",
    };
    for at in index.stories() {
        let entry = index.get(at);
        match entry.section.as_deref() {
            Some(section) => {
                for slug in families.ancestors(section) {
                    lists.add(ListKind::Section, slug.as_str(), slug.as_str(), at);
                }
            }
            None => lists.add(ListKind::Section, NO_SECTION, no_section, at),
        }
        for (slug, name) in &entry.tags {
            lists.add(ListKind::Tag, slug, name, at);
        }
    }
    let mut all = lists.all;
    all.sort_by(|a, b| (a.kind, &a.slug).cmp(&(b.kind, &b.slug)));
    all
}

#[derive(Default)]
struct Lists<'a> {
    all: Vec<Gathered>,
    at: HashMap<(ListKind, &'a str), usize>,
}

impl<'a> Lists<'a> {
    /// The list of this slug; `title` where there is none yet. None for what is no slug, which the
    /// check refuses.
    fn of(&mut self, kind: ListKind, slug: &'a str, title: &str) -> Option<&mut Gathered> {
        let at = match self.at.get(&(kind, slug)) {
            Some(at) => *at,
            None => {
                let title = title.to_owned();
                let list = Gathered { kind, slug: Slug::new(slug).ok()?, title, items: Vec::new() };
                self.all.push(list);
                self.at.insert((kind, slug), self.all.len() - 1);
                self.all.len() - 1
            }
        };
        self.all.get_mut(at)
    }

    fn add(&mut self, kind: ListKind, slug: &'a str, title: &str, item: u32) {
        if let Some(list) = self.of(kind, slug, title) {
            // A tag may stand twice in one article.
            if list.items.last() != Some(&item) {
                list.items.push(item);
            }
        }
    }
}
