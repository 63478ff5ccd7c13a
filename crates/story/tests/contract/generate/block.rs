use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use story::model::{
    AudioClip, Block, BoxBlock, Embed, Focal, Gallery, GalleryOrder, Heading, Image, Level,
    LinkItem, Links, ListBlock, MediaType, Quote, Table, Track, Unknown, Variant, Video,
};

use super::basics::{id, number, rich, text};
use super::pages::card;

fn variant() -> BoxedStrategy<Variant> {
    let media = prop::sample::select(vec![
        MediaType::Avif,
        MediaType::Webp,
        MediaType::Jpeg,
        MediaType::Png,
    ]);
    (text(), 1..=u32::MAX, media)
        .prop_map(|(src, width, media)| Variant { src, width, media })
        .boxed()
}

/// A picture; its size is sometimes left out, as a newsroom may.
pub fn image() -> BoxedStrategy<Image> {
    let focal = (number(1), number(1)).prop_map(|(x, y)| Focal(x, y));
    let said = (option::of(text()), option::of(rich()), option::of(text()));
    let shown = (option::of(focal), option::of(text()), vec(variant(), 0..2));
    let size = prop_oneof![Just((0, 0)), (1..9_999_u32, 1..9_999_u32)];
    (prop_oneof!["[abc]", "img/[a-z]{1,4}\\.jpg"], size, said, shown)
        .prop_map(
            |(src, (width, height), (alt, caption, credit), (focal, placeholder, variants))| {
                Image { src, width, height, alt, caption, credit, focal, placeholder, variants }
            },
        )
        .boxed()
}

fn link() -> BoxedStrategy<LinkItem> {
    prop_oneof![
        id().prop_map(LinkItem::Article),
        card().prop_map(|card| LinkItem::Card(Box::new(card))),
        (text(), text()).prop_map(|(title, url)| LinkItem::Address { title, url }),
    ]
    .boxed()
}

fn told() -> BoxedStrategy<Block> {
    let level = prop::sample::select(vec![Level::Two, Level::Three, Level::Four]);
    let heading = (level, rich()).prop_map(|(level, text)| Heading { level, text });
    let quote = (rich(), option::of(text()), any::<bool>());
    let list = (any::<bool>(), vec(rich(), 0..3));
    let row = || vec(rich(), 0..3);
    let table = (row(), vec(row(), 0..3), option::of(rich()));
    prop_oneof![
        rich().prop_map(Block::Paragraph),
        heading.prop_map(Block::Heading),
        quote.prop_map(|(text, by, pull)| Block::Quote(Quote { text, by, pull })),
        list.prop_map(|(ordered, items)| Block::List(ListBlock { ordered, items })),
        table.prop_map(|(header, rows, caption)| Block::Table(Table { header, rows, caption })),
        vec(link(), 0..3).prop_map(|items| Block::Links(Links { items })),
        Just(Block::Divider),
        "x-[a-z]{0,5}".prop_map(|kind| Block::Unknown(Unknown { kind })),
    ]
    .boxed()
}

fn shown() -> BoxedStrategy<Block> {
    let order = prop::sample::select(vec![GalleryOrder::Sequence, GalleryOrder::Mosaic]);
    let gallery = (vec(image(), 0..4), option::of(rich()), order);
    let track = (text(), text()).prop_map(|(lang, src)| Track { lang, src });
    let duration = || option::of(number(9_999));
    let video = (text(), option::of(image()), vec(track, 0..2), option::of(rich()), duration());
    let audio = (text(), text(), duration());
    let embed = (text(), text(), text(), option::of(image()));
    prop_oneof![
        3 => image().prop_map(Block::Image),
        1 => gallery.prop_map(|(images, caption, order)| {
            Block::Gallery(Gallery { images, caption, order })
        }),
        1 => video.prop_map(|(src, poster, captions, caption, duration)| {
            Block::Video(Video { src, poster, captions, caption, duration })
        }),
        1 => audio.prop_map(|(src, title, duration)| {
            Block::Audio(AudioClip { src, title, duration })
        }),
        1 => embed.prop_map(|(provider, url, title, poster)| {
            Block::Embed(Embed { provider, url, title, poster })
        }),
    ]
    .boxed()
}

/// A block of any of the thirteen types, and of none of them.
pub fn block() -> BoxedStrategy<Block> {
    prop_oneof![told(), shown()]
        .prop_recursive(3, 12, 4, |inner| {
            (option::of(text()), vec(inner, 0..4))
                .prop_map(|(title, body)| Block::Box(BoxBlock { title, body }))
        })
        .boxed()
}
