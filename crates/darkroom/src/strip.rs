//! Files as they are, but for what they tell of where, when and with what: no pixel is touched.

use crate::Credit;

/// How every PNG begins.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A JPEG without its metadata and without what follows its end (some telephones put a film there).
/// None where the file is not as it should be.
#[must_use]
pub fn stripped_jpeg(bytes: &[u8], credit: &Credit) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    out.extend([0xff, 0xd8]);
    if let Some(exif) = credit.to_exif() {
        let length = u16::try_from(exif.len() + 8).ok()?;
        out.extend([0xff, 0xe1]);
        out.extend(length.to_be_bytes());
        out.extend(b"Exif\0\0");
        out.extend(exif);
    }
    loop {
        let (&[0xff, marker], after) = rest.split_first_chunk()? else { return None };
        match marker {
            0xff => rest = rest.get(1..)?,
            0xd9 => {
                out.extend([0xff, 0xd9]);
                return Some(out);
            }
            // Stands alone.
            0x01 | 0xd0..=0xd7 => rest = after,
            _ => {
                let (&length, _) = after.split_first_chunk::<2>()?;
                let length = usize::from(u16::from_be_bytes(length));
                let segment = after.get(..length.max(2))?;
                rest = after.get(length.max(2)..)?;
                // Kept: how the colours are stored (Adobe's), and all that is needed to decode.
                if !matches!(marker, 0xe0..=0xed | 0xef | 0xfe) {
                    out.extend([0xff, marker]);
                    out.extend(segment);
                }
                if marker == 0xda {
                    let end = scan(rest)?;
                    out.extend(rest.get(..end)?);
                    rest = rest.get(end..)?;
                }
            }
        }
    }
}

/// Where the coded pixels end and the next marker begins.
fn scan(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|two| two[0] == 0xff && !matches!(two[1], 0x00 | 0xff | 0xd0..=0xd7))
}

/// A PNG with only those chunks that its pixels need, and its credit. None where the file is not as
/// it should be, or cut off.
#[must_use]
pub fn stripped_png(bytes: &[u8], credit: &Credit) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut out = PNG.to_vec();
    loop {
        let (chunk, after) = first_chunk(rest)?;
        rest = after;
        let name = chunk.get(4..8)?;
        if name == b"IDAT"
            && !out.windows(4).any(|four| four == b"IDAT")
            && let Some(exif) = credit.to_exif()
        {
            out.extend(chunk_of(b"eXIf", &exif)?);
        }
        if matches!(name, b"IHDR" | b"PLTE" | b"tRNS" | b"sRGB" | b"gAMA" | b"IDAT" | b"IEND") {
            out.extend(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
    }
}

/// The first of a PNG's chunks, its length and check sum with it, and what follows.
pub(crate) fn first_chunk(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (&length, _) = bytes.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(length)).ok()?.checked_add(12)?;
    bytes.split_at_checked(length)
}

/// A chunk of a PNG.
pub(crate) fn chunk_of(name: &[u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let mut chunk = u32::try_from(data.len()).ok()?.to_be_bytes().to_vec();
    chunk.extend(name);
    chunk.extend(data);
    let sum = crc(chunk.get(4..)?);
    chunk.extend(sum.to_be_bytes());
    Some(chunk)
}

/// The check sum of PNG's chunks (ISO 3309), bit by bit: chunks of our own are small.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}
