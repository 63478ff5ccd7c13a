//! What is made of a picture: formats, qualities, and the names of the files.

use darkroom::{Crop, Kind};
use sha2::{Digest, Sha256};
use story::model::MediaType;

use super::Settings;
use super::sizes::Size;

/// Changed whenever the same picture would come out differently: it is part of all names.
const RECIPE: &str = "pictures 2";

/// How good a JPEG is, of 100.
pub(super) const JPEG: u8 = 82;
/// How good a WebP is, of 100: as near to the picture as the AVIFs.
pub(super) const WEBP: u8 = 84;
/// How coarse an AVIF is, of 255.
pub(super) const AVIF: u8 = 100;

/// AVIFs larger than this, in pixels, would take most of the time for the few readers who enlarge.
const AVIF_PIXELS: u64 = 2_200_000;

/// A JPEG of more bits a pixel is written anew: a camera's, at a quality that nobody can see.
pub(super) const HEAVY: u64 = 3;

/// A PNG of fewer bits a pixel is drawn and no photograph: lines, letters, plain colours.
const DRAWN: u64 = 2;

/// A picture that moves is kept as it is up to so many bytes.
pub(super) const MOVING: usize = 1_000_000;

/// How wide the one WebP is that pages show where the browser has no AVIF: it is that of a phone.
const WEBP_LETTERS: [char; 2] = ['b', 'e'];
/// For the desk.
const FAST_LETTERS: [char; 2] = ['b', 'd'];

/// What a picture is, for the choice of formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// Something that a camera took.
    Photo,
    /// Lines, letters, plain colours: every pixel as it is.
    Drawing,
    /// Something can be seen through.
    Glass,
}

impl Matter {
    /// Judged by the file: `bytes` for so many pixels.
    pub fn of(kind: Kind, alpha: bool, bytes: usize, pixels: u64) -> Self {
        let bits = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(8);
        match kind {
            _ if alpha => Self::Glass,
            Kind::Gif => Self::Drawing,
            Kind::Png if bits < pixels.saturating_mul(DRAWN) => Self::Drawing,
            Kind::Jpeg | Kind::Png | Kind::Webp => Self::Photo,
        }
    }

    /// The format that every program can show.
    pub fn plain(self) -> MediaType {
        if self == Self::Photo { MediaType::Jpeg } else { MediaType::Png }
    }
}

/// The formats in which a size is written, beside the one that every program can show.
pub(super) fn formats(
    settings: Settings,
    matter: Matter,
    size: Size,
    sizes: &[Size],
) -> Vec<MediaType> {
    if settings.fast {
        let wanted = FAST_LETTERS.contains(&size.letter) || is_only(size, sizes, FAST_LETTERS);
        return if wanted { vec![MediaType::Webp] } else { Vec::new() };
    }
    let mut formats = Vec::new();
    if matter == Matter::Photo && size.pixels() <= AVIF_PIXELS {
        formats.push(MediaType::Avif);
    }
    // What has no AVIF has all its sizes as WebP.
    if matter != Matter::Photo || WEBP_LETTERS.contains(&size.letter) {
        formats.push(MediaType::Webp);
    }
    formats
}

/// Whether it is the largest, and none of the wanted ones is there.
fn is_only(size: Size, sizes: &[Size], wanted: [char; 2]) -> bool {
    let last = sizes.last().is_some_and(|last| *last == size);
    last && !sizes.iter().any(|size| size.letter == wanted[1])
}

/// The name of a picture's files, without the letter of the size: made from the content and all
/// that is done to it. 55 bits: among a million pictures two of one name are as likely as 1 in
/// 70,000, and the cache would tell them apart.
pub(super) fn name(content: &str, settings: Settings, crop: Option<&Crop>) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{RECIPE} {settings:?} {JPEG} {WEBP} {AVIF} {crop:?}\n{content}"));
    base32(&hash.finalize(), 11)
}

/// So many letters that mean the same on any disk, with or without capitals.
pub(super) fn base32(bytes: &[u8], letters: usize) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    let letter = |at: usize| (0..5).fold(0, |five, next| five << 1 | bit(at * 5 + next));
    (0..letters).map(|at| char::from(LETTERS[usize::from(letter(at)) % 32])).collect()
}

/// What a file's name ends in.
pub(super) fn ending(media: MediaType) -> &'static str {
    match media {
        MediaType::Avif => "avif",
        MediaType::Webp => "webp",
        MediaType::Jpeg => "jpg",
        MediaType::Png => "png",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sizes::sizes;
    use super::*;

    fn table(fast: bool, matter: Matter, size: (u32, u32)) -> Vec<String> {
        let sizes = sizes(size);
        let of = |size: &Size| {
            let (formats, width) = (formats(Settings { fast }, matter, *size, &sizes), size.to.0);
            formats.into_iter().map(move |media| format!("{width} {}", ending(media)))
        };
        sizes.iter().flat_map(of).collect()
    }

    #[test]
    fn formats_follow_what_a_picture_is() {
        let camera = (4000, 3000);
        let photo = ["400 avif", "800 avif", "800 webp", "1200 avif", "1600 avif", "2400 webp"];
        assert_eq!(table(false, Matter::Photo, camera), photo);
        assert_eq!(table(true, Matter::Photo, camera), ["800 webp", "1600 webp"]);
        assert_eq!(table(true, Matter::Photo, (1300, 800)), ["800 webp", "1300 webp"]);
        assert_eq!(table(true, Matter::Photo, (300, 200)), ["300 webp"]);
        let small = ["400 avif", "850 avif", "850 webp"];
        assert_eq!(table(false, Matter::Photo, (850, 567)), small);
        let drawing = ["400 webp", "800 webp", "1000 webp"];
        assert_eq!(table(false, Matter::Drawing, (1000, 700)), drawing);
        assert_eq!(table(false, Matter::Glass, (1000, 700)), drawing);
    }

    #[test]
    fn a_file_of_few_bits_is_a_drawing() {
        let pixels = 1_000_000;
        let table = [
            (Kind::Png, false, 100_000, Matter::Drawing),
            (Kind::Png, false, 1_500_000, Matter::Photo),
            (Kind::Png, true, 1_500_000, Matter::Glass),
            (Kind::Jpeg, false, 50_000, Matter::Photo),
            (Kind::Webp, false, 50_000, Matter::Photo),
            (Kind::Gif, false, 900_000, Matter::Drawing),
        ];
        for (kind, alpha, bytes, matter) in table {
            assert_eq!(Matter::of(kind, alpha, bytes, pixels), matter, "{kind:?} {alpha} {bytes}");
        }
    }

    #[test]
    fn a_name_changes_with_all_that_it_is_made_from() {
        let usual = Settings::default();
        let crop = Crop { x: 1, y: 2, width: 3, height: 4, to: (3, 4) };
        let names = [
            name("a", usual, None),
            name("b", usual, None),
            name("a", Settings { fast: true }, None),
            name("a", usual, Some(&crop)),
            name("a", usual, Some(&Crop { x: 2, ..crop })),
        ];
        for (at, one) in names.iter().enumerate() {
            assert!(one.len() == 11 && !names[..at].contains(one), "{names:?}");
        }
        assert_eq!(base32(&[0xff, 0x00, 0x0f], 4), "74aa");
    }
}
