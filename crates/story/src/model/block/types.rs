use serde::Serialize;

use super::{Block, LinkItem};
use crate::json::{Fields, Json, Read, Told, one_of};
use crate::model::{Image, Rich};

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// A block of a type that this version does not know. Only its name is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The type as written.
    pub kind: String,
}

impl Read for Track {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self { lang: fields.get("lang"), src: fields.get("src") }
    }
}

impl Read for GalleryOrder {
    fn read(json: Json, told: &mut Told) -> Self {
        let words = &[("sequence", Self::Sequence), ("mosaic", Self::Mosaic)];
        one_of(json, told, words, "sequence or mosaic")
    }
}
