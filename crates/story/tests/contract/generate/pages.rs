use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use story::model::{
    Card, Home, HomePlan, Hosts, Language, List, Network, PageLink, Part, Section, Site, Social,
    Version, Zone, ZonePlan,
};

use super::article::kind;
use super::basics::{id, key, path, slug, text, texts, time};
use super::block::image;

pub fn card() -> BoxedStrategy<Card> {
    (
        (id(), path(), text(), option::of(text()), option::of(text())),
        (option::of(time()), option::of(slug()), kind(), option::of(image())),
    )
        .prop_map(|((id, path, title, kicker, lead), (published, section, kind, cover))| Card {
            id,
            path,
            title,
            kicker,
            lead,
            published,
            section,
            kind,
            cover,
        })
        .boxed()
}

fn cards() -> impl Strategy<Value = Vec<Card>> {
    vec(card(), 0..3)
}

pub fn list() -> BoxedStrategy<List> {
    let part = (key(), any::<u32>()).prop_map(|(key, count)| Part { key, count });
    (
        (slug(), text(), key(), cards(), vec(part, 0..3)),
        (option::of(key()), option::of(key()), option::of(any::<u32>())),
    )
        .prop_map(|((slug, title, key, items, parts), (newer, older, total))| List {
            version: Version,
            slug,
            title,
            key,
            items,
            parts,
            newer,
            older,
            total,
        })
        .boxed()
}

pub fn home() -> BoxedStrategy<Home> {
    let zone = (text(), option::of(path()), cards()).prop_map(|(title, path, items)| Zone {
        title,
        path,
        items,
    });
    (cards(), vec(zone, 0..3))
        .prop_map(|(lead, zones)| Home { version: Version, lead, zones })
        .boxed()
}

pub fn home_plan() -> BoxedStrategy<HomePlan> {
    let zone = (option::of(text()), option::of(slug()), vec(id(), 0..3), option::of(any::<u32>()))
        .prop_map(|(title, section, ids, count)| ZonePlan { title, section, ids, count });
    (vec(id(), 0..3), vec(zone, 0..3))
        .prop_map(|(lead, zones)| HomePlan { version: Version, lead, zones })
        .boxed()
}

pub fn site() -> BoxedStrategy<Site> {
    let section = (slug(), text(), option::of(slug())).prop_map(|(slug, name, parent)| Section {
        slug,
        name,
        parent,
    });
    let network =
        prop::sample::select(vec![Network::Facebook, Network::Youtube, Network::Zalo, Network::X]);
    let social = (network, text()).prop_map(|(network, url)| Social { network, url });
    let host = || "[a-z]{1,5}\\.example(:80)?";
    let hosts = (vec(host(), 0..2), vec(host(), 0..2), vec(host(), 0..2), option::of(host()))
        .prop_map(|(img, media, frame, count)| Hosts { img, media, frame, count });
    let page = (path(), text()).prop_map(|(path, title)| PageLink { path, title });
    let language = prop::sample::select(vec![Language::Vi, Language::En]);
    (
        (
            text(),
            option::of(text()),
            language,
            text(),
            "https://[a-z]{1,5}\\.example(/[a-z]{0,3})?",
        ),
        (vec(section, 0..3), vec(social, 0..3), texts(), option::of(text())),
        (option::of(hosts), any::<bool>(), vec(page, 0..2)),
    )
        .prop_map(
            |(
                (name, tagline, language, timezone, base_url),
                (sections, social, contact, licence),
                (hosts, download, pages),
            )| Site {
                version: Version,
                name,
                tagline,
                language,
                timezone,
                base_url,
                sections,
                social,
                contact,
                licence,
                hosts,
                download,
                pages,
            },
        )
        .boxed()
}
