use serde::Serialize;

use super::Rich;
use crate::json::{Fields, Json, Read, Told, one_of, read_by_serde};

/// A picture. `alt` describes it, `caption` tells its story, `credit` names who made it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Image {
    /// `https:` address or path from the site's root.
    pub src: String,
    /// Width of `src` in its own pixels; 0 where the newsroom left it out and the press has not
    /// filled it in yet.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// Height of `src` in its own pixels; 0 as with `width`.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u32,
    /// What is to be seen, for who cannot see it. Read it through [`crate::pictures::alt`], which
    /// drops file names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// The line under the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Rich>,
    /// Who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The point that stays in view when the picture is cropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focal: Option<Focal>,
    /// A thumbhash in base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placeholder: Option<String>,
    /// The same picture in other sizes and formats.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
}

/// A point of a picture, from its left and top edge, each in 0..1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Focal(
    /// From the left edge.
    pub f64,
    /// From the top edge.
    pub f64,
);

/// A picture in another size or format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Variant {
    /// As [`Image::src`].
    pub src: String,
    /// Width in its own pixels.
    pub width: u32,
    /// The format.
    #[serde(rename = "type")]
    pub media: MediaType,
}

/// The formats a browser may be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum MediaType {
    /// AVIF.
    #[serde(rename = "image/avif")]
    Avif,
    /// WebP.
    #[serde(rename = "image/webp")]
    Webp,
    /// JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// PNG.
    #[serde(rename = "image/png")]
    Png,
}

impl Read for Focal {
    fn read(json: Json, told: &mut Told) -> Self {
        let within = |n: f64| (0.0..=1.0).contains(&n);
        match Vec::read(json, told).as_slice() {
            &[x, y] if within(x) && within(y) => Self(x, y),
            _ => {
                told.expected("two numbers from 0 to 1");
                Self(0.5, 0.5)
            }
        }
    }
}

// Serde wants a reference.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl Read for Image {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            src: fields.get("src"),
            width: fields.or_default("width"),
            height: fields.or_default("height"),
            alt: fields.get("alt"),
            caption: fields.get("caption"),
            credit: fields.get("credit"),
            focal: fields.get("focal"),
            placeholder: fields.get("placeholder"),
            variants: fields.or_default("variants"),
        }
    }
}

impl Read for Variant {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            src: fields.get("src"),
            width: fields.get::<Width>("width").0,
            media: fields.get("type"),
        }
    }
}

/// A file without any width cannot be chosen.
struct Width(u32);

impl Read for Width {
    fn read(json: Json, told: &mut Told) -> Self {
        let width = u32::read(json, told);
        if width == 0 {
            told.expected("a whole number from 1 on");
        }
        Self(width)
    }
}

impl Read for MediaType {
    fn read(json: Json, told: &mut Told) -> Self {
        let words = &[
            ("image/avif", Self::Avif),
            ("image/webp", Self::Webp),
            ("image/jpeg", Self::Jpeg),
            ("image/png", Self::Png),
        ];
        one_of(json, told, words, "a type of picture")
    }
}

read_by_serde!(Image);
