use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, IgnoredAny},
};

use super::{ArticleId, Card, Image, Rich};

/// A part of an article's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Rich),
    /// A heading within the story.
    Heading(Heading),
    /// A picture. Neighbouring ones read as one gallery: [`crate::pictures::figures`].
    Image(Image),
    /// Pictures that belong together.
    Gallery(Gallery),
    /// Somebody's words, or the story's own set large.
    Quote(Quote),
    /// A list.
    List(ListBlock),
    /// A table.
    Table(Table),
    /// A video of the paper's own.
    Video(Video),
    /// A sound of the paper's own.
    Audio(AudioClip),
    /// Something of a third party's, reached only after a press.
    Embed(Embed),
    /// A box beside the story.
    Box(BoxBlock),
    /// Links to read on.
    Links(Links),
    /// A break in the story.
    Divider,
    /// A type that this version does not know: shown as nothing, warned of once.
    Unknown(Unknown),
}

/// A heading within the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its rank.
    pub level: Level,
    /// Its words.
    pub text: Rich,
}

/// The rank of a heading; the headline is the only one of rank 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// `<h2>`
    Two,
    /// `<h3>`
    Three,
    /// `<h4>`
    Four,
}

/// Pictures that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Gallery {
    /// The pictures, in reading order.
    pub images: Vec<Image>,
    /// One caption for the whole run.
    pub caption: Option<Rich>,
    /// How they are laid out.
    pub order: GalleryOrder,
}

/// How a gallery is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GalleryOrder {
    /// Rows in reading order.
    #[default]
    Sequence,
    /// A mosaic.
    Mosaic,
}

/// Somebody's words, or the story's own set large.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The words.
    pub text: Rich,
    /// Whose they are.
    pub by: Option<String>,
    /// Set large, as a pull quote.
    pub pull: bool,
}

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListBlock {
    /// Numbered.
    pub ordered: bool,
    /// Its points.
    pub items: Vec<Rich>,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The cells of the head.
    pub header: Vec<Rich>,
    /// The cells of the body.
    pub rows: Vec<Vec<Rich>>,
    /// The line over or under it.
    pub caption: Option<Rich>,
}

/// A video of the paper's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// The file.
    pub src: String,
    /// The picture shown until it plays.
    pub poster: Option<Image>,
    /// Subtitles.
    pub captions: Vec<Track>,
    /// The line under it.
    pub caption: Option<Rich>,
    /// Seconds.
    pub duration: Option<f64>,
}

/// Subtitles in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// A BCP 47 tag.
    pub lang: String,
    /// The WebVTT file.
    pub src: String,
}

/// A sound of the paper's own.
#[derive(Clone, Debug, PartialEq)]
pub struct AudioClip {
    /// The file.
    pub src: String,
    /// What is to be heard.
    pub title: String,
    /// Seconds.
    pub duration: Option<f64>,
}

/// Something of a third party's: a picture and a button, and the third party only after a press.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// Who has it.
    pub provider: String,
    /// Its address, `https://…`.
    pub url: String,
    /// What it is.
    pub title: String,
    /// The picture shown before the press.
    pub poster: Option<Image>,
}

/// A box beside the story.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxBlock {
    /// Its heading.
    pub title: Option<String>,
    /// What is in it.
    pub body: Vec<Block>,
}

/// Links to read on.
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    /// The links.
    pub items: Vec<LinkItem>,
}

/// A link to read on: an id as handed in, a card as published, or an address.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkItem {
    /// An article, as handed in.
    Article(ArticleId),
    /// An article, as published.
    Card(Box<Card>),
    /// Any address.
    Address {
        /// What it says.
        title: String,
        /// Where it leads.
        url: String,
    },
}

/// A block of a type that this version does not know. Only its name is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The type as written.
    pub kind: String,
}

/// What `items` may hold, over the two block types that have it.
enum Item {
    Text(Rich),
    Link(LinkItem),
}

