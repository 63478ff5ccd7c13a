//! The files of a newsroom's folder, as they are read.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use story::check::{Problem, read_home_plan, read_site};
use story::model::{HomePlan, Site};

use crate::check::picture::{self, Flaw};
use crate::check::text;

/// Folders of pictures, sound and moving pictures.
pub const MEDIA: [&str; 3] = ["img", "audio", "video"];

/// The press's own folder in a newsroom's, which goes along when that is copied.
pub const OWN: &str = ".press";

/// Where the press keeps what it has made of pictures, where no other place is named.
pub const KEPT: &str = ".press/pictures";

/// Reads `site.json`. What is wrong in it is told in full.
pub fn site(root: &Path, problems: &mut Vec<Problem>) -> Option<Site> {
    take(text(root, "site.json"), problems, |text| read_site("site.json", text))
}

/// Reads `home.json`, where there is one.
pub fn home(root: &Path, problems: &mut Vec<Problem>) -> Option<HomePlan> {
    if !root.join("home.json").exists() {
        return None;
    }
    take(text(root, "home.json"), problems, |text| read_home_plan("home.json", text))
}

/// The id in an article's text, whatever else is wrong with it.
#[must_use]
pub fn id_of(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    Some(value.get("id")?.as_str()?.to_owned())
}

fn take<T>(
    text: Result<String, Problem>,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&str) -> Result<(T, Vec<Problem>), Vec<Problem>>,
) -> Option<T> {
    match text.map_err(|problem| vec![problem]).and_then(|text| read(&text)) {
        Ok((value, warnings)) => {
            problems.extend(warnings);
            Some(value)
        }
        Err(wrong) => {
            problems.extend(wrong);
            None
        }
    }
}

/// Every file below a folder of the root, by its name from the root on with forward slashes, in
/// order. Hidden files are left out.
#[must_use]
pub fn files(root: &Path, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{folder}/{name}");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(path),
                _ => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// The pictures' sizes and flaws as far as they had to be looked up, by their `src`.
#[derive(Debug, Default)]
pub struct Sizes {
    sizes: Mutex<HashMap<String, Option<(u32, u32)>>>,
    flaws: Mutex<HashMap<String, Option<Flaw>>>,
}

/// A larger file is not looked through for flaws, in bytes.
const LOOKED_THROUGH: u64 = 200 << 20;

impl Sizes {
    /// The size of a picture of the folder in its pixels, as it is shown (turned by its
    /// orientation). None where there is no such file, or it is no picture.
    pub fn of(&self, root: &Path, src: &str) -> Option<(u32, u32)> {
        // A thread that panicked has left nothing half done here.
        let known = || self.sizes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(size) = known().get(src) {
            return *size;
        }
        let size = shown(&root.join(src));
        known().insert(src.to_owned(), size);
        size
    }

    /// What is wrong with the file of a picture of the folder.
    pub fn flaw(&self, root: &Path, src: &str) -> Option<Flaw> {
        let known = || self.flaws.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(flaw) = known().get(src) {
            return flaw.clone();
        }
        let path = root.join(src);
        let small = fs::metadata(&path).is_ok_and(|about| about.len() <= LOOKED_THROUGH);
        let bytes = small.then(|| fs::read(&path).ok()).flatten();
        let flaw = bytes.and_then(|bytes| picture::flaw(src, &bytes));
        let flaw = flaw.or_else(|| picture::too_large(self.of(root, src)?));
        known().insert(src.to_owned(), flaw.clone());
        flaw
    }
}

fn shown(path: &Path) -> Option<(u32, u32)> {
    let size = imagesize::size(path).ok()?;
    let stored = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    // Cameras store what they see as their sensor lies, and say how to turn it; browsers do.
    let is_jpeg = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("jpg") || end.eq_ignore_ascii_case("jpeg"));
    let bytes = if is_jpeg { fs::read(path).ok() } else { None };
    let turned = bytes.and_then(|bytes| Some(darkroom::Picture::open(&bytes).ok()?.size()));
    Some(turned.unwrap_or(stored))
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{ExtendedColorType, ImageEncoder};

    use super::*;

    // A photograph from a phone held upright had its width and height exchanged: the page kept a
    // place of the wrong shape for it, and shifted when it came.
    #[test]
    fn a_picture_that_a_camera_has_turned_has_the_size_it_is_shown_in() {
        let folder = tempfile::tempdir().expect("a folder");
        // By orientation, as EXIF counts them: what is stored is 6 wide and 4 high.
        for (orientation, size) in [(1, (6, 4)), (3, (6, 4)), (6, (4, 6)), (8, (4, 6))] {
            let head = [b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0];
            let entry = [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
            let mut bytes = Vec::new();
            let mut encoder = JpegEncoder::new(&mut bytes);
            let exif = [&head[..], &entry, &[0; 4]].concat();
            encoder.set_exif_metadata(exif).expect("a JPEG has room for it");
            encoder.write_image(&[0; 72], 6, 4, ExtendedColorType::Rgb8).expect("a picture");
            let name = format!("{orientation}.jpg");
            fs::write(folder.path().join(&name), bytes).expect("a file");
            assert_eq!(Sizes::default().of(folder.path(), &name), Some(size), "{name}");
        }
        assert_eq!(Sizes::default().of(folder.path(), "none.jpg"), None);
    }
}
