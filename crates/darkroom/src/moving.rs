//! Moving pictures as they are, but for what they tell of where, when and with what: no frame is
//! touched.

use crate::strip::{PNG, chunk_of, first_chunk};
use crate::{Credit, Kind};

/// A moving picture without its metadata, and with its credit where its format has room for one. None
/// where the file is not as it should be, or of a kind that does not move.
#[must_use]
pub fn stripped_moving(kind: Kind, bytes: &[u8], credit: &Credit) -> Option<Vec<u8>> {
    match kind {
        Kind::Jpeg => None,
        Kind::Png => png(bytes, credit),
        Kind::Webp => webp(bytes, credit),
        Kind::Gif => gif(bytes),
    }
}

/// Only the chunks that its pixels and their movement need.
fn png(bytes: &[u8], credit: &Credit) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut out = PNG.to_vec();
    loop {
        let (chunk, after) = first_chunk(rest)?;
        rest = after;
        match chunk.get(4..8)? {
            b"IHDR" | b"PLTE" | b"tRNS" | b"sRGB" | b"gAMA" | b"cHRM" | b"iCCP" | b"IDAT"
            | b"acTL" | b"fcTL" | b"fdAT" => out.extend(chunk),
            b"IEND" => {
                if let Some(exif) = credit.to_exif() {
                    out.extend(chunk_of(b"eXIf", &exif)?);
                }
                out.extend(chunk);
                return Some(out);
            }
            _ => {}
        }
    }
}

/// Only the chunks that its pixels and their movement need.
fn webp(bytes: &[u8], credit: &Credit) -> Option<Vec<u8>> {
    /// What the header says of metadata: Exif, XMP.
    const EXIF: u8 = 0x08;
    const XMP: u8 = 0x04;
    let after = bytes.strip_prefix(b"RIFF")?;
    let (&length, after) = after.split_first_chunk::<4>()?;
    let mut rest = after.get(..usize::try_from(u32::from_le_bytes(length)).ok()?)?;
    rest = rest.strip_prefix(b"WEBP")?;
    let exif = credit.to_exif();
    let mut body = b"WEBP".to_vec();
    while !rest.is_empty() {
        let &length = rest.get(4..)?.first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        // Chunks begin at even places; the last one may lack its filling.
        let whole = length.checked_add(8)?.checked_next_multiple_of(2)?.min(rest.len());
        if length.checked_add(8)? > whole {
            return None;
        }
        let (chunk, after) = rest.split_at_checked(whole)?;
        rest = after;
        match chunk.get(..4)? {
            b"VP8X" => {
                let at = body.len() + 8;
                body.extend(chunk);
                let flags = body.get_mut(at)?;
                *flags = *flags & !(EXIF | XMP) | if exif.is_some() { EXIF } else { 0 };
            }
            b"ICCP" | b"ANIM" | b"ANMF" => body.extend(chunk),
            _ => {}
        }
    }
    if let Some(exif) = exif {
        body.extend(b"EXIF");
        body.extend(u32::try_from(exif.len()).ok()?.to_le_bytes());
        body.extend(&exif);
        if exif.len() % 2 == 1 {
            body.push(0);
        }
    }
    let mut out = b"RIFF".to_vec();
    out.extend(u32::try_from(body.len()).ok()?.to_le_bytes());
    out.extend(body);
    Some(out)
}

