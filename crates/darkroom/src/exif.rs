//! Exif, as far as credit goes: the two fields of its first directory (TIFF 6.0, Exif 2.32).

use crate::Credit;

const ARTIST: u16 = 0x013b;
const COPYRIGHT: u16 = 0x8298;
/// Letters, ended by a zero.
const TEXT: u16 = 2;
/// The bytes of one entry of a directory.
const ENTRY: usize = 12;

/// Reads what is there; whatever is not as it should be says nothing.
pub(crate) fn read(bytes: &[u8]) -> Credit {
    let Some(little) = (match bytes.get(..4) {
        Some(b"II*\0") => Some(true),
        Some(b"MM\0*") => Some(false),
        _ => None,
    }) else {
        return Credit::default();
    };
    let short = |at: usize| {
        let two = <[u8; 2]>::try_from(bytes.get(at..at.checked_add(2)?)?).ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let long = |at: usize| {
        let four = <[u8; 4]>::try_from(bytes.get(at..at.checked_add(4)?)?).ok()?;
        usize::try_from(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
            .ok()
    };
    let text = |entry: usize| {
        let count = long(entry + 4)?;
        let at = if count <= 4 { entry + 8 } else { long(entry + 8)? };
        let text = bytes.get(at..at.checked_add(count)?)?;
        Some(String::from_utf8_lossy(text).into_owned())
    };
    let mut credit = Credit::default();
    let Some(start) = long(4) else { return credit };
    let entries = usize::from(short(start).unwrap_or(0));
    for number in 0..entries {
        let Some(entry) = start.checked_add(2 + number * ENTRY) else { break };
        match (short(entry), short(entry.saturating_add(2))) {
            (Some(ARTIST), Some(TEXT)) => credit.artist = text(entry),
            (Some(COPYRIGHT), Some(TEXT)) => credit.copyright = text(entry),
            (Some(_), _) => {}
            (None, _) => break,
        }
    }
    credit
}

/// The two fields as Exif, little end first.
pub(crate) fn write(credit: &Credit) -> Vec<u8> {
    // In the order of their numbers, as the directory wants them.
    let fields: Vec<(u16, Vec<u8>)> = [(ARTIST, &credit.artist), (COPYRIGHT, &credit.copyright)]
        .into_iter()
        .filter_map(|(tag, text)| Some((tag, [text.as_ref()?.as_bytes(), &[0]].concat())))
        .collect();
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    out.extend(u16::try_from(fields.len()).unwrap_or(0).to_le_bytes());
    // Texts follow the directory, which ends with the place of the next one: none.
    let mut at = out.len() + fields.len() * ENTRY + 4;
    for (tag, text) in &fields {
        out.extend(tag.to_le_bytes());
        out.extend(TEXT.to_le_bytes());
        out.extend(u32::try_from(text.len()).unwrap_or(0).to_le_bytes());
        if text.len() <= 4 {
            let mut within = [0; 4];
            within[..text.len()].copy_from_slice(text);
            out.extend(within);
        } else {
            out.extend(u32::try_from(at).unwrap_or(0).to_le_bytes());
            at += text.len();
        }
    }
    out.extend([0; 4]);
    for (_, text) in fields.iter().filter(|(_, text)| text.len() > 4) {
        out.extend(text);
    }
    out
}
