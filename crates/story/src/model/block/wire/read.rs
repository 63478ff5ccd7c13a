use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, IgnoredAny},
};

use super::super::{
    AudioClip, Block, BoxBlock, Embed, Gallery, Heading, Level, Links, ListBlock, Quote, Table,
    Unknown, Video,
};
use super::{
    Fields,
    item::Item,
    names::{NAMES, fields_of},
};
use crate::model::{Image, whole::Whole};

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Block;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a block")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Block, A::Error> {
                let mut fields = Fields::default();
                // Until the type is known, every field may be its.
                let mut its = NAMES;
                while let Some(name) = map.next_key::<String>()? {
                    if name == "type" {
                        fields.kind = map.next_value()?;
                        its = fields_of(&fields.kind).unwrap_or_default();
                    } else if its.contains(&name.as_str()) {
                        fields.read(&name, &mut map)?;
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                if fields.kind.is_empty() {
                    return Err(de::Error::missing_field("type"));
                }
                fields.into_block()
            }
        }
        input.deserialize_struct("Block", NAMES, Visitor)
    }
}

impl Fields {
    fn read<'de, A: de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match name {
            "text" => self.text = map.next_value()?,
            "level" => self.level = map.next_value()?,
            "src" => self.src = map.next_value()?,
            "width" => self.width = map.next_value::<Option<Whole>>()?.map(Whole::get),
            "height" => self.height = map.next_value::<Option<Whole>>()?.map(Whole::get),
            "alt" => self.alt = map.next_value()?,
            "caption" => self.caption = map.next_value()?,
            "credit" => self.credit = map.next_value()?,
            "focal" => self.focal = map.next_value()?,
            "placeholder" => self.placeholder = map.next_value()?,
            "variants" => self.variants = map.next_value()?,
            "images" => self.images = map.next_value()?,
            "order" => self.order = map.next_value()?,
            "by" => self.by = map.next_value()?,
            "pull" => self.pull = map.next_value()?,
            "ordered" => self.ordered = map.next_value()?,
            "items" => self.items = map.next_value()?,
            "header" => self.header = map.next_value()?,
            "rows" => self.rows = map.next_value()?,
            "poster" => self.poster = map.next_value()?,
            "captions" => self.captions = map.next_value()?,
            "duration" => self.duration = map.next_value()?,
            "provider" => self.provider = map.next_value()?,
            "url" => self.url = map.next_value()?,
            "title" => self.title = map.next_value()?,
            "body" => self.body = map.next_value()?,
            _ => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn into_block<E: de::Error>(self) -> Result<Block, E> {
        let need = E::missing_field;
        Ok(match self.kind.as_str() {
            "paragraph" => Block::Paragraph(self.text.ok_or_else(|| need("text"))?),
            "heading" => Block::Heading(Heading {
                level: match self.level.ok_or_else(|| need("level"))? {
                    2.0 => Level::Two,
                    3.0 => Level::Three,
                    4.0 => Level::Four,
                    other => {
                        return Err(E::custom(format_args!("a level is 2, 3 or 4, found {other}")));
                    }
                },
                text: self.text.ok_or_else(|| need("text"))?,
            }),
            "image" => Block::Image(Image {
                src: self.src.ok_or_else(|| need("src"))?,
                width: self.width.unwrap_or_default(),
                height: self.height.unwrap_or_default(),
                alt: self.alt,
                caption: self.caption,
                credit: self.credit,
                focal: self.focal,
                placeholder: self.placeholder,
                variants: self.variants.unwrap_or_default(),
            }),
            "gallery" => Block::Gallery(Gallery {
                images: self.images.ok_or_else(|| need("images"))?,
                caption: self.caption,
                order: self.order.unwrap_or_default(),
            }),
            "quote" => Block::Quote(Quote {
                text: self.text.ok_or_else(|| need("text"))?,
                by: self.by,
                pull: self.pull.unwrap_or_default(),
            }),
            "list" => Block::List(ListBlock {
                ordered: self.ordered.unwrap_or_default(),
                items: self
                    .items
                    .ok_or_else(|| need("items"))?
                    .into_iter()
                    .map(|item| match item {
                        Item::Text(text) => Ok(text),
                        Item::Link(_) => Err(E::custom("a list's item is text, found an object")),
                    })
                    .collect::<Result<_, _>>()?,
            }),
            "table" => Block::Table(Table {
                header: self.header.unwrap_or_default(),
                rows: self.rows.ok_or_else(|| need("rows"))?,
                caption: self.caption,
            }),
            "video" => Block::Video(Video {
                src: self.src.ok_or_else(|| need("src"))?,
                poster: self.poster,
                captions: self.captions.unwrap_or_default(),
                caption: self.caption,
                duration: self.duration,
            }),
            "audio" => Block::Audio(AudioClip {
                src: self.src.ok_or_else(|| need("src"))?,
                title: self.title.ok_or_else(|| need("title"))?,
                duration: self.duration,
            }),
            "embed" => Block::Embed(Embed {
                provider: self.provider.ok_or_else(|| need("provider"))?,
                url: self.url.ok_or_else(|| need("url"))?,
                title: self.title.ok_or_else(|| need("title"))?,
                poster: self.poster,
            }),
            "box" => Block::Box(BoxBlock {
                title: self.title,
                body: self.body.ok_or_else(|| need("body"))?,
            }),
            "links" => Block::Links(Links {
                items: self
                    .items
                    .ok_or_else(|| need("items"))?
                    .into_iter()
                    .map(|item| match item {
                        Item::Link(link) => Ok(link),
                        Item::Text(_) => Err(E::custom("a link has an id, or a title and a url")),
                    })
                    .collect::<Result<_, _>>()?,
            }),
            "divider" => Block::Divider,
            _ => Block::Unknown(Unknown { kind: self.kind }),
        })
    }
}
