//! Pictures of any size, made on the spot: a PNG of one bit a pixel, not compressed.

/// A striped picture, so that a crop or a wrong size can be seen on a screenshot.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let row_bytes = width.div_ceil(8);
    let mut pixels = Vec::new();
    for y in 0..height {
        pixels.push(0);
        pixels.extend((0..row_bytes).map(|x| if (x + y / 8) % 4 == 0 { 0xff } else { 0 }));
    }
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // One bit a pixel, by palette.
    header.extend([1, 3, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, b"IHDR", &header);
    chunk(&mut out, b"PLTE", &[0x2f, 0x5d, 0x62, 0xdf, 0xee, 0xea]);
    chunk(&mut out, b"IDAT", &zlib(&pixels));
    chunk(&mut out, b"IEND", &[]);
    out
}

/// A picture out of base64, as the browser's protocol hands it over.
pub fn of_base64(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text
        .bytes()
        .filter_map(|byte| match byte {
            b'A'..=b'Z' => Some(byte - b'A'),
            b'a'..=b'z' => Some(byte - b'a' + 26),
            b'0'..=b'9' => Some(byte - b'0' + 52),
            b'+' => Some(62),
            b'/' => Some(63),
            _ => None,
        })
        .map(u32::from)
        .collect();
    let bytes = digits.chunks(4).flat_map(|four| {
        let whole = (0..4).fold(0, |sum, at| sum << 6 | four.get(at).copied().unwrap_or_default());
        let count = four.len() * 6 / 8;
        whole.to_be_bytes()[1..].iter().copied().take(count).collect::<Vec<u8>>()
    });
    bytes.collect()
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    out.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
    let from = out.len();
    out.extend(kind);
    out.extend(data);
    let sum = crc(&out[from..]);
    out.extend(sum.to_be_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    });
    !sum
}

/// The zlib format with blocks that are stored as they are.
fn zlib(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = data.chunks(0xffff).count();
    for (at, block) in data.chunks(0xffff).enumerate() {
        out.push(u8::from(at + 1 == blocks));
        let length = u16::try_from(block.len()).unwrap_or_default();
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    let (a, b) = data.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend((b << 16 | a).to_be_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read() {
        for (text, bytes) in [("TWFu", "Man"), ("TWE=", "Ma"), ("TQ==", "M"), ("", "")] {
            assert_eq!(of_base64(text), bytes.as_bytes());
        }
    }

    #[test]
    fn checksums_are_those_of_the_standard() {
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(zlib(b"a")[..2], [0x78, 0x01]);
        assert_eq!(zlib(b"Wikipedia")[zlib(b"Wikipedia").len() - 4..], [0x11, 0xe6, 0x03, 0x98]);
    }
}
