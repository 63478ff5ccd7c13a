//! A block as it is written: one flat object, its fields by its type.

mod item;
mod read;
mod write;

use serde::Serialize;

use super::{Block, GalleryOrder, Track};
use crate::model::{Focal, Image, Rich, Variant};
use item::Item;

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
    focal: Option<Focal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    placeholder: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variants: Option<Vec<Variant>>,
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
