//! One picture: found among those of the site that is there already, or cut.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use darkroom::{Crop, Damaged, Picture};
use trangnhat::head::Share;

use super::FOLDER;
use super::scratch::Scratch;
use crate::pictures::{MOST_BYTES, memory};
use crate::site::hash;

/// What previews show, in pixels: the size that Facebook, Zalo and X ask for.
const SIZE: (u32, u32) = (1200, 630);

/// The least width worth cutting, in pixels: previews show less as a small square anyway.
const LEAST: u32 = 600;

/// How good the JPEG is, of 100.
const QUALITY: u8 = 80;

/// Changed whenever the same picture would come out differently: it is part of the names.
const RECIPE: u32 = 1;

/// A picture that has been cut.
#[derive(Debug)]
pub(super) struct Cut {
    /// As pages name it.
    pub share: Share,
    /// Where it is now.
    pub file: PathBuf,
}

/// Why there is none.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The picture cannot be read.
    Picture(Damaged),
    /// The file cannot be written.
    Disk(PathBuf, io::Error),
}

/// Cuts a picture, or finds it in the site at `out`: a name is made from the picture and all that
/// is done to it, so that the same name is the same picture. None where it would be too small, and
/// where there is no such file, which the check has told already.
pub(super) fn cut(
    picture: &Path,
    focal: (u32, u32),
    out: &Path,
    scratch: &Scratch,
) -> Result<Option<Cut>, Trouble> {
    let Some(bytes) = read(picture)? else { return Ok(None) };
    let recipe = format!("{RECIPE} {SIZE:?} {QUALITY} {focal:?}");
    let name = format!("{}.jpg", hash(&[recipe.as_bytes(), &bytes]));
    let src = format!("{FOLDER}/{name}");
    let there = out.join(&src);
    if let Ok(size) = imagesize::size(&there)
        && let (Ok(width), Ok(height)) = (u32::try_from(size.width), u32::try_from(size.height))
    {
        return Ok(Some(Cut { share: Share { src, width, height }, file: there }));
    }
    let made = darkroom::guarded(|| made(&bytes, focal));
    let Some((jpeg, (width, height))) = made.map_err(Trouble::Picture)? else { return Ok(None) };
    let file = scratch.put(&name, &jpeg).map_err(|(path, error)| Trouble::Disk(path, error))?;
    Ok(Some(Cut { share: Share { src, width, height }, file }))
}

/// The bytes of a picture, no larger than is read of any; none where there is no such file.
fn read(picture: &Path) -> Result<Option<Vec<u8>>, Trouble> {
    let Ok(file) = File::open(picture) else { return Ok(None) };
    let mut bytes = Vec::new();
    // Asked of what was read, not of the system: it may grow meanwhile.
    let Ok(_) = file.take(MOST_BYTES + 1).read_to_end(&mut bytes) else { return Ok(None) };
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES) {
        return Ok(Some(bytes));
    }
    let why = format!("a file of more than {} MB", MOST_BYTES >> 20);
    Err(Trouble::Picture(Damaged(why)))
}

/// A JPEG and its size.
type Made = (Vec<u8>, (u32, u32));

fn made(bytes: &[u8], focal: (u32, u32)) -> Result<Option<Made>, Damaged> {
    let picture = Picture::open(bytes)?;
    let crop = Crop::around(picture.size(), focal, SIZE);
    if crop.width < LEAST {
        return Ok(None);
    }
    let _memory = memory(picture.size());
    Ok(Some((picture.cut(&crop, QUALITY)?, crop.to)))
}
