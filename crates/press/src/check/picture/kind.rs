use std::fmt;

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
    /// SVG.
    Svg,
    /// HEIC, as telephones write it; browsers do not show it.
    Heic,
    /// TIFF.
    Tiff,
    /// HTML: what a server answers instead of a picture.
    Page,
    /// Nothing we know.
    Other,
}

impl Kind {
    /// What these bytes are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Self::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Self::Png,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Self::Gif,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::Webp,
            [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] => match &[*a, *b, *c, *d] {
                b"avif" | b"avis" => Self::Avif,
                b"heic" | b"heix" | b"heim" | b"hevc" | b"mif1" | b"msf1" => Self::Heic,
                _ => Self::Other,
            },
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Self::Tiff,
            _ => Self::of_text(bytes.get(..512).unwrap_or(bytes)),
        }
    }

    fn of_text(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.starts_with("<!doctype html") || text.starts_with("<html") {
            Self::Page
        } else if text.starts_with('<') && text.contains("<svg") {
            Self::Svg
        } else {
            Self::Other
        }
    }

    /// What a file's name says it is. None where its ending is none of a picture.
    #[must_use]
    pub fn promised_by(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match &*ending.to_ascii_lowercase() {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "gif" => Some(Self::Gif),
            "webp" => Some(Self::Webp),
            "avif" => Some(Self::Avif),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
            Self::Avif => "AVIF",
            Self::Svg => "SVG",
            Self::Heic => "HEIC",
            Self::Tiff => "TIFF",
            Self::Page => "a web page",
            Self::Other => "no picture that we know",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        let table: [(&[u8], Kind); 10] = [
            (b"\xff\xd8\xff\xe0", Kind::Jpeg),
            (b"\x89PNG\r\n\x1a\n", Kind::Png),
            (b"GIF89a", Kind::Gif),
            (b"RIFF\0\0\0\0WEBPVP8 ", Kind::Webp),
            (b"\0\0\0\x20ftypavif", Kind::Avif),
            (b"\0\0\0\x20ftypmp42", Kind::Other),
            (b"II\x2a\0", Kind::Tiff),
            (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg>", Kind::Svg),
            (b"<html>", Kind::Page),
            (b"x", Kind::Other),
        ];
        for (bytes, kind) in table {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
    }
}
