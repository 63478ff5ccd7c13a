//! Numbers and addresses of whatever article.

use proptest::prelude::*;
use story::model::Slug;
use story::pictures::{album, alt, cover_of, layout};
use story::url::{ArchiveKey, RESERVED, Route, article_path, photo_fragment, photo_of};

use crate::generate;

/// A page of any kind, as the site has them.
fn route() -> impl Strategy<Value = Route> {
    let slug = || "[a-z0-9-]{1,12}".prop_map(|slug| Slug::new(slug).expect("a slug"));
    let section = || {
        slug().prop_filter("a section has its own name", |slug| !RESERVED.contains(&slug.as_str()))
    };
    let key = || {
        let key = prop_oneof![
            "undated(_9_[A-Za-z0-9_]{1,9})?",
            "20[0-9]{2}-0[1-9](-[12][0-8](T[01][0-9](-[0-5][0-9](_12_[A-Za-z0-9_]{1,12})?)?)?)?",
        ];
        proptest::option::of(key.prop_map(|key| ArchiveKey::new(key).expect("a key")))
    };
    let words = proptest::option::of(section());
    let article = (section(), words, generate::article())
        .prop_map(|(section, slug, article)| Route::Article { section, slug, id: article.id });
    prop_oneof![
        Just(Route::Home),
        (section(), key()).prop_map(|(slug, key)| Route::Section { slug, key }),
        (slug(), key()).prop_map(|(slug, key)| Route::Tag { slug, key }),
        article,
    ]
}

proptest! {
    #[test]
    fn pictures_are_numbered_without_a_gap(article in generate::article()) {
        let numbers: Vec<u32> = album(&article).iter().map(|picture| picture.number).collect();
        let layout = layout(&article);
        prop_assert_eq!(numbers, (1..=layout.total).collect::<Vec<u32>>());
        // The cover stands over the body only where the body does not have it.
        if let Some(cover) = layout.cover {
            prop_assert_eq!(cover.number, 1);
            let again = album(&article).iter().filter(|p| p.image.src == cover.image.src).count();
            prop_assert_eq!(again, 1);
        }
        prop_assert_eq!(cover_of(&article).is_some(), article.cover.is_some() || layout.total > 0);
        for picture in album(&article) {
            prop_assert!(alt(picture.image).is_none_or(|alt| !alt.trim().is_empty()));
            prop_assert_eq!(photo_of(&photo_fragment(picture.number)), Some(picture.number));
        }
    }

    #[test]
    fn every_page_has_one_address_and_is_found_there(route in route()) {
        prop_assert_eq!(Route::parse(&route.path()), Some(route));
    }

    #[test]
    fn an_articles_address_always_finds_it(mut article in generate::article()) {
        article.section = article.section.filter(|s| !RESERVED.contains(&s.as_str()));
        match Route::parse(&article_path(&article)) {
            Some(Route::Article { id, .. }) => prop_assert_eq!(id, article.id),
            other => prop_assert!(false, "{:?}", other),
        }
    }
}
