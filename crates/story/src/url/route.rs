use super::{ArchiveKey, SitePath};
use crate::model::{Article, ArticleId, SectionSlug, Slug, TagSlug};
use crate::text::slug_of;

/// First segment of articles without a section, and the slug of their list.
pub const NO_SECTION: &str = "tin";

/// First segments that no section may have.
pub const RESERVED: &[&str] = &[
    "tag", "tin", "search", "saved", "app", "content", "img", "audio", "video", "feed", "404",
    "index",
];

const TAG: &str = "tag";

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`
    Home,
    /// `/{section}/`, `/{section}/2023/08/`, `/{section}/undated/`; also `/tin/`.
    Section {
        /// Which.
        slug: SectionSlug,
        /// Which part of its archive; none for the newest.
        key: Option<ArchiveKey>,
    },
    /// `/tag/{slug}/` and its archive likewise.
    Tag {
        /// Which.
        slug: TagSlug,
        /// Which part of its archive; none for the newest.
        key: Option<ArchiveKey>,
    },
    /// `/{section}/{slug}-{id}/`.
    Article {
        /// The section as the address has it, which may be wrong; the id finds the article.
        section: Slug,
        /// The words before the id; none where the title leaves none (`tin-{id}` then).
        slug: Option<Slug>,
        /// The article.
        id: ArticleId,
    },
}

impl Route {
    /// The page at this path, with or without its last slash or `index.html`. None for anything
    /// that is no page of the site: files, feeds, and pages that do not exist yet.
    #[must_use]
    pub fn parse(path: &SitePath) -> Option<Self> {
        let path = path.as_str();
        let path = path.strip_suffix("index.html").filter(|p| p.ends_with('/')).unwrap_or(path);
        let inner = path.strip_prefix('/')?;
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        if inner.is_empty() {
            return Some(Self::Home);
        }
        let segments: Vec<&str> = inner.split('/').collect();
        match segments.as_slice() {
            [TAG, slug, key @ ..] => {
                Some(Self::Tag { slug: Slug::new(*slug).ok()?, key: key_of(key)? })
            }
            [first, ..] if *first != NO_SECTION && RESERVED.contains(first) => None,
            [section, last] if last.contains('-') => {
                let (words, id) = last.rsplit_once('-')?;
                let slug = if words == NO_SECTION { None } else { Some(Slug::new(words).ok()?) };
                Some(Self::Article {
                    section: Slug::new(*section).ok()?,
                    slug,
                    id: ArticleId::new(id).ok()?,
                })
            }
            [section, key @ ..] => {
                Some(Self::Section { slug: Slug::new(*section).ok()?, key: key_of(key)? })
            }
            [] => None,
        }
    }

    /// The page's path.
    ///
    /// # Panics
    /// Never: slugs, keys and ids hold nothing that a path may not.
    #[must_use]
    pub fn path(&self) -> SitePath {
        let text = match self {
            Self::Home => "/".to_owned(),
            Self::Section { slug, key } => format!("/{slug}/{}", segments_of(key.as_ref())),
            Self::Tag { slug, key } => format!("/{TAG}/{slug}/{}", segments_of(key.as_ref())),
            Self::Article { section, slug, id } => {
                let words = slug.as_ref().map_or(NO_SECTION, Slug::as_str);
                format!("/{section}/{words}-{id}/")
            }
        };
        #[expect(clippy::expect_used, reason = "held by a property test")]
        SitePath::new(text).expect("a page's path is a path")
    }
}

/// The key of an archive's segments: `["2023", "08"]` → `2023-08`. `Some(None)` for no segments.
fn key_of(segments: &[&str]) -> Option<Option<ArchiveKey>> {
    if segments.is_empty() {
        return Some(None);
    }
    let mut text = String::new();
    for (at, segment) in segments.iter().enumerate() {
        let mark = match (at, segments[0]) {
            (0, _) => "",
            (_, "undated") => "_",
            (1 | 2 | 4, _) => "-",
            (3, _) => "T",
            _ => "_",
        };
        text.push_str(mark);
        text.push_str(segment);
    }
    let key = ArchiveKey::new(text).ok()?;
    // What would print another way is no address of ours; `latest` and `archive` have no page.
    let same = segments_of(Some(&key)) == format!("{}/", segments.join("/"));
    (same && !key.is_latest() && !key.is_archive()).then_some(Some(key))
}

/// The segments of a key: `2023-08-25T19-52_6_3` → `2023/08/25/19/52/6/3/`.
fn segments_of(key: Option<&ArchiveKey>) -> String {
    let Some(key) = key else { return String::new() };
    let text = key.as_str();
    let (stem, by_id) = text.split_once('_').map_or((text, None), |(stem, cut)| (stem, Some(cut)));
    let mut path = stem.replace(['-', 'T'], "/");
    path.push('/');
    if let Some((length, first)) = by_id.and_then(|cut| cut.split_once('_')) {
        path.push_str(&format!("{length}/{first}/"));
    }
    path
}

/// Where an article lives: its section (or `tin`), the words of its address, its id.
#[must_use]
pub fn article_path(article: &Article) -> SitePath {
    let no_section = || Slug::new(NO_SECTION).ok();
    let section = article.section.clone().or_else(no_section);
    let slug = article.slug.clone().or_else(|| slug_of(&article.title));
    // A slug of `tin` would read back as none; the address is the same either way.
    let slug = slug.filter(|slug| slug.as_str() != NO_SECTION);
    match section {
        Some(section) => Route::Article { section, slug, id: article.id.clone() }.path(),
        None => Route::Home.path(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn route(path: &str) -> Option<Route> {
        Route::parse(&SitePath::new(path).expect("a path"))
    }

    #[test]
    fn every_known_address_comes_back_as_it_was() {
        for path in [
            "/",
            "/du-lich/",
            "/du-lich/2023/08/",
            "/du-lich/2023/08/25/",
            "/du-lich/2023/08/25/19/",
            "/du-lich/2023/08/25/19/52/",
            "/du-lich/2023/08/25/19/52/6/37/",
            "/du-lich/undated/",
            "/du-lich/undated/6/3/",
            "/tag/che/",
            "/tag/che/2023/08/",
            "/tag/undated/undated/",
            "/tin/",
            "/tin/undated/",
            "/tin/tin-9/",
            "/tin/mua-may-1001/",
            "/chinh-tri/dien-chia-buon-400004/",
            "/2023/08-9/",
        ] {
            let route = route(path).expect(path);
            assert_eq!(route.path().as_str(), path, "{route:?}");
        }
    }

    #[test]
    fn addresses_that_others_write_are_understood() {
        let article = route("/chinh-tri/dien-chia-buon-400004/");
        assert_eq!(route("/chinh-tri/dien-chia-buon-400004"), article);
        assert_eq!(route("/chinh-tri/dien-chia-buon-400004/index.html"), article);
        assert_eq!(route("/index.html"), Some(Route::Home));
    }

    #[test]
    fn what_is_no_page_is_left_to_the_browser() {
        for path in [
            "/feed.xml",
            "/app/start.js",
            "/content/site.json",
            "/img/a-1.jpg",
            "/search/",
            "/saved/",
            "/404.html",
            "/tag/",
            "/du-lich/2023/",
            "/du-lich/2023/8/",
            "/du-lich/latest/",
            "/du-lich/archive/",
            "/du-lich/2023-08/",
            "/du-lich/abc/",
            "/du-lich/feed.xml",
            "/Du-Lich/",
            "/du-lich/a-b/c/",
            "/du-lich//",
            "/sitemap.xml",
            "/du-lich/mua-é/",
        ] {
            // A dash in the second segment makes it an article: `2023-08` has the id `08`.
            if path == "/du-lich/2023-08/" {
                assert!(matches!(route(path), Some(Route::Article { .. })));
                continue;
            }
            assert_eq!(route(path), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn no_path_panics_and_what_is_parsed_prints_itself(path in "/[a-z0-9/.-]{0,30}") {
            if let Some(route) = SitePath::new(path).ok().and_then(|path| Route::parse(&path)) {
                prop_assert_eq!(Route::parse(&route.path()), Some(route));
            }
        }

        #[test]
        fn any_article_has_an_address_that_finds_it(
            title in "\\PC{0,60}", id in "[A-Za-z0-9_]{1,64}", section in proptest::option::of("[a-z0-9-]{1,20}"),
        ) {
            prop_assume!(!section.as_deref().is_some_and(|section| RESERVED.contains(&section)));
            let article = Article {
                id: ArticleId::new(id.clone()).expect("an id"),
                title,
                section: section.map(|section| Slug::new(section).expect("a slug")),
                ..Article::empty()
            };
            match Route::parse(&article_path(&article)) {
                Some(Route::Article { id: found, .. }) => prop_assert_eq!(found.as_str(), id),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
