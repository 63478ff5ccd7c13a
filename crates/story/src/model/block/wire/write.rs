use serde::{Serialize, Serializer};

use super::super::{Block, GalleryOrder, Level};
use super::{Fields, item::Item};

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        Fields::from(self.clone()).serialize(out)
    }
}

impl From<Block> for Fields {
    fn from(block: Block) -> Self {
        let of = |kind: &str| Self { kind: kind.to_owned(), ..Self::default() };
        // A field that says what would be so anyway is left out.
        let flag = |flag: bool| flag.then_some(true);
        fn some<T>(items: Vec<T>) -> Option<Vec<T>> {
            (!items.is_empty()).then_some(items)
        }
        match block {
            Block::Paragraph(text) => Self { text: Some(text), ..of("paragraph") },
            Block::Heading(heading) => Self {
                level: Some(match heading.level {
                    Level::Two => 2.0,
                    Level::Three => 3.0,
                    Level::Four => 4.0,
                }),
                text: Some(heading.text),
                ..of("heading")
            },
            Block::Image(image) => Self {
                src: Some(image.src),
                width: (image.width > 0).then_some(image.width),
                height: (image.height > 0).then_some(image.height),
                alt: image.alt,
                caption: image.caption,
                credit: image.credit,
                focal: image.focal,
                placeholder: image.placeholder,
                variants: some(image.variants),
                ..of("image")
            },
            Block::Gallery(gallery) => Self {
                images: Some(gallery.images),
                caption: gallery.caption,
                order: (gallery.order != GalleryOrder::default()).then_some(gallery.order),
                ..of("gallery")
            },
            Block::Quote(quote) => {
                Self { text: Some(quote.text), by: quote.by, pull: flag(quote.pull), ..of("quote") }
            }
            Block::List(list) => Self {
                ordered: flag(list.ordered),
                items: Some(list.items.into_iter().map(Item::Text).collect()),
                ..of("list")
            },
            Block::Table(table) => Self {
                header: some(table.header),
                rows: Some(table.rows),
                caption: table.caption,
                ..of("table")
            },
            Block::Video(video) => Self {
                src: Some(video.src),
                poster: video.poster,
                captions: some(video.captions),
                caption: video.caption,
                duration: video.duration,
                ..of("video")
            },
            Block::Audio(audio) => Self {
                src: Some(audio.src),
                title: Some(audio.title),
                duration: audio.duration,
                ..of("audio")
            },
            Block::Embed(embed) => Self {
                provider: Some(embed.provider),
                url: Some(embed.url),
                title: Some(embed.title),
                poster: embed.poster,
                ..of("embed")
            },
            Block::Box(block) => Self { title: block.title, body: Some(block.body), ..of("box") },
            Block::Links(links) => Self {
                items: Some(links.items.into_iter().map(Item::Link).collect()),
                ..of("links")
            },
            Block::Divider => of("divider"),
            Block::Unknown(unknown) => Self { kind: unknown.kind, ..Self::default() },
        }
    }
}
