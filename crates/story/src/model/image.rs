use serde::{Deserialize, Serialize};

use super::{Rich, whole};

/// A picture. `alt` describes it, `caption` tells its story, `credit` names who made it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// `https:` address or path from the site's root.
    pub src: String,
    /// Width of `src` in its own pixels; 0 where the newsroom left it out and the press has not
    /// filled it in yet.
    #[serde(default, skip_serializing_if = "is_zero", deserialize_with = "whole::any")]
    pub width: u32,
    /// Height of `src` in its own pixels; 0 as with `width`.
    #[serde(default, skip_serializing_if = "is_zero", deserialize_with = "whole::any")]
    pub height: u32,
    /// What is to be seen, for who cannot see it. Read it through [`crate::pictures::alt`], which
    /// drops file names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// The line under the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Rich>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The point that stays in view when the picture is cropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focal: Option<Focal>,
    /// A thumbhash in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placeholder: Option<String>,
    /// The same picture in other sizes and formats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
}

/// A point of a picture, from its left and top edge, each in 0..1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)")]
pub struct Focal(
    /// From the left edge.
    pub f64,
    /// From the top edge.
    pub f64,
);

/// A picture in another size or format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// As [`Image::src`].
    pub src: String,
    /// Width in its own pixels.
    #[serde(deserialize_with = "whole::from_one")]
    pub width: u32,
    /// The format.
    #[serde(rename = "type")]
    pub media: MediaType,
}

/// The formats a browser may be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl TryFrom<(f64, f64)> for Focal {
    type Error = &'static str;

    fn try_from((x, y): (f64, f64)) -> Result<Self, Self::Error> {
        let within = |n: f64| (0.0..=1.0).contains(&n);
        let good = within(x) && within(y);
        good.then_some(Self(x, y)).ok_or("a focal point has two numbers from 0 to 1")
    }
}

// Serde wants a reference.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_zero(n: &u32) -> bool {
    *n == 0
}
