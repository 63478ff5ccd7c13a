//! WebP, by libwebp, with credit in it.

use webp::{Encoder, PixelLayout, WebPConfig};

use crate::{Damaged, Sheet};

/// The flags of the extended header: there is Exif, there is something to see through.
const EXIF: u8 = 0x08;
const ALPHA: u8 = 0x10;

/// Writes a picture; `quality` of 100, or none for every pixel as it is.
pub(crate) fn write(
    sheet: &Sheet,
    quality: Option<u8>,
    exif: Option<&[u8]>,
) -> Result<Vec<u8>, Damaged> {
    let mut config = WebPConfig::new().map_err(|()| Damaged("libwebp does not start".into()))?;
    config.quality = quality.map_or(60.0, f32::from);
    config.lossless = i32::from(quality.is_none());
    // At 4, which is usual, a file is 3 % smaller and takes twice as long.
    config.method = 2;
    let layout = if sheet.alpha { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let (width, height) = sheet.size();
    let bytes = Encoder::new(&sheet.pixels, layout, width, height)
        .encode_advanced(&config)
        .map_err(|error| Damaged(format!("{error:?}")))?;
    Ok(match exif {
        Some(exif) => with_exif(&bytes, sheet, exif),
        None => bytes.to_vec(),
    })
}

/// The same file in the extended format, with Exif at its end.
fn with_exif(bytes: &[u8], sheet: &Sheet, exif: &[u8]) -> Vec<u8> {
    let Some(chunks) = bytes.get(12..) else { return bytes.to_vec() };
    let mut body = b"WEBP".to_vec();
    if chunks.starts_with(b"VP8X") {
        body.extend(chunks);
        if let Some(flags) = body.get_mut(12) {
            *flags |= EXIF;
        }
    } else {
        let flags = EXIF | if sheet.alpha { ALPHA } else { 0 };
        let (width, height) = sheet.size();
        body.extend(b"VP8X\x0a\0\0\0");
        body.extend([flags, 0, 0, 0]);
        for side in [width, height] {
            body.extend(&side.saturating_sub(1).to_le_bytes()[..3]);
        }
        body.extend(chunks);
    }
    body.extend(b"EXIF");
    body.extend(u32::try_from(exif.len()).unwrap_or(0).to_le_bytes());
    body.extend(exif);
    if exif.len() % 2 == 1 {
        body.push(0);
    }
    let mut out = b"RIFF".to_vec();
    out.extend(u32::try_from(body.len()).unwrap_or(0).to_le_bytes());
    out.extend(body);
    out
}
