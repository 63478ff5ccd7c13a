//! The files of a newsroom's folder, as they are read.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use story::check::{Problem, read_home_plan, read_site};
use story::model::{HomePlan, Site};

use crate::check::picture::{Flaw, Kind, flaw};
use crate::check::text;

/// Folders of pictures, sound and moving pictures.
pub const MEDIA: [&str; 3] = ["img", "audio", "video"];

/// The largest picture that is looked at, in bytes.
const LARGEST: u64 = 200 << 20;

/// The folder of articles.
pub const ARTICLES: &str = "articles";

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

/// What the pictures' files say of themselves, as far as that had to be looked up, by their `src`.
#[derive(Debug, Default)]
pub struct Sizes(Mutex<HashMap<String, Looked>>);

/// What was seen of a picture.
#[derive(Clone, Debug, Default)]
struct Looked {
    size: Option<(u32, u32)>,
    flaw: Option<Flaw>,
}

impl Sizes {
    /// The size of a picture of the folder in its pixels, as it is shown (turned by its
    /// orientation). None where there is no such file, or it is no picture.
    pub fn of(&self, root: &Path, src: &str) -> Option<(u32, u32)> {
        self.look(root, src).size
    }

    /// What is wrong with the file of a picture.
    pub fn flaw(&self, root: &Path, src: &str) -> Option<Flaw> {
        self.look(root, src).flaw
    }

    fn look(&self, root: &Path, src: &str) -> Looked {
        // A thread that panicked has left nothing half done here.
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(looked) = known().get(src) {
            return looked.clone();
        }
        let looked = look(&root.join(src), src);
        known().insert(src.to_owned(), looked.clone());
        looked
    }
}

fn look(path: &Path, src: &str) -> Looked {
    // No picture for readers is that large, and nobody waits for one.
    let fits = fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    let Some(bytes) = fits.then(|| fs::read(path).ok()).flatten() else { return Looked::default() };
    Looked { size: shown(&bytes), flaw: flaw(src, &bytes) }
}

fn shown(bytes: &[u8]) -> Option<(u32, u32)> {
    // Cameras store what they see as their sensor lies, and say how to turn it; browsers do.
    if let Kind::Jpeg = Kind::of(bytes)
        && let Ok(picture) = darkroom::Picture::open(bytes)
    {
        return Some(picture.size());
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
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
