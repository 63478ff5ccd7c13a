use super::Kind;

/// Whether a picture's file has its end. Of what is built in no way we know, it is believed.
pub(super) fn is_whole(kind: Kind, bytes: &[u8]) -> bool {
    let end = match kind {
        Kind::Jpeg => jpeg(bytes),
        Kind::Png => png(bytes),
        Kind::Gif => gif(bytes),
        Kind::Webp => webp(bytes),
        Kind::Avif | Kind::Heic => boxes(bytes),
        Kind::Svg | Kind::Tiff | Kind::Page | Kind::Other => Some(()),
    };
    end.is_some()
}

/// The number in these bytes, the largest first.
fn big(bytes: &[u8]) -> Option<usize> {
    let number = bytes.iter().try_fold(0_u64, |sum, byte| Some((sum << 8) | u64::from(*byte)));
    usize::try_from(number?).ok()
}

/// Segments up to the pixels, and behind them the mark of the end. Programs write more behind it.
fn jpeg(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(2..)?;
    loop {
        rest = match rest {
            // Marks may be stretched, and some have nothing behind them.
            [0xff, 0xff, ..] => rest.get(1..)?,
            [0xff, 0x01 | 0xd0..=0xd8, ..] => rest.get(2..)?,
            [0xff, 0xda, pixels @ ..] => {
                return pixels.windows(2).rev().any(|pair| pair == [0xff, 0xd9]).then_some(());
            }
            [0xff, _, length @ ..] => length.get(big(length.get(..2)?)?..)?,
            _ => return None,
        };
    }
}

/// Chunks up to the one that says that it is the last.
fn png(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    loop {
        let (length, name) = (big(rest.get(..4)?)?, rest.get(4..8)?);
        let chunk = length.checked_add(12)?;
        // Its checksum stands last.
        rest.get(..chunk)?;
        if name == b"IEND" {
            return Some(());
        }
        rest = rest.get(chunk..)?;
    }
}

/// Blocks of blocks. That the very last mark is missing is common, and no browser minds.
fn gif(bytes: &[u8]) -> Option<()> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table(*bytes.get(10)?);
    let mut pictures = 0;
    loop {
        match bytes.get(at) {
            None | Some(0x3b) => return (pictures > 0 && at <= bytes.len()).then_some(()),
            Some(0x21) => at += 2,
            Some(0x2c) => {
                pictures += 1;
                at += 11 + table(*bytes.get(at + 9)?);
            }
            Some(_) => return None,
        }
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// One block that says how long it is.
fn webp(bytes: &[u8]) -> Option<()> {
    let length = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    let end = usize::try_from(length).ok()?.checked_add(8)?;
    bytes.get(..end).map(drop)
}

/// Boxes that say how long they are, up to the end.
fn boxes(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let length = match big(rest.get(..4)?)? {
            // Up to the end, wherever that is.
            0 => return Some(()),
            1 => big(rest.get(8..16)?)?,
            length => length,
        };
        rest = rest.get(length.max(8)..)?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_how_long_it_is_is_believed_and_no_bytes_are_too_odd() {
        let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\
                    \x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
        let webp = b"RIFF\x06\0\0\0WEBPxx";
        let avif = b"\0\0\0\x0cftypavif\0\0\0\x01mdat\0\0\0\0\0\0\0\x12xx";
        let cases: [(Kind, &[u8], usize); 3] =
            [(Kind::Gif, gif, gif.len() - 1), (Kind::Webp, webp, 14), (Kind::Avif, avif, 30)];
        for (kind, bytes, whole) in cases {
            for length in 0..=bytes.len() {
                // A box ends where the next begins: there, a file may end as well.
                let fits = length >= whole || kind == Kind::Avif && matches!(length, 0 | 12);
                assert_eq!(is_whole(kind, &bytes[..length]), fits, "{kind}: {length} bytes");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_judged_without_end_or_panic(bytes: Vec<u8>) {
            for kind in [Kind::Jpeg, Kind::Png, Kind::Gif, Kind::Webp, Kind::Avif] {
                is_whole(kind, &bytes);
            }
        }
    }
}
