//! What is wrong with a picture's file: that it is not what its ending says, that it breaks off,
//! that it is too large to be taken into memory, or of another size than an article says.
//!
//! Told from how the file is built, without reading a pixel.

mod kind;
mod whole;

use crate::pictures::BEGIN;

pub use kind::Kind;

/// More pixels than this are not taken into memory: the largest cameras have fewer.
pub const MOST_PIXELS: u64 = 100_000_000;

/// Something wrong with a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
}

impl Flaw {
    fn new(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self { expected: expected.into(), found: found.into() }
    }
}

/// What is wrong with the file of this name that holds these bytes.
#[must_use]
pub fn flaw(name: &str, bytes: &[u8]) -> Option<Flaw> {
    if bytes.is_empty() {
        return Some(Flaw::new("a picture", format!("nothing in {name}")));
    }
    let kind = Kind::of(bytes);
    let promised = Kind::promised_by(name);
    if let Some(promised) = promised.filter(|promised| *promised != kind) {
        return Some(Flaw::new(format!("{promised}, as {name} ends"), kind.to_string()));
    }
    if !whole::is_whole(kind, bytes) {
        return Some(Flaw::new("a whole picture", format!("{name}, which breaks off")));
    }
    None
}

/// What is wrong with a picture of this size, in pixels.
#[must_use]
pub fn too_large((width, height): (u32, u32)) -> Option<Flaw> {
    let most = MOST_PIXELS / 1_000_000;
    (u64::from(width) * u64::from(height) > MOST_PIXELS)
        .then(|| Flaw::new(format!("at most {most} million pixels"), format!("{width} × {height}")))
}

/// What is wrong with the name of a file that is published as it is: those of developed pictures begin
/// in this way, and browsers keep them for a year without asking again.
#[must_use]
pub fn like_developed(name: &str) -> Option<Flaw> {
    let found = format!("{name}; rename it");
    name.starts_with(BEGIN).then(|| {
        Flaw::new("a name that does not begin with _, as those of developed pictures", found)
    })
}

/// What is wrong with the size that an article gives, where the file has another. The file's is the
/// one it is shown in, turned as the camera says.
#[must_use]
pub fn other_size(name: &str, said: (u32, u32), is: (u32, u32)) -> Option<Flaw> {
    let words = |(width, height): (u32, u32)| format!("{width} × {height}");
    (said != is).then(|| Flaw::new(format!("{}, as {name} has", words(is)), words(said)))
}

#[cfg(test)]
mod tests {
    use image::{ColorType, ImageFormat};

    use super::*;

    fn picture(format: ImageFormat) -> Vec<u8> {
        let pixels: Vec<u8> =
            (0..9 * 7 * 3).map(|n| u8::try_from(n * 37 % 251).unwrap_or(0)).collect();
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::write_buffer_with_format(&mut bytes, &pixels, 9, 7, ColorType::Rgb8, format)
            .expect("a picture");
        bytes.into_inner()
    }

    fn said(name: &str, bytes: &[u8]) -> Option<String> {
        flaw(name, bytes).map(|Flaw { expected, found }| format!("{expected}; {found}"))
    }

    #[test]
    fn a_picture_is_what_its_ending_says() {
        let (jpeg, png) = (picture(ImageFormat::Jpeg), picture(ImageFormat::Png));
        let table: [(&str, &[u8], Option<&str>); 9] = [
            ("img/a.jpg", &jpeg, None),
            ("img/a.JPEG", &jpeg, None),
            ("img/a.png", &png, None),
            ("img/a", &png, None),
            ("img/a.jpg", &png, Some("JPEG, as img/a.jpg ends; PNG")),
            ("img/a.png", &jpeg, Some("PNG, as img/a.png ends; JPEG")),
            ("img/a.jpg", b"\0\0\0\x18ftypheic", Some("JPEG, as img/a.jpg ends; HEIC")),
            ("img/a.jpg", b"\n<!DOCTYPE html><p>404", Some("JPEG, as img/a.jpg ends; a web page")),
            ("img/a.jpg", b"", Some("a picture; nothing in img/a.jpg")),
        ];
        for (name, bytes, expected) in table {
            assert_eq!(said(name, bytes).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn wherever_a_picture_breaks_off_it_is_told() {
        for (format, name) in [(ImageFormat::Jpeg, "a.jpg"), (ImageFormat::Png, "a.png")] {
            let whole = picture(format);
            for length in 0..whole.len() {
                assert!(flaw(name, &whole[..length]).is_some(), "{name}: {length} bytes");
            }
            // What programs write behind a picture is none of a reader's.
            assert_eq!(flaw(name, &[&whole[..], b"maker's notes"].concat()), None, "{name}");
        }
    }

    #[test]
    fn sizes_are_held_against_the_file() {
        assert_eq!(other_size("a.jpg", (4, 3), (4, 3)), None);
        let other = other_size("a.jpg", (4, 3), (3, 4)).expect("another");
        assert_eq!((&*other.expected, &*other.found), ("3 × 4, as a.jpg has", "4 × 3"));
        assert_eq!(too_large((10_000, 10_000)), None);
        let bomb = too_large((60_000, 60_000)).expect("too large");
        assert_eq!(
            (&*bomb.expected, &*bomb.found),
            ("at most 100 million pixels", "60000 × 60000")
        );
    }
}
