use story::model::{SectionSlug, Slug};
use story::url::{Route, SitePath};

use crate::Paper;

/// The `aria-current` of a section's link in the masthead, given the section that the page is in
/// (`current`) and the page's own path: `page` on the section's own page, `true` within it, on the
/// section it is part of, too.
#[must_use]
pub fn mark(
    paper: &Paper,
    link: &SectionSlug,
    current: Option<&Slug>,
    here: Option<&SitePath>,
) -> Option<&'static str> {
    let own = Route::Section { slug: link.clone(), key: None }.path();
    if here == Some(&own) {
        return Some("page");
    }
    let parent = current.and_then(|slug| paper.section(slug)?.parent.as_ref());
    (Some(link) == current || Some(link) == parent).then_some("true")
}

#[cfg(test)]
mod tests {
    use story::model::{Language, Section, Site, Version};
    use story::url::Base;

    use super::*;

    #[test]
    fn the_section_of_a_page_and_the_one_around_it_are_marked() {
        let slug = |text: &str| Slug::new(text).expect("a slug");
        let section = |name: &str, parent: Option<&str>| Section {
            slug: slug(name),
            name: name.to_owned(),
            parent: parent.map(slug),
        };
        let site = Site {
            version: Version,
            name: "Báo".into(),
            tagline: None,
            language: Language::Vi,
            timezone: "Asia/Ho_Chi_Minh".into(),
            base_url: "https://bao.example".into(),
            sections: vec![section("du-lich", None), section("bien", Some("du-lich"))],
            social: Vec::new(),
            contact: Vec::new(),
            licence: None,
            hosts: None,
            download: false,
            pages: Vec::new(),
        };
        let paper = Paper { site, base: Base::default(), now: None };
        let path = |text: &str| SitePath::new(text).expect("a path");
        // Link, section of the page, path of the page, mark.
        let table = [
            ("bien", Some("bien"), "/bien/a-1/", Some("true")),
            ("du-lich", Some("bien"), "/bien/a-1/", Some("true")),
            ("du-lich", Some("du-lich"), "/du-lich/", Some("page")),
            ("bien", Some("du-lich"), "/du-lich/", None),
            ("du-lich", Some("du-lich"), "/du-lich/2026/08/", Some("true")),
            ("du-lich", None, "/", None),
        ];
        for (link, current, here, expected) in table {
            let current = current.map(slug);
            let marked = mark(&paper, &slug(link), current.as_ref(), Some(&path(here)));
            assert_eq!(marked, expected, "{link} on {here}");
        }
    }
}