/// Every field that any block type has. One flat struct instead of an enum with an internal tag:
/// that would buffer each block, and costs the app 7 kB.
#[derive(Default, Serialize)]
struct Fields {
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Rich>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    src: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<Rich>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    focal: Option<super::Focal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    placeholder: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variants: Option<Vec<super::Variant>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    images: Option<Vec<Image>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<GalleryOrder>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pull: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ordered: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Vec<Item>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<Vec<Rich>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<Vec<Rich>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poster: Option<Image>,
    #[serde(skip_serializing_if = "Option::is_none")]
    captions: Option<Vec<Track>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Vec<Block>>,
}

/// `type` comes first: the browser's parser is asked for the fields in this order, so that the
/// fields of an unknown type are never read as those of a known one.
const NAMES: &[&str] = &[
    "type",
    "text",
    "level",
    "src",
    "width",
    "height",
    "alt",
    "caption",
    "credit",
    "focal",
    "placeholder",
    "variants",
    "images",
    "order",
    "by",
    "pull",
    "ordered",
    "items",
    "header",
    "rows",
    "poster",
    "captions",
    "duration",
    "provider",
    "url",
    "title",
    "body",
];

/// The thirteen types, as written.
pub(crate) const KINDS: &[&str] = &[
    "paragraph",
    "heading",
    "image",
    "gallery",
    "quote",
    "list",
    "table",
    "video",
    "audio",
    "embed",
    "box",
    "links",
    "divider",
];

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
                let mut known = true;
                while let Some(name) = map.next_key::<String>()? {
                    if name == "type" {
                        fields.kind = map.next_value()?;
                        known = KINDS.contains(&fields.kind.as_str());
                    } else if known {
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
            "width" => self.width = map.next_value()?,
            "height" => self.height = map.next_value()?,
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

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Item;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a link")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Item, E> {
                Ok(Item::Text(text.into()))
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Item, A::Error> {
                Rich::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Item::Text)
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Item, A::Error> {
                LinkItem::deserialize(de::value::MapAccessDeserializer::new(map)).map(Item::Link)
            }
        }
        input.deserialize_any(Visitor)
    }
}

impl<'de> Deserialize<'de> for LinkItem {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        /// The fields of a card and of an address; which it is shows in `path` and `url`.
        #[derive(Deserialize)]
        struct Either {
            id: Option<ArticleId>,
            path: Option<crate::url::SitePath>,
            title: Option<String>,
            url: Option<String>,
            kicker: Option<String>,
            lead: Option<String>,
            published: Option<crate::time::Time>,
            section: Option<super::SectionSlug>,
            #[serde(default)]
            kind: super::Kind,
            cover: Option<Image>,
        }
        let link = Either::deserialize(input)?;
        match link {
            Either { id: Some(id), path: Some(path), title: Some(title), .. } => {
                Ok(Self::Card(Box::new(Card {
                    id,
                    path,
                    title,
                    kicker: link.kicker,
                    lead: link.lead,
                    published: link.published,
                    section: link.section,
                    kind: link.kind,
                    cover: link.cover,
                })))
            }
            Either { id: Some(id), .. } => Ok(Self::Article(id)),
            Either { title: Some(title), url: Some(url), .. } => Ok(Self::Address { title, url }),
            Either { title: Some(_), .. } => Err(de::Error::missing_field("url")),
            _ => Err(de::Error::custom("a link has an id, or a title and a url")),
        }
    }
}

impl Serialize for LinkItem {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Id<'a> {
            id: &'a ArticleId,
        }
        #[derive(Serialize)]
        struct Address<'a> {
            title: &'a str,
            url: &'a str,
        }
        match self {
            Self::Article(id) => Id { id }.serialize(out),
            Self::Card(card) => card.serialize(out),
            Self::Address { title, url } => Address { title, url }.serialize(out),
        }
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(out),
            Self::Link(link) => link.serialize(out),
        }
    }
}

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
