//! A picture as pixels: upright, in sRGB.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fast_image_resize::images::{Image as Pixels, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::{Credit, Crop, Damaged, avif, webp};

/// Pixels of red, green and blue in sRGB, and how opaque each is where some can be seen through.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<u8>,
    pub(crate) alpha: bool,
}

/// A thumbhash is made of so few pixels a side.
const THUMB: u32 = 100;

fn damaged(why: impl std::fmt::Display) -> Damaged {
    Damaged(why.to_string())
}

impl Sheet {
    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Whether some of it can be seen through.
    #[must_use]
    pub fn has_alpha(&self) -> bool {
        self.alpha
    }

    fn kind(&self) -> (PixelType, ExtendedColorType) {
        if self.alpha {
            (PixelType::U8x4, ExtendedColorType::Rgba8)
        } else {
            (PixelType::U8x3, ExtendedColorType::Rgb8)
        }
    }

    /// A part of it, brought down.
    ///
    /// # Errors
    /// Where the part is not within it, or empty.
    pub fn brought_down(&self, crop: &Crop) -> Result<Self, Damaged> {
        let kind = self.kind().0;
        let from = ImageRef::new(self.width, self.height, &self.pixels, kind).map_err(damaged)?;
        let (width, height) = crop.to;
        let mut to = Pixels::new(width, height, kind);
        let part = [crop.x, crop.y, crop.width, crop.height].map(f64::from);
        let options = ResizeOptions::new().crop(part[0], part[1], part[2], part[3]);
        Resizer::new().resize(&from, &mut to, &options).map_err(damaged)?;
        Ok(Self { width, height, pixels: to.into_vec(), alpha: self.alpha })
    }

    /// The whole of it in this size, which is not larger.
    ///
    /// # Errors
    /// Where a side would be nothing.
    pub fn resized(&self, to: (u32, u32)) -> Result<Self, Damaged> {
        self.brought_down(&Crop { x: 0, y: 0, width: self.width, height: self.height, to })
    }

    /// What can be seen through, set on white.
    #[must_use]
    pub fn opaque(self) -> Self {
        if !self.alpha {
            return self;
        }
        let mut pixels = Vec::with_capacity(self.pixels.len() / 4 * 3);
        for pixel in self.pixels.chunks_exact(4) {
            let [r, g, b, alpha] = [pixel[0], pixel[1], pixel[2], pixel[3]].map(u32::from);
            let on_white = |part: u32| (part * alpha + 255 * (255 - alpha) + 127) / 255;
            pixels.extend([r, g, b].map(|part| u8::try_from(on_white(part)).unwrap_or(u8::MAX)));
        }
        Self { pixels, alpha: false, ..self }
    }

    /// Its thumbhash in base64: 25 bytes from which its colours can be guessed.
    ///
    /// # Errors
    /// Where it has no pixels.
    pub fn thumbhash(&self) -> Result<String, Damaged> {
        let most = self.width.max(self.height).max(1);
        let side = |side: u32| {
            let side = u64::from(side) * u64::from(THUMB.min(most)) / u64::from(most);
            u32::try_from(side).unwrap_or(THUMB).max(1)
        };
        let small = self.resized((side(self.width), side(self.height)))?;
        let pixels = if small.alpha {
            small.pixels
        } else {
            small.pixels.chunks_exact(3).flat_map(|rgb| [rgb[0], rgb[1], rgb[2], 255]).collect()
        };
        let side = |side: u32| usize::try_from(side).unwrap_or(0);
        let hash = thumbhash::rgba_to_thumb_hash(side(small.width), side(small.height), &pixels);
        Ok(STANDARD.encode(hash))
    }

    /// As AVIF: `quantizer` from 0, as it is, to 255; `speed` from 1, slow and small, to 10.
    ///
    /// # Errors
    /// Where it can be seen through, which is left to WebP and PNG, and where rav1e cannot.
    pub fn avif(&self, quantizer: u8, speed: u8, credit: &Credit) -> Result<Vec<u8>, Damaged> {
        Ok(self.written(quantizer, speed, credit)?.0)
    }

    /// As [`Self::avif`], and what a reader will see of it.
    ///
    /// # Errors
    /// As there.
    pub fn avif_and_proof(
        &self,
        quantizer: u8,
        speed: u8,
        credit: &Credit,
    ) -> Result<(Vec<u8>, Self), Damaged> {
        let (file, proof) = self.written(quantizer, speed, credit)?;
        let pixels = proof.pixels(self.width, self.height);
        let pixels = pixels.ok_or_else(|| damaged("rav1e has kept nothing"))?;
        Ok((file, Self { pixels, ..*self }))
    }

    fn written(
        &self,
        quantizer: u8,
        speed: u8,
        credit: &Credit,
    ) -> Result<(Vec<u8>, avif::Proof), Damaged> {
        if self.alpha {
            return Err(damaged("AVIF is not written of what can be seen through"));
        }
        avif::write(self, quantizer, speed, credit.to_exif().as_deref())
    }

    /// Its pixels, row by row, three bytes each, four where some can be seen through.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// A sheet of such pixels; none where they are not as many as they should be.
    #[must_use]
    pub fn new((width, height): (u32, u32), alpha: bool, pixels: Vec<u8>) -> Option<Self> {
        let each = if alpha { 4 } else { 3 };
        let wanted = u64::from(width) * u64::from(height) * each;
        (u64::try_from(pixels.len()) == Ok(wanted)).then_some(Self { width, height, pixels, alpha })
    }

    /// As WebP: `quality` of 100, none for each pixel as it is.
    ///
    /// # Errors
    /// Where libwebp cannot: a side of more than 16383 pixels.
    pub fn webp(&self, quality: Option<u8>, credit: &Credit) -> Result<Vec<u8>, Damaged> {
        webp::write(self, quality, credit.to_exif().as_deref())
    }

    /// As JPEG: `quality` of 100.
    ///
    /// # Errors
    /// Where it can be seen through; a side of more than 65535 pixels.
    pub fn jpeg(&self, quality: u8, credit: &Credit) -> Result<Vec<u8>, Damaged> {
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
        if let Some(exif) = credit.to_exif() {
            encoder.set_exif_metadata(exif).map_err(damaged)?;
        }
        encoder
            .write_image(&self.pixels, self.width, self.height, self.kind().1)
            .map_err(damaged)?;
        Ok(jpeg)
    }

    /// As PNG, each pixel as it is.
    ///
    /// # Errors
    /// Where it has no pixels.
    pub fn png(&self, credit: &Credit) -> Result<Vec<u8>, Damaged> {
        let mut png = Vec::new();
        let mut encoder =
            PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive);
        if let Some(exif) = credit.to_exif() {
            encoder.set_exif_metadata(exif).map_err(damaged)?;
        }
        encoder
            .write_image(&self.pixels, self.width, self.height, self.kind().1)
            .map_err(damaged)?;
        Ok(png)
    }
}
