use std::collections::HashMap;

use story::model::{Site, Slug};

/// Sections and those they are part of.
#[derive(Debug)]
pub struct Families<'a>(HashMap<&'a str, Vec<&'a Slug>>);

impl<'a> Families<'a> {
    /// Of this paper.
    #[must_use]
    pub fn of(site: &'a Site) -> Self {
        let sections = site.sections.iter();
        Self(sections.map(|of| (of.slug.as_str(), ancestors(site, &of.slug))).collect())
    }

    /// A section and those it is part of, from within outwards. Empty for what is no section.
    #[must_use]
    pub fn ancestors(&self, slug: &str) -> &[&'a Slug] {
        self.0.get(slug).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A circle, which the check refuses, ends it.
fn ancestors<'a>(site: &'a Site, slug: &'a Slug) -> Vec<&'a Slug> {
    let mut all = vec![slug];
    let parent =
        |slug: &Slug| site.sections.iter().find(|section| section.slug == *slug)?.parent.as_ref();
    while let Some(parent) = all.last().and_then(|slug| parent(slug)) {
        if all.contains(&parent) {
            break;
        }
        all.push(parent);
    }
    all
}