/// Without comments, and of what programs add only how often it is shown again and its colours. There
/// is no room for a credit that any program reads.
fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    /// The bytes of the table of colours that these flags tell of.
    fn table(flags: u8) -> usize {
        if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
    }
    if !bytes.starts_with(b"GIF8") {
        return None;
    }
    let head = 13 + table(*bytes.get(10)?);
    let mut out = bytes.get(..head)?.to_vec();
    let mut rest = bytes.get(head..)?;
    loop {
        // What comes before the parts of a block, and whether it stays.
        // Some programs forget the end; browsers do not miss it.
        let (before, stays) = match *rest.first().unwrap_or(&0x3b) {
            0x3b => {
                out.push(0x3b);
                return Some(out);
            }
            0x2c => (10 + table(*rest.get(9)?) + 1, true),
            0x21 => match rest.get(1)? {
                0xf9 => (2, true),
                0xff => (
                    2,
                    [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"]
                        .iter()
                        .any(|name| rest.get(3..14) == Some(name.as_slice())),
                ),
                _ => (2, false),
            },
            _ => return None,
        };
        let mut end = before;
        loop {
            let part = usize::from(*rest.get(end)?);
            end += 1 + part;
            if part == 0 {
                break;
            }
        }
        let (block, after) = rest.split_at_checked(end)?;
        if stays {
            out.extend(block);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: Credit = Credit { artist: None, copyright: None };

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        chunk_of(name, data).unwrap_or_default()
    }

    fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut body = b"WEBP".to_vec();
        for (name, data) in chunks {
            body.extend(*name);
            body.extend(u32::try_from(data.len()).unwrap_or(0).to_le_bytes());
            body.extend(*data);
            body.resize(body.len().next_multiple_of(2), 0);
        }
        let length = u32::try_from(body.len()).unwrap_or(0).to_le_bytes();
        [b"RIFF", &length[..], &body].concat()
    }

    /// Each with what it tells, and without.
    fn table() -> [(Kind, Vec<u8>, Vec<u8>); 3] {
        let signature = b"\x89PNG\r\n\x1a\n".to_vec();
        let told = [chunk(b"tEXt", b"GPS\0here"), chunk(b"eXIf", b"II*\0here")].concat();
        let apng = |told: &[u8]| {
            let head = [chunk(b"IHDR", &[0; 13]), chunk(b"acTL", &[0; 8])].concat();
            let frames = [chunk(b"fcTL", &[0; 26]), chunk(b"IDAT", &[7]), chunk(b"fdAT", &[8; 5])];
            [&signature[..], &head, told, &frames.concat(), &chunk(b"IEND", &[])].concat()
        };
        let header = |flags: u8| [flags, 0, 0, 0, 1, 0, 0, 1, 0, 0];
        let (with, without) = (header(0x1e), header(0x12));
        let webp = riff(&[
            (b"VP8X", &with),
            (b"ANIM", &[0; 6]),
            (b"ANMF", &[1; 17]),
            (b"EXIF", b"II*\0here."),
            (b"XMP ", b"<here/>"),
        ]);
        let bare = riff(&[(b"VP8X", &without), (b"ANIM", &[0; 6]), (b"ANMF", &[1; 17])]);
        let gif = |told: &[u8]| {
            let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
            let again = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
            let frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
            [&head[..], again, told, frame, told, frame, b"\x3b"].concat()
        };
        let comment = b"\x21\xfe\x04here\x03too\0\x21\xff\x0bXMP DataXMP\x04here\0";
        [
            (Kind::Png, apng(&told), apng(&[])),
            (Kind::Webp, webp, bare),
            (Kind::Gif, gif(comment), gif(&[])),
        ]
    }

    #[test]
    fn what_moves_tells_nothing_and_loses_no_frame() {
        for (kind, told, bare) in table() {
            assert_eq!(stripped_moving(kind, &told, &NOBODY), Some(bare.clone()), "{kind:?}");
            assert_eq!(stripped_moving(kind, &bare, &NOBODY), Some(bare), "{kind:?}");
        }
    }

    #[test]
    fn wherever_it_breaks_off_there_is_none_and_no_panic() {
        for (kind, told, _) in table() {
            for length in 0..told.len() {
                let cut = told.get(..length).unwrap_or_default();
                let bare = stripped_moving(kind, cut, &NOBODY);
                // A GIF is whole after each of its blocks.
                let whole = kind == Kind::Gif && bare.as_ref().is_some_and(|b| b.ends_with(b";"));
                assert!(bare.is_none() || whole, "{kind:?}: {length} bytes");
            }
        }
    }
}
