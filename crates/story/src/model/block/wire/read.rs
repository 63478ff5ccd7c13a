use super::super::{
    AudioClip, Block, BoxBlock, Embed, Gallery, Heading, Level, Links, ListBlock, Quote, Table,
    Unknown, Video,
};
use crate::json::{Fields, Json, Read, Told, read_by_serde};
use crate::model::Image;

impl Read for Block {
    /// A field that is another type's is an unknown one, and ignored whatever it holds.
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        let kind: String = fields.get("type");
        let its = &mut fields;
        match kind.as_str() {
            "paragraph" => Self::Paragraph(its.get("text")),
            "heading" => Self::Heading(Heading { level: its.get("level"), text: its.get("text") }),
            "image" => Self::Image(Image::read(fields.rest(), told)),
            "gallery" => Self::Gallery(Gallery {
                images: its.get("images"),
                caption: its.get("caption"),
                order: its.or_default("order"),
            }),
            "quote" => Self::Quote(Quote {
                text: its.get("text"),
                by: its.get("by"),
                pull: its.or_default("pull"),
            }),
            "list" => Self::List(ListBlock {
                ordered: its.or_default("ordered"),
                items: its.get("items"),
            }),
            "table" => Self::Table(Table {
                header: its.or_default("header"),
                rows: its.get("rows"),
                caption: its.get("caption"),
            }),
            "video" => Self::Video(Video {
                src: its.get("src"),
                poster: its.get("poster"),
                captions: its.or_default("captions"),
                caption: its.get("caption"),
                duration: its.get("duration"),
            }),
            "audio" => Self::Audio(AudioClip {
                src: its.get("src"),
                title: its.get("title"),
                duration: its.get("duration"),
            }),
            "embed" => Self::Embed(Embed {
                provider: its.get("provider"),
                url: its.get("url"),
                title: its.get("title"),
                poster: its.get("poster"),
            }),
            "box" => Self::Box(BoxBlock { title: its.get("title"), body: its.get("body") }),
            "links" => Self::Links(Links { items: its.get("items") }),
            "divider" => Self::Divider,
            _ => Self::Unknown(Unknown { kind }),
        }
    }
}

impl Read for Level {
    fn read(json: Json, told: &mut Told) -> Self {
        match f64::read(json, told) {
            2.0 => Self::Two,
            3.0 => Self::Three,
            4.0 => Self::Four,
            _ => {
                told.expected("2, 3 or 4");
                Self::Two
            }
        }
    }
}

read_by_serde!(Block);
