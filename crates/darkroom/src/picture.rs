use std::fmt;
use std::io::Cursor;

use fast_image_resize::images::{Image as Pixels, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageReader, RgbImage};

use crate::Crop;

/// A picture whose first bytes have been read: JPEG, PNG, WebP or GIF, of which the first frame.
pub struct Picture<'a> {
    decoder: Box<dyn ImageDecoder + 'a>,
    orientation: Orientation,
}

/// Why a picture cannot be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged(pub String);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Damaged {}

fn damaged(why: impl fmt::Display) -> Damaged {
    Damaged(why.to_string())
}

impl<'a> Picture<'a> {
    /// Reads what the first bytes say.
    ///
    /// # Errors
    /// Where they are not those of a picture.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(damaged)?;
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        // What a camera says wrongly of its own position is no reason to lose the picture.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        Ok(Self { decoder: Box::new(decoder), orientation })
    }

    /// How large it is as it is shown: cameras store pictures as their sensor lies, and say how to
    /// turn them.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        let (width, height) = self.decoder.dimensions();
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (height, width),
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => (width, height),
        }
    }

    /// A part of it as a JPEG of this quality (1 to 100), with its own colour profile. What can be
    /// seen through is set on white.
    ///
    /// # Errors
    /// Where the picture is damaged, or the part is not within it.
    pub fn cut(mut self, crop: &Crop, quality: u8) -> Result<Vec<u8>, Damaged> {
        let profile = self.decoder.icc_profile().ok().flatten().filter(|profile| is_rgb(profile));
        let mut picture = DynamicImage::from_decoder(self.decoder).map_err(damaged)?;
        picture.apply_orientation(self.orientation);
        let pixels = brought_down(&opaque(picture), crop)?;
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
        if let Some(profile) = profile {
            // Colours would be a little duller without, and nothing worse.
            drop(encoder.set_icc_profile(profile));
        }
        encoder
            .write_image(&pixels, crop.to.0, crop.to.1, ExtendedColorType::Rgb8)
            .map_err(damaged)?;
        Ok(jpeg)
    }
}

/// Whether a colour profile is for red, green and blue, as the picture is once it is decoded
/// (ICC.1, 7.2.8).
fn is_rgb(profile: &[u8]) -> bool {
    profile.get(16..20).is_some_and(|space| space == b"RGB ")
}

fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut out = RgbImage::new(picture.width(), picture.height());
    for (to, from) in out.pixels_mut().zip(picture.pixels()) {
        let [r, g, b, alpha] = from.0.map(u32::from);
        let on_white = |part: u32| (part * alpha + 255 * (255 - alpha) + 127) / 255;
        to.0 = [r, g, b].map(|part| u8::try_from(on_white(part)).unwrap_or(u8::MAX));
    }
    out
}

/// The part in its new size, as bytes of red, green and blue.
fn brought_down(picture: &RgbImage, crop: &Crop) -> Result<Vec<u8>, Damaged> {
    let kind = PixelType::U8x3;
    let from = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), kind);
    let from = from.map_err(damaged)?;
    let mut to = Pixels::new(crop.to.0, crop.to.1, kind);
    let part = [crop.x, crop.y, crop.width, crop.height].map(f64::from);
    let options = ResizeOptions::new().crop(part[0], part[1], part[2], part[3]);
    Resizer::new().resize(&from, &mut to, &options).map_err(damaged)?;
    Ok(to.into_vec())
}
