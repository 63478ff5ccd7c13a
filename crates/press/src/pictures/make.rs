//! The files of one picture, made.

use darkroom::{
    Credit, Crop, Damaged, Kind, Picture, Sheet, stripped_jpeg, stripped_moving, stripped_png,
};
use story::model::MediaType;

use super::Settings;
use super::recipe::{AVIF, HEAVY, JPEG, MOVING, Matter, WEBP, ending, formats};
use super::sizes::{Size, sizes};

/// The letter of the file that every program can show.
const PLAIN: char = 's';

/// How slow and small AVIFs are made, 1 to 10, by what they have in pixels: the small ones are those
/// that most readers get.
const SPEED: [(u64, u8); 2] = [(700_000, 8), (u64::MAX, 9)];

/// What came out.
pub(super) struct Made {
    /// The size of the newsroom's picture as it is shown.
    pub whole: (u32, u32),
    pub placeholder: String,
    pub moves: bool,
    pub stilled: bool,
    /// First the one that every program can show, then the others, narrowest first.
    pub files: Vec<File>,
}

/// One file.
pub(super) struct File {
    pub letter: char,
    pub ending: &'static str,
    pub size: (u32, u32),
    pub bytes: Vec<u8>,
}

/// Makes the files of a picture, or of a part of it; `bytes` are what it was opened from.
pub(super) fn make(
    mut picture: Picture<'_>,
    bytes: &[u8],
    crop: Option<&Crop>,
    settings: Settings,
) -> Result<Made, Damaged> {
    let (kind, whole, moves) = (picture.kind(), picture.size(), picture.moves());
    let (plain, credit) = (picture.is_plain(), picture.credit());
    let sheet = picture.develop()?;
    if moves
        && bytes.len() <= MOVING
        && let Some(bytes) = stripped_moving(kind, bytes, &credit)
    {
        let file = File { letter: PLAIN, ending: native(kind), size: whole, bytes };
        let placeholder = sheet.thumbhash()?;
        return Ok(Made { whole, placeholder, moves, stilled: false, files: vec![file] });
    }
    let pixels = u64::from(whole.0) * u64::from(whole.1);
    let matter = Matter::of(kind, sheet.has_alpha(), bytes.len(), pixels);
    let sizes = sizes(crop.map_or(whole, |crop| crop.to));
    let sheets = sheets(sheet, crop, &sizes)?;
    let (Some(largest), Some(smallest)) = (sheets.last(), sheets.first()) else {
        return Err(Damaged("a picture without pixels".to_owned()));
    };
    let placeholder = smallest.thumbhash()?;
    // The newsroom's own file, where it can be shown as it is.
    let own = (plain && !moves && largest.size() == whole)
        .then(|| bare(kind, matter, bytes, pixels, &credit))
        .flatten();
    let file = match own {
        Some(own) => own,
        None if matter == Matter::Photo => largest.jpeg(JPEG, &credit)?,
        None => largest.png(&credit)?,
    };
    let most = file.len();
    let plain =
        File { letter: PLAIN, ending: ending(matter.plain()), size: largest.size(), bytes: file };
    let mut files = vec![plain];
    for (size, sheet) in sizes.iter().zip(&sheets) {
        for media in formats(settings, matter, *size, &sizes) {
            let bytes = encoded(sheet, *size, media, matter, &credit)?;
            // One that is heavier than the largest that every program can show is good for nothing.
            if bytes.len() < most {
                files.push(File {
                    letter: size.letter,
                    ending: ending(media),
                    size: size.to,
                    bytes,
                });
            }
        }
    }
    Ok(Made { whole, placeholder, moves: false, stilled: moves, files })
}

/// The picture in each of its sizes, narrowest first: each made from the next larger one, which is
/// several times quicker than from the whole, and as good.
fn sheets(sheet: Sheet, crop: Option<&Crop>, sizes: &[Size]) -> Result<Vec<Sheet>, Damaged> {
    let mut larger = match crop {
        Some(crop) => sheet.brought_down(crop)?,
        None => sheet,
    };
    let mut sheets = Vec::new();
    for size in sizes.iter().rev() {
        larger = if larger.size() == size.to { larger } else { larger.resized(size.to)? };
        sheets.push(larger.clone());
    }
    sheets.reverse();
    Ok(sheets)
}

fn encoded(
    sheet: &Sheet,
    size: Size,
    media: MediaType,
    matter: Matter,
    credit: &Credit,
) -> Result<Vec<u8>, Damaged> {
    match media {
        MediaType::Avif => {
            let speed = SPEED.iter().find(|(most, _)| size.pixels() <= *most);
            sheet.avif(AVIF, speed.map_or(9, |(_, speed)| *speed), credit)
        }
        MediaType::Webp => sheet.webp((matter != Matter::Drawing).then_some(WEBP), credit),
        MediaType::Jpeg => sheet.jpeg(JPEG, credit),
        MediaType::Png => sheet.png(credit),
    }
}

/// The file itself without its metadata, where it is of the format that is wanted, and not heavier
/// than it needs to be.
fn bare(kind: Kind, matter: Matter, bytes: &[u8], pixels: u64, credit: &Credit) -> Option<Vec<u8>> {
    let bits = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_mul(8);
    match (kind, matter.plain()) {
        (Kind::Jpeg, MediaType::Jpeg) if bits <= pixels.saturating_mul(HEAVY) => {
            stripped_jpeg(bytes, credit)
        }
        (Kind::Png, MediaType::Png) => stripped_png(bytes, credit),
        _ => None,
    }
}

fn native(kind: Kind) -> &'static str {
    match kind {
        Kind::Jpeg => "jpg",
        Kind::Png => "png",
        Kind::Webp => "webp",
        Kind::Gif => "gif",
    }
}
