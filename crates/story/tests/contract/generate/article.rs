use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use story::model::{Article, Audio, Author, Correction, Kind, Pick, Source, Tag, Version};

use super::basics::{id, number, path, rich, slug, text, time};
use super::block::{block, image};
use super::pages::card;

pub fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Article, Kind::Photo, Kind::Video, Kind::Longform, Kind::Page])
}

/// An article with everything that one may have.
pub fn article() -> BoxedStrategy<Article> {
    let tag = (slug(), text()).prop_map(|(slug, name)| Tag { slug, name });
    let author = (text(), option::of(text()), option::of(text()))
        .prop_map(|(name, role, url)| Author { name, role, url });
    let pick =
        prop_oneof![id().prop_map(Pick::Id), card().prop_map(|card| Pick::Card(Box::new(card))),];
    let audio = (text(), text(), number(9_999)).prop_map(|(voice, url, duration)| Audio {
        voice,
        url,
        duration,
    });
    let source = (text(), option::of(text())).prop_map(|(name, url)| Source { name, url });
    let correction = (time(), text()).prop_map(|(time, text)| Correction { time, text });
    (
        (id(), text(), option::of(slug()), option::of(path()), vec(path(), 0..2), kind()),
        (option::of(text()), option::of(rich()), option::of(slug()), vec(tag, 0..3)),
        (vec(author, 0..2), option::of(time()), option::of(time()), option::of(image())),
        (vec(block(), 0..8), vec(pick, 0..2)),
        (vec(audio, 0..2), option::of(source), vec(correction, 0..2)),
    )
        .prop_map(
            |(
                (id, title, slug, path, aliases, kind),
                (kicker, lead, section, tags),
                (authors, published, updated, cover),
                (body, related),
                (audio, source, corrections),
            )| Article {
                version: Version,
                id,
                title,
                slug,
                path,
                aliases,
                kind,
                kicker,
                lead,
                section,
                tags,
                authors,
                published,
                updated,
                cover,
                body,
                related,
                audio,
                source,
                corrections,
            },
        )
        .boxed()
}
