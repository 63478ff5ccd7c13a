use std::fmt;
use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use crate::colour::{is_srgb, to_srgb};
use crate::{Credit, Crop, Sheet};

/// More pixels than this are refused before any of them is read: 100 million, the largest cameras.
pub const MOST_PIXELS: u64 = 100_000_000;

/// More bytes than this for the pixels of one picture are refused: what has 16 bits for a colour
/// may have half as many pixels.
const MOST_BYTES: u64 = 400_000_000;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
}

/// A picture whose first bytes have been read: JPEG, PNG, WebP or GIF, of which the first frame.
pub struct Picture<'a> {
    bytes: &'a [u8],
    kind: Kind,
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
    /// Where they are not those of a picture, or of one that is too large to be taken into memory.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damaged> {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(damaged)?;
        let kind = match reader.format() {
            Some(ImageFormat::Jpeg) => Kind::Jpeg,
            Some(ImageFormat::Png) => Kind::Png,
            Some(ImageFormat::WebP) => Kind::Webp,
            Some(ImageFormat::Gif) => Kind::Gif,
            _ => return Err(damaged("neither JPEG, PNG, WebP nor GIF")),
        };
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        let (width, height) = decoder.dimensions();
        let pixels = u64::from(width) * u64::from(height);
        if pixels > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES {
            return Err(Damaged(format!(
                "{width} × {height} pixels, more than are taken into memory: at most {} million",
                MOST_PIXELS / 1_000_000
            )));
        }
        // What a camera says wrongly of its own position is no reason to lose the picture.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        Ok(Self { bytes, kind, decoder: Box::new(decoder), orientation })
    }

    /// What its first bytes say it is, whatever its name ends in.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
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

    /// Whether it moves. Of a GIF two frames are read to tell.
    #[must_use]
    pub fn moves(&self) -> bool {
        let bytes = Cursor::new(self.bytes);
        match self.kind {
            Kind::Jpeg => false,
            Kind::Png => PngDecoder::new(bytes).and_then(|png| png.is_apng()).unwrap_or(false),
            Kind::Webp => WebPDecoder::new(bytes).is_ok_and(|webp| webp.has_animation()),
            Kind::Gif => {
                GifDecoder::new(bytes).is_ok_and(|gif| gif.into_frames().take(2).count() > 1)
            }
        }
    }

    /// Who made it and whose it is, as the file says.
    pub fn credit(&mut self) -> Credit {
        let decoder = &mut self.decoder;
        let exif = decoder.exif_metadata().ok().flatten();
        let iptc = decoder.iptc_metadata().ok().flatten();
        let xmp = decoder.xmp_metadata().ok().flatten();
        Credit::read(exif.as_deref(), iptc.as_deref(), xmp.as_deref())
    }

    /// Whether its pixels can be shown as they are stored: upright, and in sRGB.
    pub fn is_plain(&mut self) -> bool {
        let profile = self.decoder.icc_profile().ok().flatten();
        self.orientation == Orientation::NoTransforms
            && profile.is_none_or(|profile| is_srgb(&profile))
    }

    /// Its pixels, upright and in sRGB.
    ///
    /// # Errors
    /// Where the picture is damaged.
    pub fn develop(mut self) -> Result<Sheet, Damaged> {
        let profile = self.decoder.icc_profile().ok().flatten();
        let mut picture = DynamicImage::from_decoder(self.decoder).map_err(damaged)?;
        picture.apply_orientation(self.orientation);
        let (width, height) = (picture.width(), picture.height());
        let (alpha, pixels) = if picture.color().has_alpha() {
            let pixels = picture.into_rgba8().into_raw();
            if pixels.chunks_exact(4).all(|pixel| pixel[3] == u8::MAX) {
                // Nothing of it can be seen through after all.
                let opaque = pixels.chunks_exact(4).flat_map(|rgba| [rgba[0], rgba[1], rgba[2]]);
                (false, opaque.collect())
            } else {
                (true, pixels)
            }
        } else {
            (false, picture.into_rgb8().into_raw())
        };
        let pixels = to_srgb(pixels, alpha, profile.as_deref());
        Ok(Sheet { width, height, pixels, alpha })
    }

    /// A part of it as a JPEG of this quality (1 to 100), in sRGB, with its credit. What can be
    /// seen through is set on white.
    ///
    /// # Errors
    /// Where the picture is damaged, or the part is not within it.
    pub fn cut(mut self, crop: &Crop, quality: u8) -> Result<Vec<u8>, Damaged> {
        let credit = self.credit();
        self.develop()?.opaque().brought_down(crop)?.jpeg(quality, &credit)
    }
}
